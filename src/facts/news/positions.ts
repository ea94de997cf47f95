import { sql } from 'kysely'
import type { Db } from '../../database.js'
import type { Fact } from '../facts.js'
import type { Follower } from '../followers.js'
import type { FactBook } from '../kinds.js'
import type { HeardBy } from './tables.js'

/** Keeps the position of the newest fact of each place, so that a mark beside its name costs no counting. */
export function keepNewsPositions(book: FactBook): Follower {
  return {
    name: 'keep what is new where',
    isPrompt: true,
    follows: kind => book[kind]?.news !== undefined,
    async run({ db }, fact) {
      for (const { heardBy, placeId } of heardWhere(book, fact)) await moveTo(db, heardBy, placeId, fact)
    },
  }
}

function heardWhere(book: FactBook, { kind, groupId, networkId }: Fact): { heardBy: HeardBy; placeId: string }[] {
  const told = book[kind]?.news?.to ?? []
  return told.flatMap(heardBy => {
    const placeId = heardBy === 'the network' ? networkId : groupId
    return placeId === null ? [] : [{ heardBy, placeId }]
  })
}

/** The same fact twice, or an older one that was late, changes nothing that is newer. */
async function moveTo(db: Db, heardBy: HeardBy, placeId: string, { number, personId }: Fact): Promise<void> {
  await db
    .insertInto('newsPositions')
    .values({ heardBy, placeId, number, personId, otherNumber: 0 })
    .onConflict(c =>
      c.columns(['heardBy', 'placeId']).doUpdateSet({
        otherNumber: sql<number>`case
          when coalesce(news_positions.person_id, '') = coalesce(excluded.person_id, '') then news_positions.other_number
          when excluded.number > news_positions.number then news_positions.number
          when excluded.number > news_positions.other_number then excluded.number
          else news_positions.other_number end`,
        personId: sql<string | null>`case when excluded.number > news_positions.number
          then excluded.person_id else news_positions.person_id end`,
        number: sql<number>`case when excluded.number > news_positions.number
          then excluded.number else news_positions.number end`,
      }),
    )
    .execute()
}
