import type { Kysely } from 'kysely'

/**
 * What a device sends in its own time. A capture has its device's own name; its piece is logged as soon as the words are
 * here, and its files follow, each once. The piece is not referenced, so that a draft that was erased is not logged again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('captures')
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('capture', 'text', c => c.notNull())
    .addColumn('evidence_id', 'text', c => c.notNull())
    .addColumn('audience', 'text', c => c.notNull())
    .addColumn('begun_at', 'text', c => c.notNull())
    .addColumn('completed_at', 'text')
    .addPrimaryKeyConstraint('captures_key', ['person_id', 'capture'])
    .execute()
  await schema.createIndex('captures_evidence').on('captures').column('evidence_id').execute()

  await schema
    .createTable('capture_files')
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('capture', 'text', c => c.notNull())
    .addColumn('part', 'text', c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('bytes', 'integer', c => c.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('refused_because', 'text')
    .addPrimaryKeyConstraint('capture_files_key', ['person_id', 'capture', 'part'])
    .addForeignKeyConstraint('capture_files_capture', ['person_id', 'capture'], 'captures', ['person_id', 'capture'])
    .execute()

  await schema
    .createTable('half_uploads')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('capture', 'text', c => c.notNull())
    .addColumn('part', 'text', c => c.notNull())
    .addColumn('bytes', 'integer', c => c.notNull())
    .addColumn('begun_at', 'text', c => c.notNull())
    .addColumn('touched_at', 'text', c => c.notNull())
    .addUniqueConstraint('half_uploads_part_once', ['person_id', 'capture', 'part'])
    .execute()

  await schema
    .createTable('letter_boxes')
    .addColumn('person_id', 'text', c => c.primaryKey().references('people.id'))
    .addColumn('public_key', 'text', c => c.notNull())
    .addColumn('private_key', 'text', c => c.notNull())
    .addColumn('made_at', 'text', c => c.notNull())
    .execute()
}
