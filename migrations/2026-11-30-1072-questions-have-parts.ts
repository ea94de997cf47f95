import type { Kysely } from 'kysely'

/** A question may have parts, and what a group makes may answer one or several of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question_parts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('enquiry_id', 'text', c => c.notNull().references('enquiries.id'))
    .addColumn('place', 'integer', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('removed_at', 'text')
    .addColumn('removed_by', 'text', c => c.references('people.id'))
    .addColumn('carried_from', 'text', c => c.references('question_parts.id'))
    .execute()
  await db.schema.createIndex('question_parts_enquiry').on('question_parts').column('enquiry_id').execute()

  for (const things of ['claims', 'evidence', 'actions', 'recommendations', 'codes']) {
    const table = `question_part_${things}`
    await db.schema
      .createTable(table)
      .addColumn('part_id', 'text', c => c.notNull().references('question_parts.id'))
      .addColumn('thing_id', 'text', c => c.notNull().references(`${things}.id`))
      .addColumn('tied_at', 'text', c => c.notNull())
      .addColumn('tied_by', 'text', c => c.notNull().references('people.id'))
      .addPrimaryKeyConstraint(`${table}_once`, ['part_id', 'thing_id'])
      .execute()
    await db.schema.createIndex(`${table}_thing`).on(table).column('thing_id').execute()
  }
}
