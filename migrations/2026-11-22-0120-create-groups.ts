import type { Kysely } from 'kysely'

/** Enquiry groups, who is in them, hand-overs of the lead, and the memory of what each group did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('groups')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('theme_id', 'text', c => c.references('themes.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('why', 'text', c => c.notNull().defaultTo(''))
    .addColumn('join_code', 'text', c => c.notNull().unique())
    .addColumn('proposed_at', 'text', c => c.notNull())
    .addColumn('proposed_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('closed_at', 'text')
    .addColumn('closed_by', 'text', c => c.references('people.id'))
    .addColumn('closed_because', 'text')
    .execute()
  await schema.createIndex('groups_network').on('groups').column('network_id').execute()

  await schema
    .createTable('group_people')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('role', 'text', c => c.notNull())
    .addColumn('school_id', 'text', c => c.references('schools.id'))
    .addColumn('joined_at', 'text', c => c.notNull())
    .addColumn('until', 'text')
    .addColumn('left_at', 'text')
    .execute()
  await schema.createIndex('group_people_group').on('group_people').column('group_id').execute()
  await schema.createIndex('group_people_person').on('group_people').column('person_id').execute()

  await schema
    .createTable('handovers')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('from_person', 'text', c => c.notNull().references('people.id'))
    .addColumn('to_person', 'text', c => c.notNull().references('people.id'))
    .addColumn('note', 'text', c => c.notNull())
    .addColumn('offered_at', 'text', c => c.notNull())
    .addColumn('accepted_at', 'text')
    .addColumn('declined_at', 'text')
    .execute()
  await schema.createIndex('handovers_group').on('handovers').column('group_id').execute()

  await schema
    .createTable('history')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('network_id', 'text', c => c.notNull().references('networks.id'))
    .addColumn('group_id', 'text', c => c.references('groups.id'))
    .addColumn('at', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.references('people.id'))
    .addColumn('did', 'text', c => c.notNull())
    .addColumn('because', 'text')
    .addColumn('about_kind', 'text', c => c.notNull())
    .addColumn('about_id', 'text', c => c.notNull())
    .execute()
  await schema.createIndex('history_group').on('history').columns(['group_id', 'at']).execute()
  await schema.createIndex('history_network').on('history').columns(['network_id', 'at']).execute()
}
