import type { Kysely } from 'kysely'

/**
 * Answers that were given on paper and entered here for a head, until the head confirms them; and what leaders of a network
 * are asked for where a school has no head here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema.alterTable('responses').addColumn('from_paper_on', 'text').execute()
  await schema.alterTable('responses').addColumn('confirmed_at', 'text').execute()
  await schema
    .alterTable('responses')
    .addColumn('confirmed_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.alterTable('response_answers').addColumn('from_paper_on', 'text').execute()
  await schema
    .alterTable('response_files')
    .addColumn('shows', 'text', c => c.notNull().defaultTo('what can be seen'))
    .execute()

  await schema
    .createTable('heads_asked_for')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('email', 'text', c => c.notNull())
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('asked_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema
    .createIndex('heads_asked_for_network')
    .on('heads_asked_for')
    .columns(['network_id', 'school_id'])
    .execute()
}
