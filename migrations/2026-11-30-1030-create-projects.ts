import type { Kysely } from 'kysely'

/**
 * What schools and colleagues of a network do together for a while: who is in it, its steps, what came of it, and the texts
 * that are drafted together, kept as issues, and taken home by each school as its own version.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createProjects(db)
  await createTexts(db)
}

async function createProjects({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('projects')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('theme_id', 'text', c => c.references('themes.id'))
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('what_for', 'text', c => c.notNull())
    .addColumn('who_for', 'text', c => c.notNull().defaultTo(''))
    .addColumn('link', 'text', c => c.notNull().defaultTo(''))
    .addColumn('starts_on', 'text', c => c.notNull())
    .addColumn('ends_on', 'text', c => c.notNull())
    .addColumn('contact_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('joining', 'text', c => c.notNull().defaultTo('open'))
    .addColumn('proposed_at', 'text', c => c.notNull())
    .addColumn('proposed_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('begun_at', 'text')
    .addColumn('begun_by', 'text', c => c.references('people.id'))
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text', c => c.references('people.id'))
    .addColumn('came_of_it', 'text', c => c.notNull().defaultTo(''))
    .addColumn('folded', 'text', c => c.notNull().defaultTo(''))
    .addColumn('sequence', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('changed_at', 'text', c => c.notNull())
    .execute()
  await schema.createIndex('projects_network').on('projects').columns(['network_id', 'ended_at', 'ends_on']).execute()
  await schema.createIndex('projects_theme').on('projects').column('theme_id').execute()
  await schema.createIndex('projects_contact').on('projects').columns(['contact_id', 'ended_at']).execute()

  await schema
    .createTable('project_members')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('project_id', 'text', c => c.notNull().references('projects.id'))
    .addColumn('as', 'text', c => c.notNull())
    .addColumn('school_id', 'text', c => c.references('schools.id'))
    .addColumn('person_id', 'text', c => c.references('people.id'))
    .addColumn('asked_at', 'text')
    .addColumn('asked_by', 'text', c => c.references('people.id'))
    .addColumn('joined_at', 'text')
    .addColumn('joined_by', 'text', c => c.references('people.id'))
    .addColumn('joining_word', 'text', c => c.notNull().defaultTo(''))
    .addColumn('left_at', 'text')
    .addColumn('left_by', 'text', c => c.references('people.id'))
    .addColumn('leaving_word', 'text', c => c.notNull().defaultTo(''))
    .execute()
  await schema.createIndex('project_members_project').on('project_members').column('project_id').execute()
  await schema.createIndex('project_members_person').on('project_members').columns(['person_id', 'left_at']).execute()
  await schema.createIndex('project_members_school').on('project_members').columns(['school_id', 'left_at']).execute()

  await schema
    .createTable('project_steps')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('project_id', 'text', c => c.notNull().references('projects.id'))
    .addColumn('on_day', 'text', c => c.notNull())
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('place', 'text', c => c.notNull().defaultTo(''))
    .addColumn('sequence', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('added_at', 'text', c => c.notNull())
    .addColumn('added_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('changed_at', 'text', c => c.notNull())
    .addColumn('removed_at', 'text')
    .execute()
  await schema.createIndex('project_steps_project').on('project_steps').columns(['project_id', 'on_day']).execute()

  await schema
    .createTable('project_outcomes')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('project_id', 'text', c => c.notNull().references('projects.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('said_at', 'text', c => c.notNull())
    .addColumn('said_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema
    .createIndex('project_outcomes_school')
    .unique()
    .on('project_outcomes')
    .columns(['project_id', 'school_id'])
    .execute()
}

async function createTexts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('project_texts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('project_id', 'text', c => c.notNull().references('projects.id'))
    .addColumn('title', 'text', c => c.notNull())
    .addColumn('about', 'text', c => c.notNull().defaultTo(''))
    .addColumn('begun_at', 'text', c => c.notNull())
    .addColumn('begun_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema.createIndex('project_texts_project').on('project_texts').column('project_id').execute()

  await schema
    .createTable('project_writers')
    .addColumn('text_id', 'text', c => c.notNull().references('project_texts.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('added_at', 'text', c => c.notNull())
    .addColumn('added_by', 'text', c => c.notNull().references('people.id'))
    .addPrimaryKeyConstraint('project_writers_pk', ['text_id', 'person_id'])
    .execute()

  await schema
    .createTable('project_issues')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('text_id', 'text', c => c.notNull().references('project_texts.id'))
    .addColumn('number', 'integer', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('body', 'text', c => c.notNull())
    .addColumn('agreed_on', 'text')
    .addColumn('kept_at', 'text', c => c.notNull())
    .addColumn('kept_by', 'text', c => c.notNull().references('people.id'))
    .execute()
  await schema.createIndex('project_issues_text').unique().on('project_issues').columns(['text_id', 'number']).execute()

  await schema
    .createTable('project_homes')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('text_id', 'text', c => c.notNull().references('project_texts.id'))
    .addColumn('issue_id', 'text', c => c.notNull().references('project_issues.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('taken_at', 'text', c => c.notNull())
    .addColumn('taken_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('changed', 'text', c => c.notNull().defaultTo(''))
    .addColumn('because', 'text', c => c.notNull().defaultTo(''))
    .addColumn('shared_at', 'text')
    .addColumn('shared_by', 'text', c => c.references('people.id'))
    .execute()
  await schema
    .createIndex('project_homes_school')
    .unique()
    .on('project_homes')
    .columns(['text_id', 'school_id'])
    .execute()

  await schema
    .createTable('project_comments')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('text_id', 'text', c => c.notNull().references('project_texts.id'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('said_at', 'text', c => c.notNull())
    .addColumn('said_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('answer', 'text')
    .addColumn('answered_at', 'text')
    .addColumn('answered_by', 'text', c => c.references('people.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await schema.createIndex('project_comments_text').on('project_comments').columns(['text_id', 'said_at']).execute()
}
