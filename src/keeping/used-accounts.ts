import { sql } from 'kysely'
import type { Db } from '../database.js'
import { today } from '../web/now.js'

/**
 * Notes on which day each account was last used, from the sessions, which are kept for a fortnight. An account of which nothing is
 * known counts from the day on which this was first looked at.
 */
export async function noteAccountsUsed(db: Db): Promise<void> {
  await sql`insert into accounts_used (person_id, used_on)
    select people.id, ${today()} from people
    where not exists (select 1 from accounts_used as known where known.person_id = people.id)`.execute(db)
  await sql`update accounts_used set used_on = (select max(substr(sessions.last_seen_at, 1, 10)) from sessions
      where sessions.person_id = accounts_used.person_id)
    where used_on < (select max(substr(sessions.last_seen_at, 1, 10)) from sessions
      where sessions.person_id = accounts_used.person_id)`.execute(db)
}
