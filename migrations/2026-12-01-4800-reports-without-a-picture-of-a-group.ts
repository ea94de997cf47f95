import type { Kysely } from 'kysely'

/** The picture beside a group's words in a termly report can be left out: by whom and when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('short_reports').addColumn('picture_left_out_at', 'text').execute()
  await db.schema
    .alterTable('short_reports')
    .addColumn('picture_left_out_by', 'text', column => column.references('people.id'))
    .execute()
}
