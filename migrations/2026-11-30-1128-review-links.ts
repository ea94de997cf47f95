import type { Kysely } from 'kysely'

/** People outside who have no account are asked in a review by a link of their own, which ends with the round. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('review_links')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('round_id', 'text', c => c.notNull().references('review_rounds.id'))
    .addColumn('email', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull().defaultTo(''))
    .addColumn('stands', 'text', c => c.notNull())
    .addColumn('answered', 'text')
    .addUniqueConstraint('review_links_once', ['round_id', 'email'])
    .execute()
}
