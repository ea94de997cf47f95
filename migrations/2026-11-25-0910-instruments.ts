import type { Kysely } from 'kysely'

/** What a group asks and looks for in the same words each time, what was filled in, and what colleagues answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('instruments')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('enquiry_id', 'text', c => c.notNull().references('enquiries.id'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('purpose', 'text', c => c.notNull().defaultTo(''))
    .addColumn('questions', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull().defaultTo(1))
    .addColumn('origin', 'text', c => c.notNull().defaultTo(''))
    .addColumn('made_at', 'text', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('changed_at', 'text', c => c.notNull())
    .addColumn('changed_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('shared_at', 'text')
    .addColumn('shared_by', 'text', c => c.references('people.id'))
    .addColumn('retired_at', 'text')
    .addColumn('retired_by', 'text', c => c.references('people.id'))
    .execute()
  await schema.createIndex('instruments_group').on('instruments').column('group_id').execute()

  await schema
    .createTable('instrument_versions')
    .addColumn('instrument_id', 'text', c => c.notNull().references('instruments.id'))
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('questions', 'text', c => c.notNull())
    .addColumn('saved_at', 'text', c => c.notNull())
    .addColumn('saved_by', 'text', c => c.notNull().references('people.id'))
    .addPrimaryKeyConstraint('instrument_versions_key', ['instrument_id', 'version'])
    .execute()

  await schema
    .createTable('fillings')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('instrument_id', 'text', c => c.notNull().references('instruments.id'))
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('answers', 'text', c => c.notNull())
    .addColumn('begun_at', 'text', c => c.notNull())
    .addColumn('saved_at', 'text', c => c.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('evidence_id', 'text', c => c.references('evidence.id'))
    .execute()
  await schema.createIndex('fillings_instrument').on('fillings').column('instrument_id').execute()
  await schema.createIndex('fillings_evidence').on('fillings').column('evidence_id').execute()

  await schema
    .createTable('questionnaires')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('enquiry_id', 'text', c => c.notNull().references('enquiries.id'))
    .addColumn('instrument_id', 'text', c => c.notNull().references('instruments.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('purpose', 'text', c => c.notNull().defaultTo(''))
    .addColumn('questions', 'text', c => c.notNull())
    .addColumn('opened_at', 'text', c => c.notNull())
    .addColumn('opened_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('ends_on', 'text', c => c.notNull())
    .addColumn('closed_at', 'text')
    .addColumn('closed_by', 'text', c => c.references('people.id'))
    .addColumn('asked_at', 'text')
    .addColumn('asked_schools', 'text', c => c.notNull().defaultTo(''))
    .addColumn('evidence_id', 'text', c => c.references('evidence.id'))
    .execute()
  await schema.createIndex('questionnaires_enquiry').on('questionnaires').column('enquiry_id').execute()

  // Nothing here says who answered or when: neither a person nor a moment.
  await schema
    .createTable('questionnaire_answers')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('questionnaire_id', 'text', c => c.notNull().references('questionnaires.id'))
    .addColumn('answers', 'text', c => c.notNull())
    .execute()
  await schema.createIndex('questionnaire_answers_of').on('questionnaire_answers').column('questionnaire_id').execute()

  // `once`: a link for one answer. `used` says that it was given, and nothing more.
  await schema
    .createTable('questionnaire_links')
    .addColumn('token_hash', 'text', c => c.primaryKey())
    .addColumn('questionnaire_id', 'text', c => c.notNull().references('questionnaires.id'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('used', 'text')
    .execute()

  await schema
    .createTable('questionnaire_people')
    .addColumn('questionnaire_id', 'text', c => c.notNull().references('questionnaires.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addPrimaryKeyConstraint('questionnaire_people_key', ['questionnaire_id', 'person_id'])
    .execute()
}
