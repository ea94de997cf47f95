import type { Kysely } from 'kysely'

/** What a group recommends, to which schools, and what each head answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('recommendations')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('enquiry_id', 'text', c => c.notNull().references('enquiries.id'))
    .addColumn('number', 'integer', c => c.notNull())
    .addColumn('recommendation', 'text', c => c.notNull())
    .addColumn('reasons', 'text', c => c.notNull().defaultTo(''))
    .addColumn('release_days', 'real')
    .addColumn('cost', 'text', c => c.notNull().defaultTo(''))
    .addColumn('drafted_at', 'text', c => c.notNull())
    .addColumn('drafted_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('version', 'integer', c => c.notNull().defaultTo(1))
    .addColumn('released_outside_at', 'text')
    .addColumn('withdrawn_at', 'text')
    .addColumn('withdrawn_by', 'text', c => c.references('people.id'))
    .addColumn('withdrawn_because', 'text')
    .execute()
  await schema.createIndex('recommendations_enquiry').on('recommendations').column('enquiry_id').execute()

  await schema
    .createTable('recommendation_evidence')
    .addColumn('recommendation_id', 'text', c => c.notNull().references('recommendations.id'))
    .addColumn('evidence_id', 'text', c => c.notNull().references('evidence.id'))
    .addPrimaryKeyConstraint('recommendation_evidence_key', ['recommendation_id', 'evidence_id'])
    .execute()

  // One row a school that it was sent to; the head's answer and what became of it live on the same row.
  await schema
    .createTable('responses')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('recommendation_id', 'text', c => c.notNull().references('recommendations.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('sent_at', 'text', c => c.notNull())
    .addColumn('sent_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('answer', 'text')
    .addColumn('reason', 'text', c => c.notNull().defaultTo(''))
    .addColumn('review_on', 'text')
    .addColumn('answered_at', 'text')
    .addColumn('answered_by', 'text', c => c.references('people.id'))
    .addColumn('adoption', 'text')
    .addColumn('in_place_at', 'text')
    .addColumn('in_place_on', 'text')
    .addColumn('in_place_by', 'text', c => c.references('people.id'))
    .addColumn('what_can_be_seen', 'text', c => c.notNull().defaultTo(''))
    .addColumn('public_at', 'text')
    .addColumn('public_by', 'text', c => c.references('people.id'))
    .addColumn('version', 'integer', c => c.notNull().defaultTo(1))
    .addUniqueConstraint('responses_once', ['recommendation_id', 'school_id'])
    .execute()
  await schema.createIndex('responses_school').on('responses').column('school_id').execute()

  await schema
    .createTable('response_answers')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('response_id', 'text', c => c.notNull().references('responses.id'))
    .addColumn('answer', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('review_on', 'text')
    .addColumn('answered_at', 'text', c => c.notNull())
    .addColumn('answered_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema.createIndex('response_answers_response').on('response_answers').column('response_id').execute()

  await schema
    .createTable('response_files')
    .addColumn('response_id', 'text', c => c.notNull().references('responses.id'))
    .addColumn('file_id', 'text', c => c.notNull().references('files.id'))
    .addColumn('alt', 'text', c => c.notNull().defaultTo(''))
    .addColumn('removed_at', 'text')
    .addPrimaryKeyConstraint('response_files_key', ['response_id', 'file_id'])
    .execute()
}
