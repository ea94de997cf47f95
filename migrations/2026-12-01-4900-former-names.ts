import type { Kysely } from 'kysely'

/** What a school or a person was called before: texts that were written then still say it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('former_names')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('school_id', 'text', column => column.references('schools.id'))
    .addColumn('person_id', 'text', column => column.references('people.id'))
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('until', 'text', column => column.notNull())
    .execute()
  await db.schema.createIndex('former_names_school').on('former_names').column('school_id').execute()
  await db.schema.createIndex('former_names_person').on('former_names').column('person_id').execute()
}
