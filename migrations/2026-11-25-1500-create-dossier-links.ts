import type { Kysely } from 'kysely'

/** Links by which a head without an account reads what was recommended to their school. Only the hash of a link is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('dossier_links')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('group_id', 'text', c => c.references('groups.id'))
    .addColumn('token_hash', 'text', c => c.notNull().unique())
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('ends_at', 'text', c => c.notNull())
    .addColumn('withdrawn_at', 'text')
    .addColumn('withdrawn_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('dossier_links_school').on('dossier_links').columns(['school_id', 'made_at']).execute()
}
