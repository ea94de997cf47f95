import type { Kysely } from 'kysely'

/**
 * Codes, what they are given to, memos, and the log of every act with what it changed. Nothing here is ever deleted by
 * people's acts, so that each can be undone; when a piece is erased, what pointed at its passages goes with them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('codes')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('parent_id', 'text', c => c.references('codes.id'))
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('mark', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('description', 'text', c => c.notNull().defaultTo(''))
    .addColumn('not_for', 'text', c => c.notNull().defaultTo(''))
    .addColumn('colour', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull().defaultTo(1))
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('retired_at', 'text')
    .addColumn('merged_into', 'text', c => c.references('codes.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await schema.createIndex('codes_group').on('codes').column('group_id').execute()

  await schema
    .createTable('blind_readings')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('number', 'integer', c => c.notNull())
    .addColumn('why', 'text', c => c.notNull().defaultTo(''))
    .addColumn('first_reader', 'text', c => c.notNull().references('people.id'))
    .addColumn('second_reader', 'text', c => c.notNull().references('people.id'))
    .addColumn('started_at', 'text', c => c.notNull())
    .addColumn('started_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('first_done_at', 'text')
    .addColumn('second_done_at', 'text')
    .addColumn('compared_at', 'text')
    .addColumn('stopped_at', 'text')
    .addColumn('stopped_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('blind_readings_group').on('blind_readings').column('group_id').execute()
  await schema.createIndex('blind_readings_second').on('blind_readings').column('second_reader').execute()

  await schema
    .createTable('blind_reading_pieces')
    .addColumn('reading_id', 'text', c => c.notNull().references('blind_readings.id'))
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('blind_reading_pieces_key', ['reading_id', 'evidence_id'])
    .execute()
  await schema.createIndex('blind_reading_pieces_piece').on('blind_reading_pieces').column('evidence_id').execute()

  await schema
    .createTable('blind_reading_codes')
    .addColumn('reading_id', 'text', c => c.notNull().references('blind_readings.id'))
    .addColumn('code_id', 'text', c => c.notNull().references('codes.id'))
    .addPrimaryKeyConstraint('blind_reading_codes_key', ['reading_id', 'code_id'])
    .execute()

  await schema
    .createTable('codings')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('code_id', 'text', c => c.notNull().references('codes.id'))
    .addColumn('passage_id', 'text', c => c.notNull().references('passages.id').onDelete('cascade'))
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id').onDelete('cascade'))
    .addColumn('reading_id', 'text', c => c.references('blind_readings.id'))
    .addColumn('reader', 'text')
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await schema.createIndex('codings_group').on('codings').column('group_id').execute()
  await schema.createIndex('codings_code').on('codings').column('code_id').execute()
  await schema.createIndex('codings_passage').on('codings').column('passage_id').execute()
  await schema.createIndex('codings_evidence').on('codings').column('evidence_id').execute()
  await schema.createIndex('codings_reading').on('codings').column('reading_id').execute()

  await schema
    .createTable('memos')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('code_id', 'text', c => c.references('codes.id'))
    .addColumn('passage_id', 'text', c => c.references('passages.id').onDelete('cascade'))
    .addColumn('evidence_id', 'text', c => c.references('evidence.id').onDelete('cascade'))
    .addColumn('reading_id', 'text', c => c.references('blind_readings.id'))
    .addColumn('words_id', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull().defaultTo(1))
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await schema.createIndex('memos_code').on('memos').column('code_id').execute()
  await schema.createIndex('memos_passage').on('memos').column('passage_id').execute()
  await schema.createIndex('memos_evidence').on('memos').column('evidence_id').execute()

  await schema
    .createTable('memo_words')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('memo_id', 'text', c => c.notNull().references('memos.id').onDelete('cascade'))
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('written_at', 'text', c => c.notNull())
    .addColumn('written_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema.createIndex('memo_words_memo').on('memo_words').column('memo_id').execute()

  await schema
    .createTable('differences')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('reading_id', 'text', c => c.notNull().references('blind_readings.id'))
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id').onDelete('cascade'))
    .addColumn('passage_id', 'text', c => c.notNull().references('passages.id').onDelete('cascade'))
    .addColumn('resolution', 'text')
    .addColumn('resolved_at', 'text')
    .addColumn('resolved_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('differences_reading').on('differences').column('reading_id').execute()
  await schema.createIndex('differences_passage').on('differences').column('passage_id').execute()
  await schema.createIndex('differences_evidence').on('differences').column('evidence_id').execute()

  await schema
    .createTable('difference_codes')
    .addColumn('difference_id', 'text', c => c.notNull().references('differences.id').onDelete('cascade'))
    .addColumn('code_id', 'text', c => c.notNull().references('codes.id'))
    .addColumn('used_by', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('difference_codes_key', ['difference_id', 'code_id'])
    .execute()

  await schema
    .createTable('difference_remarks')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('difference_id', 'text', c => c.notNull().references('differences.id').onDelete('cascade'))
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema.createIndex('difference_remarks_difference').on('difference_remarks').column('difference_id').execute()

  await schema
    .createTable('coding_acts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('number', 'integer', c => c.notNull())
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('did', 'text', c => c.notNull())
    .addColumn('evidence_id', 'text')
    .addColumn('reading_id', 'text')
    .addColumn('undoes', 'text', c => c.references('coding_acts.id'))
    .addColumn('redoes', 'text', c => c.references('coding_acts.id'))
    .execute()
  await schema.createIndex('coding_acts_group').on('coding_acts').columns(['group_id', 'number']).unique().execute()
  await schema
    .createIndex('coding_acts_person')
    .on('coding_acts')
    .columns(['group_id', 'person_id', 'number'])
    .execute()

  await schema
    .createTable('coding_changes')
    .addColumn('act_id', 'text', c => c.notNull().references('coding_acts.id'))
    .addColumn('place', 'integer', c => c.notNull())
    .addColumn('thing', 'text', c => c.notNull())
    .addColumn('thing_id', 'text', c => c.notNull())
    .addColumn('before', 'text', c => c.notNull())
    .addColumn('after', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('coding_changes_key', ['act_id', 'place'])
    .execute()
  await schema.createIndex('coding_changes_thing').on('coding_changes').columns(['thing', 'thing_id']).execute()
}
