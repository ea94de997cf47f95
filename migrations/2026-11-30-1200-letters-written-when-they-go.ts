import type { Kysely } from 'kysely'

/** A letter that waits may be written only when it goes out, by whoever follows its fact. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('letters_to_send').addColumn('writer', 'text').execute()
}
