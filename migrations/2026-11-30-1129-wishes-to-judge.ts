import type { Kysely } from 'kysely'

/** Somebody who was not asked to judge in a round asks to be let in; whoever leads it says yes or no. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('moderation_wishes')
    .addColumn('round_id', 'text', c => c.notNull().references('moderation_rounds.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('word', 'text', c => c.notNull().defaultTo(''))
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('answering_word', 'text', c => c.notNull().defaultTo(''))
    .addColumn('answered_at', 'text')
    .addColumn('answered_by', 'text', c => c.references('people.id'))
    .addPrimaryKeyConstraint('moderation_wishes_once', ['round_id', 'person_id'])
    .execute()
}
