import type { Kysely } from 'kysely'

/** Whether a round of a review was asked again is found by an index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('review_rounds_follows').on('review_rounds').column('follows').execute()
}
