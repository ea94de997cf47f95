import type { Kysely } from 'kysely'

/** What could not be done is said otherwise than what is done. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('sessions')
    .addColumn('notice_tone', 'text', c => c.notNull().defaultTo('done'))
    .execute()
}
