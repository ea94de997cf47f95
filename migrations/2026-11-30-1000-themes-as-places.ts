import type { Kysely } from 'kysely'

/** Themes as places: objectives, activities, champions, sessions, plans, notes, and what is read across their groups. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [column, empty] of [
    ['focus', ''],
    ['closed_by', null],
    ['closed_because', ''],
    ['made_at', null],
    ['made_by', null],
  ] as const) {
    await db.schema
      .alterTable('themes')
      .addColumn(column, 'text', c => (empty === null ? c : c.notNull().defaultTo(empty)))
      .execute()
  }
  await db.schema.createIndex('groups_of_theme').on('groups').column('theme_id').execute()
  await db.schema.createIndex('network_roles_of_theme').on('network_roles').column('theme_id').execute()

  await db.schema
    .createTable('theme_names')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('theme_id', 'text', c => c.notNull().references('themes.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('until_at', 'text', c => c.notNull())
    .addColumn('changed_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await db.schema.createIndex('theme_names_of_theme').on('theme_names').column('theme_id').execute()

  await db.schema
    .createTable('theme_objectives')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('theme_id', 'text', c => c.notNull().references('themes.id'))
    .addColumn('objective', 'text', c => c.notNull())
    .addColumn('came_of_it', 'text', c => c.notNull().defaultTo(''))
    .addColumn('added_at', 'text', c => c.notNull())
    .addColumn('added_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('answered_at', 'text')
    .addColumn('answered_by', 'text', c => c.references('people.id'))
    .addColumn('removed_at', 'text')
    .addColumn('removed_by', 'text', c => c.references('people.id'))
    .execute()
  await db.schema.createIndex('theme_objectives_of_theme').on('theme_objectives').column('theme_id').execute()

  await db.schema
    .createTable('theme_activities')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('theme_id', 'text', c => c.notNull().references('themes.id'))
    .addColumn('activity', 'text', c => c.notNull())
    .addColumn('for_whom', 'text', c => c.notNull().defaultTo(''))
    .addColumn('on_day', 'text')
    .addColumn('agreed_at', 'text', c => c.notNull())
    .addColumn('agreed_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('changed_at', 'text', c => c.notNull())
    .addColumn('sequence', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('done_at', 'text')
    .addColumn('done_by', 'text', c => c.references('people.id'))
    .addColumn('dropped_at', 'text')
    .addColumn('dropped_by', 'text', c => c.references('people.id'))
    .addColumn('came_of_it', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await db.schema
    .createIndex('theme_activities_of_theme')
    .on('theme_activities')
    .columns(['theme_id', 'on_day'])
    .execute()

  await db.schema
    .createTable('theme_champions')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('theme_id', 'text', c => c.notNull().references('themes.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('why', 'text', c => c.notNull().defaultTo(''))
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('asked_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('said_yes_at', 'text')
    .addColumn('knows', 'text', c => c.notNull().defaultTo(''))
    .addColumn('said_no_at', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text', c => c.references('people.id'))
    .execute()
  await db.schema.createIndex('theme_champions_of_theme').on('theme_champions').column('theme_id').execute()
  await db.schema.createIndex('theme_champions_of_person').on('theme_champions').column('person_id').execute()

  await db.schema
    .createTable('theme_sessions')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('theme_id', 'text', c => c.notNull().references('themes.id'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('about', 'text', c => c.notNull().defaultTo(''))
    .addColumn('led_by', 'text', c => c.notNull().defaultTo(''))
    .addColumn('school_id', 'text', c => c.references('schools.id'))
    .addColumn('place', 'text', c => c.notNull().defaultTo(''))
    .addColumn('starts_at', 'text', c => c.notNull())
    .addColumn('ends_at', 'text', c => c.notNull())
    .addColumn('planned_at', 'text', c => c.notNull())
    .addColumn('planned_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('changed_at', 'text', c => c.notNull())
    .addColumn('sequence', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('cancelled_at', 'text')
    .addColumn('cancelled_by', 'text', c => c.references('people.id'))
    .addColumn('cancelled_because', 'text', c => c.notNull().defaultTo(''))
    .addColumn('told_at', 'text')
    .addColumn('told_by', 'text', c => c.references('people.id'))
    .addColumn('others_came', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('came_of_it', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await db.schema
    .createIndex('theme_sessions_of_theme')
    .on('theme_sessions')
    .columns(['theme_id', 'starts_at'])
    .execute()

  await db.schema
    .createTable('theme_session_people')
    .addColumn('session_id', 'text', c => c.notNull().references('theme_sessions.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('coming_at', 'text', c => c.notNull())
    .addColumn('withdrew_at', 'text')
    .addColumn('came_at', 'text')
    .addPrimaryKeyConstraint('theme_session_people_key', ['session_id', 'person_id'])
    .execute()
  await db.schema.createIndex('theme_sessions_of_person').on('theme_session_people').column('person_id').execute()

  await db.schema
    .createTable('theme_plans')
    .addColumn('theme_id', 'text', c => c.notNull().references('themes.id'))
    .addColumn('school_year', 'integer', c => c.notNull())
    .addColumn('pence', 'integer')
    .addColumn('researcher_half_days', 'integer')
    .addColumn('notes', 'text', c => c.notNull().defaultTo(''))
    .addColumn('saved_at', 'text', c => c.notNull())
    .addColumn('saved_by', 'text', c => c.notNull().references('people.id'))
    .addPrimaryKeyConstraint('theme_plans_key', ['theme_id', 'school_year'])
    .execute()

  await db.schema
    .createTable('theme_terms')
    .addColumn('theme_id', 'text', c => c.notNull().references('themes.id'))
    .addColumn('term_id', 'text', c => c.notNull().references('terms.id'))
    .addColumn('note_sent_at', 'text')
    .addColumn('note_sent_by', 'text', c => c.references('people.id'))
    .addColumn('reading_out_at', 'text')
    .addColumn('reading_out_by', 'text', c => c.references('people.id'))
    .addPrimaryKeyConstraint('theme_terms_key', ['theme_id', 'term_id'])
    .execute()
  await db.schema.createIndex('theme_terms_of_term').on('theme_terms').column('term_id').execute()

  await db.schema
    .createTable('theme_strands')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('theme_id', 'text', c => c.notNull().references('themes.id'))
    .addColumn('strand', 'text', c => c.notNull())
    .addColumn('added_at', 'text', c => c.notNull())
    .addColumn('added_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema.createIndex('theme_strands_of_theme').on('theme_strands').column('theme_id').execute()

  await db.schema
    .createTable('theme_strand_claims')
    .addColumn('strand_id', 'text', c => c.notNull().references('theme_strands.id'))
    .addColumn('claim_id', 'text', c => c.notNull().references('claims.id'))
    .addColumn('belongs', 'text', c => c.notNull())
    .addColumn('said_at', 'text', c => c.notNull())
    .addColumn('said_by', 'text', c => c.notNull().references('people.id'))
    .addPrimaryKeyConstraint('theme_strand_claims_key', ['strand_id', 'claim_id'])
    .execute()
  await db.schema.createIndex('theme_strand_claims_of_claim').on('theme_strand_claims').column('claim_id').execute()

  await db.schema
    .createTable('theme_codes')
    .addColumn('theme_id', 'text', c => c.notNull().references('themes.id'))
    .addColumn('code_id', 'text', c => c.notNull().references('codes.id'))
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('shared_at', 'text', c => c.notNull())
    .addColumn('shared_by', 'text', c => c.notNull().references('people.id'))
    .addPrimaryKeyConstraint('theme_codes_key', ['theme_id', 'code_id'])
    .execute()
  await db.schema.createIndex('theme_codes_of_code').on('theme_codes').column('code_id').execute()

  await db.schema
    .createTable('theme_handovers')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('theme_id', 'text', c => c.notNull().references('themes.id'))
    .addColumn('from_person', 'text', c => c.references('people.id'))
    .addColumn('to_person', 'text', c => c.notNull().references('people.id'))
    .addColumn('word', 'text', c => c.notNull().defaultTo(''))
    .addColumn('given_at', 'text', c => c.notNull())
    .addColumn('given_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await db.schema.createIndex('theme_handovers_of_theme').on('theme_handovers').column('theme_id').execute()
}
