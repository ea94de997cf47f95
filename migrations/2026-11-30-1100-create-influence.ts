import type { Kysely } from 'kysely'

/** Who said that colleagues may ask them how something is done, and what was asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('know_hows')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('what', 'text', c => c.notNull())
    .addColumn('said_at', 'text', c => c.notNull())
    .addColumn('ended_at', 'text')
    .execute()
  await db.schema.createIndex('know_hows_network').on('know_hows').columns(['network_id', 'ended_at']).execute()
  await db.schema.createIndex('know_hows_person').on('know_hows').column('person_id').execute()
  await db.schema
    .createTable('know_how_letters')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('to_person', 'text', c => c.notNull().references('people.id'))
    .addColumn('from_person', 'text', c => c.notNull().references('people.id'))
    .addColumn('about', 'text', c => c.notNull())
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('written_at', 'text', c => c.notNull())
    .addColumn('answered_at', 'text')
    .execute()
  await db.schema
    .createIndex('know_how_letters_to')
    .on('know_how_letters')
    .columns(['to_person', 'answered_at'])
    .execute()
  await db.schema.createIndex('know_how_letters_from').on('know_how_letters').column('from_person').execute()
}
