import type { Kysely } from 'kysely'

/** Comments name the people whose eyes they ask for, by their ids; and a thread that is settled can be folded away. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema.alterTable('comments').addColumn('settled_at', 'text').execute()
  await schema
    .alterTable('comments')
    .addColumn('settled_by', 'text', c => c.references('people.id'))
    .execute()

  await schema
    .createTable('mentions')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('comment_id', 'text', c => c.notNull().references('comments.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('written_as', 'text', c => c.notNull())
    .addColumn('in_answer', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('mentioned_at', 'text', c => c.notNull())
    .addColumn('mentioned_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('seen_at', 'text')
    .execute()
  await schema.createIndex('mentions_comment').on('mentions').column('comment_id').execute()
  await schema.createIndex('mentions_waiting').on('mentions').columns(['person_id', 'seen_at']).execute()
}
