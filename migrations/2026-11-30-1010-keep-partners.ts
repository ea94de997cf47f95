import type { Kysely } from 'kysely'

/** Partners of a network that are not schools, and the people who come from them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('partners')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('brings', 'text', c => c.notNull().defaultTo(''))
    .addColumn('contact', 'text', c => c.notNull().defaultTo(''))
    .addColumn('since_on', 'text')
    .addColumn('added_at', 'text', c => c.notNull())
    .addColumn('added_by', 'text', c => c.references('people.id'))
    .addColumn('ended_on', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text', c => c.references('people.id'))
    .addColumn('came_of_it', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await db.schema.createIndex('partners_of_network').on('partners').columns(['network_id', 'name']).execute()

  for (const table of ['network_roles', 'invitations']) {
    await db.schema
      .alterTable(table)
      .addColumn('partner_id', 'text', c => c.references('partners.id'))
      .execute()
    await db.schema.createIndex(`${table}_of_partner`).on(table).column('partner_id').execute()
  }
}
