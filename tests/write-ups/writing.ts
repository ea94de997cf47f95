import { inOne } from '../../src/database.js'
import { linkEvidence } from '../../src/claims/linking/linking.js'
import { makeClaim } from '../../src/claims/making/making.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { findEvidence } from '../../src/evidence/evidence.js'
import type { Kind } from '../../src/evidence/kinds.js'
import { newId } from '../../src/web/new-id.js'
import { findWriteUp, type FoundWriteUp, partsOf, type PartWithText } from '../../src/write-ups/write-ups.js'
import { log, real } from '../evidence/real-files.js'
import { renewAll } from '../reach/kept.js'
import type { World } from '../world.js'

const at = '2026-03-05T10:00:00.000Z'

export interface Logged {
  id: string
  /** `E1` */
  label: string
}

/** A piece of the reading group, logged over its address and shared with the group. */
export async function logPiece(
  world: World,
  given: { title: string; words: string; kind?: Kind; picture?: true; by?: string; draft?: true },
): Promise<Logged> {
  const id = await log(world.as(given.by ?? 'sadia'), { whatWeSaw: given.words }, given.picture ? [real.photo] : [])
  await world.db
    .updateTable('evidence')
    .set({ title: given.title, kind: given.kind ?? 'observation', sharedWithGroupAt: given.draft ? null : at })
    .where('id', '=', id)
    .execute()
  await renewAll(world.db)
  const { number } = await world.db
    .selectFrom('evidence')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, label: `E${number}` }
}

/** Everybody in it agreed that anybody may see it, and it is shared as widely as that needs. */
export async function letOut(world: World, piece: Logged): Promise<void> {
  await world.db.updateTable('evidence').set({ sharedWithNetworkAt: at }).where('id', '=', piece.id).execute()
  await world.db
    .updateTable('evidenceFiles')
    .set({ alt: 'A hand-drawn chart of what makes children pick up a book' })
    .where('evidenceId', '=', piece.id)
    .execute()
  await world.db
    .insertInto('consents')
    .values({
      id: newId(),
      evidenceId: piece.id,
      who: 'pupils',
      audience: 'public',
      givenBy: 'parents',
      givenOn: '2026-03-05',
      wording: '',
      recordedBy: 'sadia',
      recordedAt: at,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnBecause: null,
    })
    .execute()
  await renewAll(world.db)
}

/** A claim with one piece for it and one against it. */
export async function claimFrom(world: World, words: string, speakFor: Logged, against: Logged): Promise<void> {
  const sadia = await world.person('sadia')
  const enquiry = await findEnquiry(world.db, sadia, 'reading')
  const claim = await inOne(world.db, trx =>
    makeClaim(trx, enquiry, sadia, {
      claim: words,
      strength: 'fairly sure',
      whatWouldChange: '',
    }),
  )
  await inOne(world.db, async trx =>
    linkEvidence(trx, claim, await findEvidence(trx, sadia, speakFor.id), sadia, {
      bearing: 'for',
      note: '',
    }),
  )
  await inOne(world.db, async trx =>
    linkEvidence(trx, claim, await findEvidence(trx, sadia, against.id), sadia, {
      bearing: 'against',
      note: '',
    }),
  )
}

/** The write-up of a group, begun over its address. */
export async function begin(world: World, group = 'reading', by = 'sadia'): Promise<FoundWriteUp> {
  await world.as(by).post(`/groups/${group}/write-up`)
  const { id } = await world.db
    .selectFrom('writeUps')
    .select('id')
    .where('groupId', '=', group)
    .executeTakeFirstOrThrow()
  return findWriteUp(world.db, await world.person(by), id)
}

export async function part(world: World, writeUp: FoundWriteUp, name: string): Promise<PartWithText> {
  return (await partsOf(world.db, writeUp)).find(one => one.part === name)!
}

export async function write(world: World, writeUp: FoundWriteUp, name: string, body: string, by = 'sadia') {
  const { id, text } = await part(world, writeUp, name)
  return world.as(by).post(`/texts/write-up-part/${id}/text`, { body, version: text.version })
}
