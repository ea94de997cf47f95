import type { Kysely } from 'kysely'

/** How somebody likes to see evidence: null is the wall. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('people').addColumn('evidence_as', 'text').execute()
}
