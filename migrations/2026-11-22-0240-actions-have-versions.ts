import { type Kysely } from 'kysely'

/** Two people can edit an action at once: a version tells who wrote upon what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('actions')
    .addColumn('version', 'integer', c => c.notNull().defaultTo(1))
    .execute()
}
