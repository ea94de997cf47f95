import type { Kysely } from 'kysely'

/** Whoever is invited to a data evening says whether they come. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evening_answers')
    .addColumn('evening_id', 'text', c => c.notNull().references('data_evenings.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('says', 'text', c => c.notNull())
    .addColumn('said_at', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('evening_answers_key', ['evening_id', 'person_id'])
    .execute()
}
