import type { Kysely } from 'kysely'

/** Between the thumbnail and the picture for pages a middle one, for phones and lists. Older pictures get theirs when it is first asked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['files', 'file_versions']) {
    await db.schema.alterTable(table).addColumn('middle_as', 'text').execute()
    await db.schema.createIndex(`${table}_middle_as`).on(table).column('middle_as').execute()
  }
}
