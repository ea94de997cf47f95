import type { Kysely } from 'kysely'

/** How a group calls its schools, the people it interviewed and its places in everything that leaves the group. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('pseudonyms')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('school_id', 'text', c => c.references('schools.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('also', 'text', c => c.notNull().defaultTo(''))
    .addColumn('pseudonym', 'text', c => c.notNull())
    .addColumn('chosen_at', 'text', c => c.notNull())
    .addColumn('chosen_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('removed_at', 'text')
    .addColumn('removed_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('pseudonyms_group').on('pseudonyms').columns(['group_id', 'removed_at']).execute()

  // A row says that the group's facilitators read the pseudonyms too.
  await schema
    .createTable('pseudonyms_for_facilitators')
    .addColumn('group_id', 'text', c => c.primaryKey().references('groups.id'))
    .addColumn('chosen_at', 'text', c => c.notNull())
    .addColumn('chosen_by', 'text', c => c.notNull().references('people.id'))
    .execute()
}
