import { inOne, type Trx } from '../../database.js'
import { recordAs } from '../../facts/facts.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { forgetInIndex } from '../../search/forgetting.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { type Done, eraseGroup, eraseWhole } from './erasing-group.js'
import { eraseWordsOfFacts } from './rewriting.js'

/**
 * Erases a whole network: its editions, its groups one by one, and whatever is the network’s own. What is left is its row without
 * a word, and that things were done, when and by whom. Accounts are people’s own, and stay.
 */
export async function eraseNetwork(
  house: Pick<House, 'db' | 'engine'>,
  brought: Pick<Brought, 'tables' | 'erases' | 'searchables'>,
  id: string,
  { by, fact = newId() }: Pick<Done, 'by' | 'fact'>,
): Promise<void> {
  const { db } = house
  await inOne(db, trx => close(trx, id))
  await inOne(db, trx => eraseEditions(trx, id, brought))
  const groups = await db.selectFrom('groups').select('id').where('networkId', '=', id).execute()
  for (const group of groups) await eraseGroup(house, brought, group.id, { by, networkId: id })
  await eraseWhole(house, brought, 'networks', id)
  await eraseWordsOfFacts(house, { networkId: id })
  await inOne(db, async trx => {
    await trx
      .updateTable('networks')
      .set({ name: '', about: '', licence: '', erasedAt: now() })
      .where('id', '=', id)
      .execute()
    await recordAs(trx, fact, {
      kind: 'erased as a whole',
      by: by === null ? null : { id: by },
      networkId: id,
      aboutKind: 'network',
      aboutId: id,
      of: 'network',
      things: [id],
      choice: '',
    })
  })
}

/** Nobody belongs to it from here on, and nothing of it is published. */
async function close(trx: Trx, id: string): Promise<void> {
  const at = now()
  await trx
    .updateTable('networkRoles')
    .set({ endedAt: at })
    .where('networkId', '=', id)
    .where('endedAt', 'is', null)
    .execute()
  await trx
    .updateTable('editions')
    .set({ withdrawnAt: at })
    .where('networkId', '=', id)
    .where('withdrawnAt', 'is', null)
    .execute()
  await trx.updateTable('networks').set({ erasedAt: at }).where('id', '=', id).execute()
  for (const table of ['placesSeen', 'newsPositions'] as const)
    await trx.deleteFrom(table).where('placeId', '=', id).execute()
}

async function eraseEditions(
  trx: Trx,
  networkId: string,
  { searchables }: Pick<Brought, 'searchables'>,
): Promise<void> {
  const rows = await trx.selectFrom('editions').select(['id', 'ofId']).where('networkId', '=', networkId).execute()
  const ids = [...new Set(rows.flatMap(row => [row.id, row.ofId]))]
  for (let from = 0; from < ids.length; from += 200) await forgetInIndex(trx, searchables, ids.slice(from, from + 200))
  const editions = trx.selectFrom('editions').select('id').where('networkId', '=', networkId)
  for (const table of ['editionEvidence', 'editionSchools'] as const)
    await trx.deleteFrom(table).where('editionId', 'in', editions).execute()
  await trx.deleteFrom('editions').where('networkId', '=', networkId).execute()
}
