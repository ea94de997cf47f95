import { actionsOf } from '../actions/actions.js'
import { claimsOf } from '../claims/claims.js'
import { begun } from '../claims/sure.js'
import { bookOf } from '../coding/codebook/book.js'
import { mayReadCoding } from '../coding/permissions.js'
import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { evidenceVisibleTo } from '../evidence/evidence.js'
import type { Reader } from '../names/reader.js'
import { recommendationsOf } from '../recommendations/recommendations.js'
import { partsOf, tiesOf } from './parts.js'
import { type ThingKind, thingKinds } from './things.js'

/** Something that can answer a part of the question, as a line. */
export interface Thing {
  id: string
  /** `C3`; nothing for a code. */
  label: string
  text: string
  href: string
  /** Such as how sure the group is. */
  standing: string
}

/** A part with everything that is said to answer it, as far as the reader may see it. */
export interface AnsweredPart {
  id: string
  name: string
  href: string
  answers: Record<ThingKind, Thing[]>
  /** A claim answers it. Evidence alone, or an action, is on the way. */
  isAnswered: boolean
}

/** What of a cycle can answer parts of its question, as far as the reader may see it: each list is asked once. */
export async function thingsOf(db: Db, person: Reader, enquiry: Enquiry): Promise<Record<ThingKind, Thing[]>> {
  const claims = await claimsThatAnswer(db, person, enquiry)
  const actions = await actionsOf(db, person, enquiry)
  const recommendations = await recommendationsOf(db, person, enquiry)
  const codes = mayReadCoding(enquiry) ? await bookOf(db, enquiry) : []
  const line = (id: string, label: string, text: string, href: string, standing = ''): Thing => ({
    ...{ id, label, text, href, standing },
  })
  return {
    claims,
    evidence: await piecesOf(db, person, enquiry),
    actions: actions.map(one => line(one.id, one.label, one.action, one.href, begun(one.state))),
    recommendations: recommendations
      .map(one => one.recommendation)
      .filter(one => one.withdrawnAt === null)
      .map(one => line(one.id, `R${one.number}`, one.recommendation, `/recommendations/${one.id}`)),
    codes: codes.filter(one => one.retiredAt === null).map(one => line(one.id, '', one.path, one.href)),
  }
}

/** Claims that the group still makes. */
export async function claimsThatAnswer(db: Db, person: Reader, enquiry: Enquiry): Promise<Thing[]> {
  const claims = (await claimsOf(db, person, enquiry)).filter(claim => claim.retiredAt === null)
  return claims.map(({ id, label, claim, href, strength }) => ({
    id,
    label,
    text: claim,
    href,
    standing: begun(strength),
  }))
}

/** The group's pieces, whichever cycle they were logged in: they are the group's. */
async function piecesOf(db: Db, person: Reader, { groupId, names }: Enquiry): Promise<Thing[]> {
  const rows = await evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.title'])
    .where('evidence.groupId', '=', groupId)
    .where('evidence.withdrawnAt', 'is', null)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .orderBy('evidence.number')
    .execute()
  return names
    .read(rows)
    .map(({ id, number, title }) => ({ id, label: `E${number}`, text: title, href: `/evidence/${id}`, standing: '' }))
}

/** The parts of the question with what answers each, in the group's order. */
export async function answeredParts(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  known?: Record<ThingKind, Thing[]>,
): Promise<AnsweredPart[]> {
  const parts = await partsOf(db, enquiry)
  if (parts.length === 0) return []
  const all = known ?? (await thingsOf(db, person, enquiry))
  const partIds = parts.map(part => part.id)
  const ties = new Map(
    await Promise.all(thingKinds.map(async kind => [kind, await tiesOf(db, kind, partIds)] as const)),
  )
  return parts.map(({ id, name }) => {
    const answering = (kind: ThingKind) => all[kind].filter(thing => ties.get(kind)!.get(id)!.has(thing.id))
    const answers = Object.fromEntries(thingKinds.map(kind => [kind, answering(kind)])) as AnsweredPart['answers']
    return { id, name, href: `/question-parts/${id}`, answers, isAnswered: answers.claims.length > 0 }
  })
}
