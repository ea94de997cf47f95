import type { Db } from '../database.js'
import { inOne } from '../database.js'
import { isKnownFact, recordAs } from '../facts/facts.js'
import type { House } from '../house.js'
import { forgetInIndex } from '../search/forgetting.js'
import { type BroughtToErase, erasingOf, type Whole } from './endings/erasing-wholes.js'
import { endings } from './endings/kinds.js'
import { type KeepingLine, keepingLinesOf } from './journal.js'
import { keptKind } from './kinds/kinds.js'

/**
 * After a backup was put back: whatever had been erased since at the end of its time, or as a whole, is erased again, whatever
 * the clock says. @returns how many lines of the journal were carried out again
 */
export async function replayKeeping(
  house: Pick<House, 'db' | 'engine'>,
  path: string,
  brought: BroughtToErase,
): Promise<number> {
  let again = 0
  for (const line of keepingLinesOf(path)) {
    if (await isKnownFact(house.db, line.fact)) continue
    await (line.kind === 'things kept no longer' ? eraseAgain(house.db, line, brought) : endAgain(house, line, brought))
    again += 1
  }
  if (again > 0) await house.engine.writeAnew()
  return again
}

async function eraseAgain(db: Db, { fact, of, things }: KeepingLine, brought: BroughtToErase): Promise<void> {
  const kept = keptKind(of)
  await inOne(db, async trx => {
    const touched = (await kept?.erase(trx, things, brought)) ?? []
    await forgetInIndex(trx, brought.searchables, touched)
    await recordAs(trx, fact, { kind: 'things kept no longer', by: null, aboutKind: 'batch', of, things, own: false })
  })
}

/** What is not in the backup at all has nothing to erase, and is noted as known. */
async function endAgain(
  house: Pick<House, 'db' | 'engine'>,
  { fact, of, things, choice = '', person }: KeepingLine,
  brought: BroughtToErase,
): Promise<void> {
  const [ofId = ''] = things
  const { by, networkId } = await around(house.db, of as Whole, ofId, person)
  await erasingOf[of as Whole](house, brought, { ofId, networkId, choice, by, fact })
  await house.db
    .updateTable('graveActs')
    .set({ doneAt: new Date().toISOString(), because: '' })
    .where('kind', '=', endings[of as Whole].name)
    .where('ofId', '=', ofId)
    .where('doneAt', 'is', null)
    .execute()
}

async function around(db: Db, of: Whole, ofId: string, person: string | null) {
  const by = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', person ?? '')
    .executeTakeFirst()
  if (of !== 'group' && of !== 'school') return { by: by?.id ?? null, networkId: of === 'network' ? ofId : null }
  const table = of === 'group' ? 'groups' : 'schools'
  const row = await db.selectFrom(table).select('networkId').where('id', '=', ofId).executeTakeFirst()
  return { by: by?.id ?? null, networkId: row?.networkId ?? null }
}
