import type { Kysely } from 'kysely'

/** What was done, as typed records, in the order in which it was committed; and what has still to follow from each. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('facts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('number', 'integer', c => c.notNull().unique())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.references('people.id'))
    .addColumn('network_id', 'text', c => c.references('networks.id'))
    .addColumn('group_id', 'text', c => c.references('groups.id'))
    .addColumn('about_kind', 'text')
    .addColumn('about_id', 'text')
    .addColumn('because', 'text')
    .addColumn('details', 'text', c => c.notNull().defaultTo('{}'))
    .addColumn('brought_at', 'text')
    .execute()
  await schema.createIndex('facts_group').on('facts').columns(['group_id', 'at']).execute()
  await schema.createIndex('facts_at').on('facts').column('at').execute()
  await schema.createIndex('facts_about').on('facts').columns(['about_kind', 'about_id']).execute()

  await schema
    .createTable('fact_outbox')
    .addColumn('fact_id', 'text', c => c.primaryKey().references('facts.id'))
    .execute()

  await schema
    .createTable('fact_retries')
    .addColumn('fact_id', 'text', c => c.notNull().references('facts.id'))
    .addColumn('follower', 'text', c => c.notNull())
    .addColumn('tries', 'integer', c => c.notNull())
    .addColumn('next_at', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('fact_retries_once', ['fact_id', 'follower'])
    .execute()
  await schema.createIndex('fact_retries_next').on('fact_retries').column('next_at').execute()
}
