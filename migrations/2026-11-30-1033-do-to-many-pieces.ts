import type { Kysely } from 'kysely'

/** What somebody did to many pieces of evidence at once, so that it can be taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('done_together')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('act', 'text', c => c.notNull())
    .addColumn('value', 'text', c => c.notNull())
    .addColumn('said', 'text', c => c.notNull())
    .addColumn('done', 'text', c => c.notNull())
    .addColumn('left_over', 'text', c => c.notNull())
    .addColumn('done_at', 'text', c => c.notNull())
    .addColumn('undone_at', 'text')
    .execute()
  await schema.createIndex('done_together_group').on('done_together').columns(['group_id', 'person_id']).execute()
  await schema.createIndex('done_together_person').on('done_together').column('person_id').execute()
}
