import type { Kysely } from 'kysely'

/** What a conference raises: questions, and commitments with a day on which somebody looks again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('conference_notes')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('conference_id', 'text', c => c.notNull().references('conferences.id'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('look_again_on', 'text')
    .addColumn('raised_at', 'text', c => c.notNull())
    .addColumn('raised_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('became', 'text', c => c.notNull().defaultTo(''))
    .addColumn('looked_at', 'text')
    .addColumn('looked_by', 'text', c => c.references('people.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema.createIndex('conference_notes_conference').on('conference_notes').column('conference_id').execute()
  await db.schema
    .createIndex('conference_notes_raised_by')
    .on('conference_notes')
    .columns(['raised_by', 'looked_at'])
    .execute()
}
