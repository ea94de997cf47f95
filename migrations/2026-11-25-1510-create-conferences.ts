import type { Kysely } from 'kysely'

/** The network's conference: its day and place, and what happens when, in which room. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('conferences')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('held_on', 'text', c => c.notNull())
    .addColumn('place', 'text', c => c.notNull().defaultTo(''))
    .addColumn('welcome', 'text', c => c.notNull().defaultTo(''))
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema.createIndex('conferences_network').on('conferences').columns(['network_id', 'held_on']).execute()

  await schema
    .createTable('conference_sessions')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('conference_id', 'text', c => c.notNull().references('conferences.id'))
    .addColumn('starts', 'text', c => c.notNull())
    .addColumn('ends', 'text', c => c.notNull())
    .addColumn('room', 'text', c => c.notNull().defaultTo(''))
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('people', 'text', c => c.notNull().defaultTo(''))
    .addColumn('group_id', 'text', c => c.references('groups.id'))
    .addColumn('added_at', 'text', c => c.notNull())
    .addColumn('added_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await schema.createIndex('conference_sessions_conference').on('conference_sessions').column('conference_id').execute()
}
