import { randomBytes } from 'node:crypto'
import { type Db, inOne, type Trx } from '../../database.js'
import type { Follower } from '../followers.js'
import { beginning, hashOfLink, hashOfWords } from './links.js'
import './tables.js'

const atOnce = 200

/** Links what was done since the last link, in the order in which it was committed. @returns how many links there are more */
export async function chainFacts(db: Db): Promise<number> {
  let links = 0
  for (;;) {
    const more = await inOne(db, trx => chainSome(trx))
    links += more
    if (more < atOnce) return links
  }
}

async function chainSome(trx: Trx): Promise<number> {
  const newest = trx.selectFrom('factLinks').select(eb => eb.fn.max('number').as('number'))
  const last = await trx.selectFrom('factLinks').selectAll().where('number', '=', newest).executeTakeFirst()
  const facts = await trx
    .selectFrom('facts')
    .selectAll()
    .where('number', '>', last?.number ?? 0)
    .orderBy('number')
    .limit(atOnce)
    .execute()
  let before = last?.hash ?? beginning
  const links = facts.map(fact => {
    const salt = randomBytes(16).toString('base64url')
    const words = hashOfWords(fact, salt)
    before = hashOfLink(before, fact, words)
    return { number: fact.number, salt, words, hash: before }
  })
  if (links.length > 0) await trx.insertInto('factLinks').values(links).execute()
  return links.length
}

/** Words of these facts were erased: from now on nothing tells what they were, nor whether they are what they were. */
export async function loosenWords(trx: Trx, ids: string[]): Promise<void> {
  const numbers = trx.selectFrom('facts').select('number').where('id', 'in', ids)
  await trx.updateTable('factLinks').set({ salt: null }).where('number', 'in', numbers).execute()
}

/** Whatever was done is linked soon after, by the instance that follows facts; what is linked already is left as it is. */
export const chainWhatWasDone: Follower = {
  name: 'chain what was done',
  follows: () => true,
  isPrompt: false,
  async run({ db }, { number }) {
    const link = await db.selectFrom('factLinks').select('number').where('number', '=', number).executeTakeFirst()
    if (!link) await chainFacts(db)
  },
}
