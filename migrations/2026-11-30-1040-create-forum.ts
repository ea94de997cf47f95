import type { Kysely } from 'kysely'

/**
 * The forum of a network: posts with what hangs on them, who took them up, who comes, answers, thanks, what people would
 * like to talk about, and who from outside may read along. Letters that somebody does not want belong to no room.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('forum_posts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('sentence', 'text', c => c.notNull())
    .addColumn('more', 'text', c => c.notNull().defaultTo(''))
    .addColumn('for_whom', 'text', c => c.notNull().defaultTo(''))
    .addColumn('link', 'text', c => c.notNull().defaultTo(''))
    .addColumn('folded', 'text', c => c.notNull().defaultTo(''))
    .addColumn('school_id', 'text', c => c.references('schools.id'))
    .addColumn('posted_at', 'text', c => c.notNull())
    .addColumn('posted_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('changed_at', 'text')
    .addColumn('evidence_id', 'text', c => c.references('evidence.id'))
    .addColumn('work_kind', 'text')
    .addColumn('work_id', 'text')
    .addColumn('on_day', 'text')
    .addColumn('starts', 'text', c => c.notNull().defaultTo(''))
    .addColumn('ends', 'text', c => c.notNull().defaultTo(''))
    .addColumn('place', 'text', c => c.notNull().defaultTo(''))
    .addColumn('places', 'integer')
    .addColumn('coming', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('date_sequence', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('date_changed_at', 'text')
    .addColumn('date_cancelled_at', 'text')
    .addColumn('asks_welcome_at', 'text')
    .addColumn('may_tell_at', 'text')
    .addColumn('open_since', 'text')
    .addColumn('asked_again_after', 'text')
    .addColumn('met_at', 'text')
    .addColumn('met_by_answer', 'text')
    .addColumn('met_said_by', 'text', c => c.references('people.id'))
    .addColumn('taken_down_at', 'text')
    .addColumn('taken_down_by', 'text', c => c.references('people.id'))
    .addColumn('folded_away_at', 'text')
    .addColumn('folded_away_by', 'text', c => c.references('people.id'))
    .addColumn('folded_away_because', 'text', c => c.notNull().defaultTo(''))
    .addColumn('gone_at', 'text')
    .addColumn('answers', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('taken_up', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('supports', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('talked_at', 'text')
    .execute()
  const onPosts: [string, string[]][] = [
    ['newest', ['network_id', 'gone_at', 'posted_at', 'id']],
    ['by_kind', ['network_id', 'gone_at', 'kind', 'posted_at', 'id']],
    ['by_school', ['school_id', 'gone_at', 'posted_at', 'id']],
    ['open', ['network_id', 'open_since']],
    ['by_day', ['network_id', 'on_day']],
    ['to_talk_about', ['network_id', 'gone_at', 'supports']],
    ['by_person', ['posted_by']],
    ['by_evidence', ['evidence_id']],
  ]
  for (const [name, columns] of onPosts)
    await db.schema.createIndex(`forum_posts_${name}`).on('forum_posts').columns(columns).execute()

  await db.schema
    .createTable('forum_files')
    .addColumn('post_id', 'text', c => c.notNull().references('forum_posts.id'))
    .addColumn('file_id', 'text', c => c.notNull().references('files.id'))
    .addColumn('alt', 'text', c => c.notNull().defaultTo(''))
    .addColumn('removed_at', 'text')
    .addPrimaryKeyConstraint('forum_files_key', ['post_id', 'file_id'])
    .execute()

  await db.schema
    .createTable('forum_answers')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('post_id', 'text', c => c.notNull().references('forum_posts.id'))
    .addColumn('under_id', 'text', c => c.references('forum_answers.id'))
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('school_id', 'text', c => c.references('schools.id'))
    .addColumn('answered_at', 'text', c => c.notNull())
    .addColumn('answered_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('taken_down_at', 'text')
    .execute()
  await db.schema
    .createIndex('forum_answers_of')
    .on('forum_answers')
    .columns(['post_id', 'answered_at', 'id'])
    .execute()

  await db.schema
    .createTable('forum_take_ups')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('post_id', 'text', c => c.notNull().references('forum_posts.id'))
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('school_id', 'text', c => c.notNull().references('schools.id'))
    .addColumn('how', 'text', c => c.notNull())
    .addColumn('words', 'text', c => c.notNull().defaultTo(''))
    .addColumn('taken_at', 'text', c => c.notNull())
    .addColumn('taken_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('ask_after', 'text')
    .addColumn('came_of', 'text')
    .addColumn('came_of_words', 'text', c => c.notNull().defaultTo(''))
    .addColumn('came_of_at', 'text')
    .addColumn('waved_away_at', 'text')
    .addColumn('may_tell_at', 'text')
    .addUniqueConstraint('forum_take_ups_once', ['post_id', 'school_id', 'taken_by'])
    .execute()
  await db.schema
    .createIndex('forum_take_ups_in')
    .on('forum_take_ups')
    .columns(['network_id', 'taken_at', 'id'])
    .execute()
  await db.schema
    .createIndex('forum_take_ups_told')
    .on('forum_take_ups')
    .columns(['network_id', 'came_of_at'])
    .execute()
  await db.schema.createIndex('forum_take_ups_by').on('forum_take_ups').columns(['taken_by', 'ask_after']).execute()

  await db.schema
    .createTable('forum_joins')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('post_id', 'text', c => c.notNull().references('forum_posts.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('school_id', 'text', c => c.references('schools.id'))
    .addColumn('joined_at', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addUniqueConstraint('forum_joins_once', ['post_id', 'person_id'])
    .execute()
  await db.schema.createIndex('forum_joins_by').on('forum_joins').columns(['person_id', 'state']).execute()

  for (const [table, at] of [
    ['forum_thanks', 'thanked_at'],
    ['forum_supports', 'supported_at'],
    ['forum_follows', 'followed_at'],
  ] as const) {
    await db.schema
      .createTable(table)
      .addColumn('about_id', 'text', c => c.notNull())
      .addColumn('post_id', 'text', c => c.notNull().references('forum_posts.id'))
      .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
      .addColumn(at, 'text', c => c.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['about_id', 'person_id'])
      .execute()
    await db.schema.createIndex(`${table}_of`).on(table).columns(['post_id', at]).execute()
    await db.schema.createIndex(`${table}_by`).on(table).columns(['person_id']).execute()
  }

  await db.schema
    .createTable('forum_topics')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('post_id', 'text', c => c.notNull().references('forum_posts.id'))
    .addColumn('minutes', 'integer', c => c.notNull())
    .addColumn('meeting_id', 'text')
    .addColumn('chosen_at', 'text', c => c.notNull())
    .addColumn('chosen_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('talked_at', 'text')
    .addColumn('put_back_at', 'text')
    .execute()
  await db.schema.createIndex('forum_topics_in').on('forum_topics').columns(['network_id', 'chosen_at']).execute()

  await db.schema
    .createTable('forum_readers')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('from_day', 'text', c => c.notNull())
    .addColumn('until_day', 'text', c => c.notNull())
    .addColumn('invited_at', 'text', c => c.notNull())
    .addColumn('invited_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text', c => c.references('people.id'))
    .execute()
  await db.schema.createIndex('forum_readers_in').on('forum_readers').columns(['network_id', 'until_day']).execute()
  await db.schema.createIndex('forum_readers_by').on('forum_readers').columns(['person_id', 'until_day']).execute()

  await db.schema
    .createTable('letters_not_wanted')
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('letter', 'text', c => c.notNull())
    .addColumn('said_at', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('letters_not_wanted_key', ['person_id', 'letter'])
    .execute()
}
