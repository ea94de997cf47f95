import type { Kysely } from 'kysely'

/** A codebook or project of another program, between being sent and being taken in; and what was left out of each file that was read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('coding_imports')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('found', 'text', c => c.notNull())
    .addColumn('made_at', 'text', c => c.notNull())
    .execute()
  await db.schema
    .createIndex('coding_imports_of_group')
    .on('coding_imports')
    .columns(['group_id', 'person_id'])
    .execute()
  await db.schema.createIndex('coding_imports_by_time').on('coding_imports').column('made_at').execute()
  await db.schema.alterTable('file_readings').addColumn('left_out', 'text').execute()
}
