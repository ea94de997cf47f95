import type { Kysely } from 'kysely'

/** What is new in a place: the position of its newest fact, kept once for everybody, and how far each person has seen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('news_positions')
    .addColumn('heard_by', 'text', c => c.notNull())
    .addColumn('place_id', 'text', c => c.notNull())
    .addColumn('number', 'integer', c => c.notNull())
    .addColumn('person_id', 'text')
    .addColumn('other_number', 'integer', c => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('news_positions_once', ['heard_by', 'place_id'])
    .execute()

  await schema
    .createTable('places_seen')
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('place', 'text', c => c.notNull())
    .addColumn('place_id', 'text', c => c.notNull())
    .addColumn('number', 'integer', c => c.notNull())
    .addColumn('shown_from', 'integer', c => c.notNull())
    .addColumn('seen_at', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('places_seen_once', ['person_id', 'place', 'place_id'])
    .execute()

  await schema.createIndex('facts_group_number').on('facts').columns(['group_id', 'number']).execute()
  await schema.createIndex('facts_network_number').on('facts').columns(['network_id', 'number']).execute()
}
