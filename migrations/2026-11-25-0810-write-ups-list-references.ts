import type { Kysely } from 'kysely'

/** A write-up lists the works it cites; a group may choose to list everything that it said something of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('write_ups').addColumn('lists_all_at', 'text').execute()
  await db.schema
    .alterTable('write_ups')
    .addColumn('lists_all_by', 'text', c => c.references('people.id'))
    .execute()
}
