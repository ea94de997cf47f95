import { type Kysely, sql } from 'kysely'

/** Which files wait for their text to be read, and how reading each of them ended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('file_readings')
    .addColumn('file_id', 'text', c => c.primaryKey().references('files.id'))
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('tries', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('read_at', 'text')
    .addColumn('outcome', 'text')
    .addColumn('pages', 'integer')
    .execute()
  await schema.createIndex('file_readings_waiting').on('file_readings').columns(['read_at', 'asked_at']).execute()
  await schema.createIndex('file_readings_evidence').on('file_readings').column('evidence_id').execute()

  // What was added before texts were read waits its turn.
  await sql`insert into file_readings (file_id, evidence_id, asked_at)
    select files.id, min(evidence_files.evidence_id), files.uploaded_at from files
    join evidence_files on evidence_files.file_id = files.id
    where files.kind in ('document', 'table', 'text') and files.erased_at is null and evidence_files.removed_at is null
    group by files.id, files.uploaded_at`.execute(db)
}
