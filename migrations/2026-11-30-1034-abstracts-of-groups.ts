import type { Kysely } from 'kysely'

/** What groups write of themselves for a conference, and whether its booklet is open to governors and facilitators. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema.alterTable('conferences').addColumn('open_to_guests_at', 'text').execute()
  await schema
    .alterTable('conferences')
    .addColumn('open_to_guests_by', 'text', c => c.references('people.id'))
    .execute()
  await schema
    .createTable('conference_abstracts')
    .addColumn('conference_id', 'text', c => c.notNull().references('conferences.id'))
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('written_at', 'text', c => c.notNull())
    .addColumn('written_by', 'text', c => c.notNull().references('people.id'))
    .addPrimaryKeyConstraint('conference_abstracts_once', ['conference_id', 'group_id'])
    .execute()
  await schema.createIndex('conference_abstracts_group').on('conference_abstracts').column('group_id').execute()
}
