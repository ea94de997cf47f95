import { type Kysely, sql } from 'kysely'

/** The words of a piece that can be read and pointed at, each version kept, and the passages that somebody pointed at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('readable_texts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addColumn('file_id', 'text', c => c.references('files.id'))
    .addColumn('source', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('timings', 'text')
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.references('people.id'))
    .addColumn('replaced_at', 'text')
    .execute()
  await schema
    .createIndex('readable_texts_evidence')
    .on('readable_texts')
    .columns(['evidence_id', 'replaced_at'])
    .execute()
  await schema.createIndex('readable_texts_file').on('readable_texts').column('file_id').execute()

  await schema
    .createTable('passages')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addColumn('readable_text_id', 'text', c => c.notNull().references('readable_texts.id'))
    .addColumn('starts_at', 'integer', c => c.notNull())
    .addColumn('ends_at', 'integer', c => c.notNull())
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('lost_at', 'text')
    .addColumn('removed_at', 'text')
    .execute()
  await schema.createIndex('passages_evidence').on('passages').column('evidence_id').execute()
  await schema.createIndex('passages_text').on('passages').column('readable_text_id').execute()

  // What was logged before texts could be pointed at.
  await sql`insert into readable_texts (id, evidence_id, source, version, words, made_at, made_by)
    select id || '-words', id, 'words', 1, what_we_saw, logged_at, logged_by from evidence where what_we_saw <> ''`.execute(
    db,
  )
}
