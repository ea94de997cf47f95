import type { Kysely } from 'kysely'

/** A session remembers the rights it was made for, so that a change of rights gives its browser a new token. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('sessions').addColumn('rights', 'text').execute()
}
