import { sql, type Transaction } from 'kysely'
import { inOne, type Trx } from '../../database.js'
import { loosenWords } from '../../facts/chain/chaining.js'
import { wordsErased } from '../../facts/telling.js'
import type { House } from '../../house.js'

const atOnce = 500

/** A group, or a network with whatever was done in it. */
export type Place = { groupId: string } | { networkId: string }

/** Reasons and names that stood in what was done there. That it was done, by whom and when, stays. */
export async function eraseWordsOfFacts({ db, engine }: Pick<House, 'db' | 'engine'>, place: Place): Promise<void> {
  const [column, id] =
    'groupId' in place ? (['groupId', place.groupId] as const) : (['networkId', place.networkId] as const)
  await inOne(db, trx => forgetLetters(trx, column, id))
  let more = true
  while (more)
    await inOne(db, async trx => {
      const rows = await trx
        .selectFrom('facts')
        .select('id')
        .where(column, '=', id)
        .where(eb => eb.or([eb('because', 'is not', null), eb('details', '<>', wordsErased)]))
        .limit(atOnce)
        .execute()
      more = rows.length > 0
      const ids = rows.map(row => row.id)
      if (more)
        await engine.lifted(trx as unknown as Transaction<unknown>, ['facts'], async () => {
          await trx.updateTable('facts').set({ because: null, details: wordsErased }).where('id', 'in', ids).execute()
          await loosenWords(trx, ids)
        })
    })
  await inOne(db, trx =>
    engine.lifted(trx as unknown as Transaction<unknown>, ['history', 'coding_acts', 'coding_changes'], async () => {
      await trx.updateTable('history').set({ did: '', because: null }).where(column, '=', id).execute()
      if (column === 'networkId') return
      const acts = sql`select id from coding_acts where group_id = ${id}`
      await sql`update coding_changes set before = '', after = '' where act_id in (${acts})`.execute(trx)
      await sql`update coding_acts set did = '' where group_id = ${id}`.execute(trx)
    }),
  )
}

/** Whether something has still to follow from what was done in the group: it reads the words of its facts. */
export async function isFollowed({ db }: Pick<House, 'db'>, groupId: string): Promise<boolean> {
  const waiting = await db
    .selectFrom('factOutbox')
    .innerJoin('facts', 'facts.id', 'factOutbox.factId')
    .select('facts.id')
    .where('facts.groupId', '=', groupId)
    .limit(1)
    .executeTakeFirst()
  return waiting === undefined
}

async function forgetLetters(trx: Trx, column: 'groupId' | 'networkId', id: string): Promise<void> {
  const facts = trx.selectFrom('facts').select('id').where(column, '=', id)
  await trx.deleteFrom('lettersToSend').where('factId', 'in', facts).execute()
  await trx.deleteFrom('factRetries').where('factId', 'in', facts).execute()
}
