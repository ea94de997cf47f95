import type { Kysely } from 'kysely'

/** Days that schools of a network keep in common, the addresses of calendars, and how often terms and conferences moved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  for (const table of ['terms', 'conferences']) {
    await schema
      .alterTable(table)
      .addColumn('sequence', 'integer', c => c.notNull().defaultTo(0))
      .execute()
    await schema.alterTable(table).addColumn('changed_at', 'text').execute()
  }

  await schema
    .createTable('common_days')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('about', 'text', c => c.notNull().defaultTo(''))
    .addColumn('place', 'text', c => c.notNull().defaultTo(''))
    .addColumn('starts_on', 'text', c => c.notNull())
    .addColumn('ends_on', 'text', c => c.notNull())
    .addColumn('begins', 'text', c => c.notNull().defaultTo(''))
    .addColumn('finishes', 'text', c => c.notNull().defaultTo(''))
    .addColumn('follows', 'text', c => c.references('common_days.id'))
    .addColumn('set_at', 'text', c => c.notNull())
    .addColumn('set_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('sequence', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('changed_at', 'text', c => c.notNull())
    .addColumn('cancelled_at', 'text')
    .addColumn('cancelled_by', 'text', c => c.references('people.id'))
    .addColumn('cancelled_because', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await schema.createIndex('common_days_network').on('common_days').columns(['network_id', 'ends_on']).execute()
  await schema.createIndex('common_days_follows').on('common_days').column('follows').execute()

  await schema
    .createTable('common_day_answers')
    .addColumn('common_day_id', 'text', c => c.notNull().references('common_days.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('answer', 'text', c => c.notNull())
    .addColumn('note', 'text', c => c.notNull().defaultTo(''))
    .addColumn('answered_at', 'text', c => c.notNull())
    .addColumn('answered_by', 'text', c => c.notNull().references('people.id'))
    .addPrimaryKeyConstraint('common_day_answers_once', ['common_day_id', 'school_id'])
    .execute()
  await schema.createIndex('common_day_answers_school').on('common_day_answers').column('school_id').execute()

  await schema
    .createTable('calendar_feeds')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('of', 'text', c => c.notNull())
    .addColumn('network_id', 'text', c => c.references('networks.id'))
    .addColumn('group_id', 'text', c => c.references('groups.id'))
    .addColumn('token_hash', 'text', c => c.notNull().unique())
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('renewed_at', 'text')
    .addColumn('ended_at', 'text')
    .execute()
  await schema.createIndex('calendar_feeds_person').on('calendar_feeds').columns(['person_id', 'ended_at']).execute()
}
