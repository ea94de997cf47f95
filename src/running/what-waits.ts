import { sql } from 'kysely'
import type { Db } from '../database.js'

/** What is done beside the pages, as the administration says it; the names are those of the numbers at /metrics. */
export const waitsInWords = {
  facts: 'Deeds from which something has still to follow',
  retries: 'Consequences that failed, and are tried again',
  letters: 'Lines of letters that wait for the post',
  letters_given_up: 'Lines of letters that could not be sent, of the last seven days',
  texts: 'Files of which the text has still to be read',
  search: 'Records that have still to be read into the search',
  search_anew: 'Kinds of records that are being read into the search from the beginning',
  erased_words: 'Records that were taken out, whose words have still to leave the index',
} as const

/** How much of a kind of work waits, and since when, where that is known. */
export interface Waits {
  name: keyof typeof waitsInWords
  count: number
  since: string | null
}

/** Each kind of work, also where nothing of it waits. */
export async function whatWaits(db: Db): Promise<Waits[]> {
  const { rows } = await sql<Waits>`
    select 'facts' as name, count(*) as count, min(facts.at) as since
      from fact_outbox inner join facts on facts.id = fact_outbox.fact_id
    union all select 'retries', count(*), min(facts.at)
      from fact_retries inner join facts on facts.id = fact_retries.fact_id
    union all select 'letters', count(*), min(written_at)
      from letters_to_send where sent_at is null and given_up_at is null
    union all select 'letters_given_up', count(*), min(written_at)
      from letters_to_send where sent_at is null and given_up_at is not null
    union all select 'texts', count(*), min(asked_at) from file_readings where read_at is null
    union all select 'search', (select count(*) from search_waiting) + (select count(*) from search_later), null
    union all select 'search_anew', count(*), null from search_rebuilding
    union all select 'erased_words', count(*), null from search_gone`.execute(db)
  return rows
}

/** A consequence of a deed that failed: what should have followed, how often that was tried, and when it is tried again. */
export interface Retried {
  kind: string
  at: string
  follower: string
  tries: number
  nextAt: string
}

/** Those that failed most often come first. */
export function retriedNow(db: Db, most: number): Promise<Retried[]> {
  return db
    .selectFrom('factRetries')
    .innerJoin('facts', 'facts.id', 'factRetries.factId')
    .select(['facts.kind', 'facts.at', 'factRetries.follower', 'factRetries.tries', 'factRetries.nextAt'])
    .orderBy('factRetries.tries', 'desc')
    .orderBy('facts.number')
    .limit(most)
    .execute()
}

/** Whoever has mended what was in the way need not wait for the next try, which may be an hour off. */
export async function tryAllNow(db: Db, now: string): Promise<void> {
  await db.updateTable('factRetries').set({ nextAt: now }).where('nextAt', '>', now).execute()
  await db
    .updateTable('lettersToSend')
    .set({ nextAt: now })
    .where('sentAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where('nextAt', '>', now)
    .execute()
}
