import type { Kysely } from 'kysely'

/** In which language or languages a school teaches, as a list of schools says it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('schools')
    .addColumn('language', 'text', c => c.notNull().defaultTo(''))
    .execute()
}
