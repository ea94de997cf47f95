import type { Kysely } from 'kysely'

/** Stored files, pieces of evidence, where they belong, and who agreed that they may be seen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('files')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('media_type', 'text', c => c.notNull())
    .addColumn('bytes', 'integer', c => c.notNull())
    .addColumn('sha256', 'text', c => c.notNull())
    .addColumn('stored_as', 'text', c => c.notNull())
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('thumbnail_as', 'text')
    .addColumn('small_as', 'text')
    .addColumn('uploaded_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('uploaded_at', 'text', c => c.notNull())
    .addColumn('erased_at', 'text')
    .execute()
  await schema.createIndex('files_sha256').on('files').column('sha256').execute()

  await schema
    .createTable('evidence')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('enquiry_id', 'text', c => c.notNull().references('enquiries.id'))
    .addColumn('number', 'integer', c => c.notNull())
    .addColumn('capture', 'text')
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('what_we_saw', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('stage', 'text', c => c.notNull())
    .addColumn('gathered_on', 'text', c => c.notNull())
    .addColumn('logged_at', 'text', c => c.notNull())
    .addColumn('logged_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('revised_at', 'text')
    .addColumn('version', 'integer', c => c.notNull().defaultTo(1))
    .addColumn('shared_with_group_at', 'text')
    .addColumn('shared_with_network_at', 'text')
    .addColumn('shared_outside_at', 'text')
    .addColumn('names_pupil_at', 'text')
    .addColumn('withdrawn_at', 'text')
    .addColumn('withdrawn_by', 'text', c => c.references('people.id'))
    .addColumn('withdrawn_because', 'text')
    .addUniqueConstraint('evidence_number_once', ['group_id', 'number'])
    .addUniqueConstraint('evidence_capture_once', ['logged_by', 'capture'])
    .execute()
  await schema.createIndex('evidence_group').on('evidence').columns(['group_id', 'gathered_on']).execute()
  await schema.createIndex('evidence_logged_by').on('evidence').column('logged_by').execute()

  await schema
    .createTable('evidence_schools')
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addPrimaryKeyConstraint('evidence_schools_key', ['evidence_id', 'school_id'])
    .execute()
  await schema.createIndex('evidence_schools_school').on('evidence_schools').column('school_id').execute()

  await schema
    .createTable('evidence_files')
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addColumn('file_id', 'text', c => c.notNull().references('files.id'))
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('alt', 'text', c => c.notNull().defaultTo(''))
    .addColumn('removed_at', 'text')
    .addPrimaryKeyConstraint('evidence_files_key', ['evidence_id', 'file_id'])
    .execute()
  await schema.createIndex('evidence_files_file').on('evidence_files').column('file_id').execute()

  // Consent is per piece: who can be seen or heard in it, the widest audience they agreed to, by whom, when and in
  // which words. A piece with nobody recognisable in it says so here too.
  await schema
    .createTable('consents')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addColumn('who', 'text', c => c.notNull())
    .addColumn('audience', 'text', c => c.notNull())
    .addColumn('given_by', 'text', c => c.notNull().defaultTo(''))
    .addColumn('given_on', 'text', c => c.notNull())
    .addColumn('wording', 'text', c => c.notNull().defaultTo(''))
    .addColumn('recorded_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('recorded_at', 'text', c => c.notNull())
    .addColumn('withdrawn_at', 'text')
    .addColumn('withdrawn_by', 'text', c => c.references('people.id'))
    .addColumn('withdrawn_because', 'text')
    .execute()
  await schema.createIndex('consents_evidence').on('consents').column('evidence_id').execute()
}
