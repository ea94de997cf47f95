import { type Db, inOne, type Trx } from '../../database.js'
import { record, recordAs } from '../../facts/facts.js'
import type { House } from '../../house.js'
import { aboutKey } from '../../keys/keys.js'
import { pieceIn } from '../../evidence/withdrawing/piece-in.js'
import { removeDraft } from '../../evidence/withdrawing/withdrawing.js'
import { written } from '../../names/written.js'
import type { Reach } from '../../reach/reaches.js'
import type { Brought } from '../../room.js'
import { breathe } from '../../web/limits/breathing.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { eraseForGood, isCited } from '../kinds/evidence.js'
import type { Done } from './erasing-group.js'

/** Agreed to and shared beyond their group: of these the consent says that others may go on with them. */
const goFurther: Reach[] = ['network', 'network outside']

const atOnce = 10

/** Pieces that come from this school alone, in the order of their ids. @param which those that go, or those that stay */
export async function piecesOfSchool(
  db: Db,
  schoolId: string,
  which: 'go' | 'stay',
  { after = '', most }: { after?: string; most: number },
): Promise<{ id: string; number: number; groupId: string; shared: boolean }[]> {
  const rows = await piecesOf(db, schoolId, which)
    .select(['evidence.id', 'evidence.number', 'evidence.groupId', 'evidence.sharedWithGroupAt'])
    .where('evidence.id', '>', after)
    .orderBy('evidence.id')
    .limit(most)
    .execute()
  return rows.map(({ sharedWithGroupAt, ...row }) => ({ ...row, shared: sharedWithGroupAt !== null }))
}

export async function countPiecesOfSchool(db: Db, schoolId: string, which: 'go' | 'stay'): Promise<number> {
  const row = await piecesOf(db, schoolId, which)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

function piecesOf(db: Db, schoolId: string, which: 'go' | 'stay') {
  return db
    .selectFrom('evidenceSchools')
    .innerJoin('evidence', 'evidence.id', 'evidenceSchools.evidenceId')
    .where('evidenceSchools.schoolId', '=', schoolId)
    .where('evidence.title', '<>', written(''))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('evidenceSchools as other')
            .select('other.schoolId')
            .whereRef('other.evidenceId', '=', 'evidence.id')
            .where('other.schoolId', '<>', schoolId),
        ),
      ),
    )
    .where(({ or, not, eb }) => {
      const stays = or([eb('evidence.reach', 'in', goFurther), isCited])
      return which === 'stay' ? stays : not(stays)
    })
}

/**
 * A school leaves with what it brought: the pieces that come from it alone go, unless they were agreed to and shared with the
 * network or beyond; its keys and its numbers go; its people leave. What several schools brought together stays.
 */
export async function eraseSchool(
  { db }: Pick<House, 'db'>,
  brought: Pick<Brought, 'erases'>,
  schoolId: string,
  { by, networkId, fact = newId() }: Done,
): Promise<void> {
  await inOne(db, trx => itsPeopleLeave(trx, schoolId, networkId, by))
  for (;;) {
    const pieces = await piecesOfSchool(db, schoolId, 'go', { most: atOnce })
    if (pieces.length === 0) break
    await inOne(db, async trx => {
      for (const { id, shared } of pieces) {
        if (shared) await eraseForGood(trx, id, brought.erases)
        else await eraseDraft(trx, id, brought)
      }
    })
    await breathe()
  }
  await inOne(db, trx => eraseKeysAndNumbers(trx, schoolId, networkId))
  await inOne(db, trx =>
    recordAs(trx, fact, {
      kind: 'erased as a whole',
      by: by === null ? null : { id: by },
      networkId,
      aboutKind: 'school',
      aboutId: schoolId,
      of: 'school',
      things: [schoolId],
      choice: '',
    }),
  )
}

async function eraseDraft(trx: Trx, id: string, { erases }: Pick<Brought, 'erases'>): Promise<void> {
  const piece = await pieceIn(trx, id)
  if (piece) await removeDraft(trx, piece, null, erases)
}

async function itsPeopleLeave(trx: Trx, schoolId: string, networkId: string | null, by: string | null): Promise<void> {
  const at = now()
  const left = await trx
    .updateTable('schools')
    .set({ leftAt: at, leftBy: by })
    .where('id', '=', schoolId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  await trx
    .updateTable('networkRoles')
    .set({ endedAt: at })
    .where('schoolId', '=', schoolId)
    .where('endedAt', 'is', null)
    .execute()
  await trx
    .updateTable('groupPeople')
    .set({ leftAt: at })
    .where('schoolId', '=', schoolId)
    .where('leftAt', 'is', null)
    .execute()
  if (left.numUpdatedRows === 0n) return
  const person = by === null ? null : { id: by }
  await record(trx, { kind: 'school left the network', by: person, networkId, aboutKind: 'school', aboutId: schoolId })
}

async function eraseKeysAndNumbers(trx: Trx, schoolId: string, networkId: string | null): Promise<void> {
  const keys = await trx
    .selectFrom('pupilKeys')
    .select('id')
    .where('schoolId', '=', schoolId)
    .where('erasedAt', 'is', null)
    .execute()
  for (const { id } of keys) {
    await trx.updateTable('pupilKeys').set({ erasedAt: now() }).where('id', '=', id).execute()
    await record(trx, { kind: 'key erased', by: null, ...aboutKey({ id, networkId: networkId ?? '' }) })
  }
  await trx.deleteFrom('readings').where('schoolId', '=', schoolId).execute()
}
