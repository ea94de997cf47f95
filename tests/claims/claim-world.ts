import { inOne } from '../../src/database.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import type { Kind } from '../../src/evidence/kinds.js'
import { newId } from '../../src/web/new-id.js'
import type { FoundClaim } from '../../src/claims/claims.js'
import { makeClaim } from '../../src/claims/making/making.js'
import { renewAll } from '../reach/kept.js'
import type { World } from '../world.js'

interface ShortPiece {
  by?: string
  school?: string
  kind?: Kind
  title?: string
  group?: string
  shared?: 'author' | 'group' | 'network'
}

/** Puts a piece into a group's evidence, shared with the group unless told otherwise. @returns its id and number */
export async function putPiece({ db }: World, given: ShortPiece = {}): Promise<{ id: string; number: number }> {
  const { by = 'sadia', school = 'st-davids', kind = 'observation', group = 'reading', shared = 'group' } = given
  const enquiry = await db.selectFrom('enquiries').selectAll().where('groupId', '=', group).executeTakeFirstOrThrow()
  const { last } = await db
    .selectFrom('evidence')
    .select(eb => eb.fn.max('number').as('last'))
    .where('groupId', '=', group)
    .executeTakeFirstOrThrow()
  const at = '2026-03-05T10:00:00.000Z'
  const piece = { id: newId(), number: Number(last ?? 0) + 1 }
  await db
    .insertInto('evidence')
    .values({
      ...piece,
      groupId: group,
      enquiryId: enquiry.id,
      capture: null,
      title: given.title ?? 'Three boys swapped comics',
      whatWeSaw: 'They read standing up, by the coats, and missed the bell.',
      kind,
      stage: 'evidence',
      gatheredOn: '2026-03-05',
      loggedAt: at,
      loggedBy: by,
      revisedAt: null,
      sharedWithGroupAt: shared === 'author' ? null : at,
      sharedWithNetworkAt: shared === 'network' ? at : null,
      sharedOutsideAt: null,
      namesPupilAt: null,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnBecause: null,
    })
    .execute()
  await db.insertInto('evidenceSchools').values({ evidenceId: piece.id, schoolId: school }).execute()
  await renewAll(db)
  return piece
}

/** A claim of the reading group, made by its lead learner. */
export async function putClaim(
  world: World,
  words = 'Children read what a friend has read first',
): Promise<FoundClaim> {
  const sadia = await world.person('sadia')
  const enquiry = await findEnquiry(world.db, sadia, 'reading')
  return inOne(world.db, trx =>
    makeClaim(trx, enquiry, sadia, { claim: words, strength: 'a hunch', whatWouldChange: '' }),
  )
}

export async function withdraw({ db }: World, pieceId: string): Promise<void> {
  await db
    .updateTable('evidence')
    .set({ withdrawnAt: '2026-04-01T10:00:00.000Z', withdrawnBy: 'sadia', withdrawnBecause: 'A parent asked' })
    .where('id', '=', pieceId)
    .execute()
  await renewAll(db)
}
