import type { Kysely } from 'kysely'

/** That a key to pupils' codes exists, whose it is and who opened it when. What is in it is kept in a file of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('pupil_keys')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('owner_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('erased_at', 'text')
    .addColumn('erased_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('pupil_keys_group').on('pupil_keys').column('group_id').execute()
  await schema
    .createTable('key_openings')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('key_id', 'text', c => c.notNull().references('pupil_keys.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('because', 'text', c => c.notNull())
    .addColumn('opened_at', 'text', c => c.notNull())
    .addColumn('last_seen_at', 'text', c => c.notNull())
    .addColumn('closed_at', 'text')
    .execute()
  await schema.createIndex('key_openings_key').on('key_openings').columns(['key_id', 'opened_at']).execute()
}
