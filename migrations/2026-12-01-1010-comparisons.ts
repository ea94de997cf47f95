import type { Kysely } from 'kysely'

/** A class, a year or a school that takes no part in what is tried, and is measured beside those that do. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('comparisons')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('about', 'text', c => c.notNull().defaultTo(''))
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('shared_at', 'text')
    .addColumn('shared_by', 'text', c => c.references('people.id'))
    .execute()
  await db.schema.createIndex('comparisons_of_group').on('comparisons').column('group_id').execute()
  await db.schema
    .alterTable('readings')
    .addColumn('comparison_id', 'text', c => c.references('comparisons.id'))
    .execute()
  await db.schema.createIndex('readings_of_comparison').on('readings').column('comparison_id').execute()
}
