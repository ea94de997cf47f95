import { actionInView, findAction } from '../../actions/actions.js'
import { claimInView, findClaim } from '../../claims/claims.js'
import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import { effectAt } from '../../evaluation/effects.js'
import { isJudged } from '../../evaluation/judged.js'
import type { Piece } from '../../evidence/evidence.js'
import type { Reader } from '../../names/reader.js'
import type { FoundRecommendation } from '../recommendations.js'
import type { BegunFrom } from './drafting.js'

/** What a recommendation is begun from, and what is taken along: all of it can be changed in the form. */
export interface Beginning {
  from: BegunFrom
  /** The cycle of the claim or the action, to which the recommendation belongs too. */
  enquiry: Enquiry
  /** The fields of the form that say what it is begun from. */
  asked: { claim: string; effect: string }
  /** `claim C3`, `what A2 did at Weir Lane Primary` */
  label: string
  href: string
  words: { recommendation: string; reasons: string; evidence: string[]; schools: string[] }
}

/**
 * @param asked `claim` is the id of a claim; `effect` that of an action and a school, such as `a1.weir`
 * @throws NotFound where the person may not read it, or it belongs to another group
 */
export async function beginningFrom(
  db: Db,
  person: Reader,
  groupId: string,
  asked: { claim: string; effect: string },
): Promise<Beginning | null> {
  const found = asked.claim
    ? await fromClaim(db, person, asked.claim)
    : asked.effect
      ? await fromEffect(db, person, asked.effect)
      : null
  if (found && found.enquiry.groupId !== groupId) throw new NotFound('claim')
  return found
}

async function fromClaim(db: Db, person: Reader, id: string): Promise<Beginning> {
  const found = await findClaim(db, person, id)
  const claim = await claimInView(db, person, found)
  const [speakFor, against] = [readable(claim.for), readable(claim.against)]
  return {
    from: { claimId: claim.id, effectId: null },
    enquiry: found.enquiry,
    asked: { claim: claim.id, effect: '' },
    label: `claim ${claim.label}`,
    href: claim.href,
    words: {
      recommendation: '',
      reasons: paragraphs(
        `We claim: ${sentence(claim.claim)} How sure we are: ${claim.strength}.`,
        claim.sureBecause,
        speakFor.length > 0 ? `What speaks for it: ${numbers(speakFor)}.` : '',
        against.length > 0 ? `What speaks against it: ${numbers(against)}.` : '',
      ),
      evidence: [...speakFor, ...against].map(piece => piece.id),
      schools: schoolsOf(speakFor),
    },
  }
}

async function fromEffect(db: Db, person: Reader, id: string): Promise<Beginning> {
  const [actionId = '', schoolId = ''] = id.split('.')
  const found = await findAction(db, person, actionId)
  const effect = await effectAt(db, person, found, schoolId)
  if (!effect || !isJudged(effect)) throw new NotFound('effect')
  const action = await actionInView(db, person, found)
  const school = action.schools.find(one => one.schoolId === schoolId)?.name ?? 'a school that has left'
  const pieces = effect.evidence.filter(piece => !piece.gap)
  return {
    from: { claimId: null, effectId: effect.id },
    enquiry: found.enquiry,
    asked: { claim: '', effect: id },
    label: `what ${action.label} did at ${school}`,
    href: `/actions/${actionId}/effects/${schoolId}`,
    words: {
      recommendation: action.action,
      reasons: paragraphs(
        `We tried it at ${school}: ${effect.judgement}. How sure we are: ${effect.confidence}.`,
        effect.whatHappened,
        effect.whyHere ? `Why there: ${effect.whyHere}` : '',
        pieces.length > 0 ? `What shows it: ${numbers(pieces)}.` : '',
      ),
      evidence: pieces.map(piece => piece.id),
      schools: action.schools.map(one => one.schoolId),
    },
  }
}

/** Where it was begun: a claim or an effect of the group, for its members. */
export async function whatItWasBegunFrom(
  db: Db,
  person: Reader,
  { recommendation, enquiry }: FoundRecommendation,
): Promise<{ label: string; href: string } | null> {
  const { claimId, effectId, groupId } = recommendation
  if (!enquiry?.standing.member || !(claimId ?? effectId)) return null
  const asked = { claim: claimId ?? '', effect: effectId ? await placeOfEffect(db, effectId) : '' }
  const begun = await beginningFrom(db, person, groupId, asked).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return begun && { label: begun.label, href: begun.href }
}

async function placeOfEffect(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('effects').select(['actionId', 'schoolId']).where('id', '=', id).executeTakeFirst()
  return row ? `${row.actionId}.${row.schoolId}` : ''
}

function readable(linked: { piece: Piece; whole: boolean }[]): Piece[] {
  return linked.map(one => one.piece).filter(piece => !piece.gap)
}

function schoolsOf(pieces: Piece[]): string[] {
  return [...new Set(pieces.flatMap(piece => piece.schools.map(school => school.id)))]
}

function numbers(pieces: Piece[]): string {
  return pieces.map(piece => `E${piece.number}`).join(', ')
}

function sentence(words: string): string {
  return /[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`
}

function paragraphs(...all: string[]): string {
  return all
    .map(one => one.trim())
    .filter(Boolean)
    .join('\n\n')
}
