import type { Kysely } from 'kysely'

/**
 * How long a network keeps each kind of thing; what was said to go, to whom, and what is held back; when an account was last used;
 * and groups, networks, accounts and schools that are to end. A network that was erased leaves its row without a word in it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('keeping_periods')
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('months', 'integer')
    .addColumn('because', 'text', c => c.notNull())
    .addColumn('set_at', 'text', c => c.notNull())
    .addColumn('set_by', 'text', c => c.notNull().references('people.id'))
    .addPrimaryKeyConstraint('keeping_periods_key', ['network_id', 'kind'])
    .execute()

  await db.schema
    .createTable('keeping_rounds')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('group_id', 'text', c => c.references('groups.id'))
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('announced_on', 'text', c => c.notNull())
    .addColumn('announced_at', 'text', c => c.notNull())
    .addColumn('ran', 'integer', c => c.notNull())
    .addColumn('ended_at', 'text')
    .execute()
  await db.schema
    .createIndex('keeping_rounds_of_network')
    .on('keeping_rounds')
    .columns(['network_id', 'ended_at'])
    .execute()
  await db.schema.createIndex('keeping_rounds_of_group').on('keeping_rounds').column('group_id').execute()
  await db.schema
    .createIndex('keeping_rounds_open')
    .on('keeping_rounds')
    .columns(['ended_at', 'announced_on'])
    .execute()

  await db.schema
    .createTable('keeping_things')
    .addColumn('round_id', 'text', c => c.notNull().references('keeping_rounds.id'))
    .addColumn('thing', 'text', c => c.notNull())
    .addColumn('label', 'text', c => c.notNull())
    .addColumn('due_on', 'text', c => c.notNull())
    .addColumn('gone_at', 'text')
    .addColumn('dropped_at', 'text')
    .addPrimaryKeyConstraint('keeping_things_key', ['round_id', 'thing'])
    .execute()
  await db.schema.createIndex('keeping_things_thing').on('keeping_things').column('thing').execute()
  await db.schema
    .createIndex('keeping_things_open')
    .on('keeping_things')
    .columns(['round_id', 'gone_at', 'dropped_at', 'due_on'])
    .execute()

  await db.schema
    .createTable('keeping_told')
    .addColumn('round_id', 'text', c => c.notNull().references('keeping_rounds.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('seen_at', 'text')
    .addPrimaryKeyConstraint('keeping_told_key', ['round_id', 'person_id'])
    .execute()
  await db.schema.createIndex('keeping_told_person').on('keeping_told').columns(['person_id', 'seen_at']).execute()

  await db.schema
    .createTable('keeping_holds')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('group_id', 'text', c => c.references('groups.id'))
    .addColumn('kind', 'text')
    .addColumn('thing', 'text')
    .addColumn('label', 'text', c => c.notNull())
    .addColumn('because', 'text', c => c.notNull())
    .addColumn('until', 'text')
    .addColumn('held_at', 'text', c => c.notNull())
    .addColumn('held_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text', c => c.references('people.id'))
    .execute()
  await db.schema
    .createIndex('keeping_holds_of_network')
    .on('keeping_holds')
    .columns(['network_id', 'ended_at'])
    .execute()
  await db.schema.createIndex('keeping_holds_of_group').on('keeping_holds').columns(['group_id', 'ended_at']).execute()
  await db.schema.createIndex('keeping_holds_thing').on('keeping_holds').columns(['thing', 'ended_at']).execute()
  await db.schema.createIndex('keeping_holds_until').on('keeping_holds').columns(['ended_at', 'until']).execute()

  await db.schema
    .createTable('accounts_used')
    .addColumn('person_id', 'text', c => c.primaryKey().references('people.id'))
    .addColumn('used_on', 'text', c => c.notNull())
    .execute()
  await db.schema.createIndex('accounts_used_on').on('accounts_used').column('used_on').execute()

  await db.schema
    .createTable('endings')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('of', 'text', c => c.notNull())
    .addColumn('of_id', 'text', c => c.notNull())
    .addColumn('network_id', 'text', c => c.references('networks.id'))
    .addColumn('choice', 'text', c => c.notNull())
    .addColumn('because', 'text', c => c.notNull())
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('asked_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('agreed_at', 'text')
    .addColumn('agreed_by', 'text', c => c.references('people.id'))
    .addColumn('ran', 'integer')
    .addColumn('not_before', 'text')
    .addColumn('stopped_at', 'text')
    .addColumn('stopped_by', 'text', c => c.references('people.id'))
    .addColumn('begun_at', 'text')
    .addColumn('done_at', 'text')
    .execute()
  await db.schema.createIndex('endings_of').on('endings').columns(['of', 'of_id']).execute()
  await db.schema.createIndex('endings_open').on('endings').columns(['done_at', 'stopped_at']).execute()
  await db.schema.createIndex('endings_of_network').on('endings').columns(['network_id', 'done_at']).execute()

  await db.schema
    .createTable('endings_told')
    .addColumn('ending_id', 'text', c => c.notNull().references('endings.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('seen_at', 'text')
    .addPrimaryKeyConstraint('endings_told_key', ['ending_id', 'person_id'])
    .execute()
  await db.schema.createIndex('endings_told_person').on('endings_told').columns(['person_id', 'seen_at']).execute()

  // What comes due of a group is read a stretch at a time.
  await db.schema.createIndex('evidence_of_group_by_id').on('evidence').columns(['group_id', 'id']).execute()

  await db.schema.alterTable('networks').addColumn('erased_at', 'text').execute()
}
