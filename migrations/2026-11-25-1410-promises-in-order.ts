import type { Kysely } from 'kysely'

/** Promises stand in the order in which they were written, however quickly one follows the other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('report_promises')
    .addColumn('position', 'integer', c => c.notNull().defaultTo(0))
    .execute()
}
