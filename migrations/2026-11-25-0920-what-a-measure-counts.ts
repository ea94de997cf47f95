import type { Kysely } from 'kysely'

/** A number of pupils, or a percentage of them, can be a small number itself; null leaves it to the measure’s name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('measures').addColumn('counts', 'text').execute()
}
