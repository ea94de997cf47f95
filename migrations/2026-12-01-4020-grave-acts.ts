import type { Kysely } from 'kysely'

/**
 * Grave acts upon somebody's account: asked for, agreed to by a second person, told, waiting, stopped or done. And the networks
 * that ask a second step of everybody in them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('grave_acts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('asked_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('agreed_at', 'text')
    .addColumn('agreed_by', 'text', c => c.references('people.id'))
    .addColumn('takes_effect_at', 'text')
    .addColumn('stopped_at', 'text')
    .addColumn('stopped_by', 'text', c => c.references('people.id'))
    .addColumn('done_at', 'text')
    .execute()
  await db.schema.createIndex('grave_acts_of_person').on('grave_acts').column('person_id').execute()
  await db.schema.createIndex('grave_acts_that_wait').on('grave_acts').columns(['done_at', 'stopped_at']).execute()
  await db.schema.createIndex('people_who_administer').on('people').column('administrator_since').execute()
  await db.schema
    .createTable('networks_that_ask')
    .addColumn('network_id', 'text', c => c.primaryKey().references('networks.id'))
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('asked_by', 'text', c => c.notNull().references('people.id'))
    .execute()
}
