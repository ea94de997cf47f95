import { type Kysely, sql } from 'kysely'

/**
 * Each file keeps its versions, the same bytes are stored once in a group, and a picture that was covered in part says
 * whether those in it agreed that it is also kept as it was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema.alterTable('files').addColumn('sent_sha256', 'text').execute()
  await schema
    .alterTable('files')
    .addColumn('version', 'integer', c => c.notNull().defaultTo(1))
    .execute()
  // A picture is drawn anew, so what came in is not known of those that are here already.
  await sql`update files set sent_sha256 = sha256 where kind <> 'image' and erased_at is null`.execute(db)
  await schema.createIndex('files_sent_sha256').on('files').column('sent_sha256').execute()

  await schema
    .createTable('file_versions')
    .addColumn('file_id', 'text', c => c.notNull().references('files.id'))
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('how', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('media_type', 'text', c => c.notNull())
    .addColumn('bytes', 'integer', c => c.notNull())
    .addColumn('sha256', 'text', c => c.notNull())
    .addColumn('sent_sha256', 'text')
    .addColumn('stored_as', 'text', c => c.notNull())
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('thumbnail_as', 'text')
    .addColumn('small_as', 'text')
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('kept_because', 'text')
    .addColumn('erased_at', 'text')
    .addPrimaryKeyConstraint('file_versions_key', ['file_id', 'version'])
    .execute()

  for (const table of ['files', 'file_versions'])
    for (const column of ['stored_as', 'small_as', 'thumbnail_as'])
      await schema.createIndex(`${table}_${column}`).on(table).column(column).execute()
}
