import { type Kysely, sql } from 'kysely'

/**
 * One table of grave acts, of whatever they are: asked for, agreed to by a second person, told, waiting, stopped or done. What
 * stood in three tables (acts upon accounts, what ends as a whole, keys that are taken over) is carried over.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('grave_acts_of_all')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('of_id', 'text', c => c.notNull())
    .addColumn('network_id', 'text', c => c.references('networks.id'))
    .addColumn('choice', 'text', c => c.notNull())
    .addColumn('because', 'text', c => c.notNull())
    .addColumn('asked_at', 'text', c => c.notNull())
    .addColumn('asked_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('agreed_at', 'text')
    .addColumn('agreed_by', 'text', c => c.references('people.id'))
    .addColumn('not_before', 'text')
    .addColumn('ripe_when_ran', 'integer')
    .addColumn('stopped_at', 'text')
    .addColumn('stopped_by', 'text', c => c.references('people.id'))
    .addColumn('begun_at', 'text')
    .addColumn('done_at', 'text')
    .execute()

  await db.schema
    .createTable('grave_acts_told')
    .addColumn('act_id', 'text', c => c.notNull().references('grave_acts_of_all.id'))
    .addColumn('person_id', 'text', c => c.notNull().references('people.id'))
    .addColumn('seen_at', 'text')
    .addPrimaryKeyConstraint('grave_acts_told_key', ['act_id', 'person_id'])
    .execute()
  // Before there are rows: PostgreSQL makes no index of what was just written and points at something.
  for (const [name, table, columns] of indexes) await db.schema.createIndex(name).on(table).columns(columns).execute()

  await accounts(db)
  await wholes(db)
  await keys(db)
  await sql`insert into grave_acts_told (act_id, person_id, seen_at)
    select ending_id, person_id, seen_at from endings_told`.execute(db)

  for (const table of ['endings_told', 'endings', 'key_takeovers', 'grave_acts'])
    await db.schema.dropTable(table).execute()
  await db.schema.alterTable('grave_acts_of_all').renameTo('grave_acts').execute()
}

const indexes: [name: string, table: string, columns: string[]][] = [
  ['grave_acts_of', 'grave_acts_of_all', ['of_id', 'kind']],
  ['grave_acts_open', 'grave_acts_of_all', ['done_at', 'stopped_at', 'asked_at']],
  ['grave_acts_of_network', 'grave_acts_of_all', ['network_id']],
  ['grave_acts_told_person', 'grave_acts_told', ['person_id', 'seen_at']],
]

/** They were counted by the calendar alone, and wait as long as was said. */
async function accounts(db: Kysely<unknown>): Promise<void> {
  await sql`insert into grave_acts_of_all
    select id, kind, person_id, null, '', '', asked_at, asked_by, agreed_at, agreed_by, takes_effect_at,
      case when takes_effect_at is null then null else 0 end, stopped_at, stopped_by, null, done_at
    from grave_acts`.execute(db)
}

async function wholes(db: Kysely<unknown>): Promise<void> {
  const day = sql.lit(86_400)
  await sql`insert into grave_acts_of_all
    select id, "of" || ' erased', of_id, network_id, choice, because, asked_at, asked_by, agreed_at, agreed_by, not_before,
      ran + ${day} * case "of" when 'group' then 1 when 'network' then 14 else 7 end,
      stopped_at, stopped_by, begun_at, done_at
    from endings`.execute(db)
}

/** What was agreed to and not used yet waits for a day from now on, like all that comes. */
async function keys(db: Kysely<unknown>): Promise<void> {
  const waits = sql`asked.agreed_at is not null and asked.used_at is null and asked.refused_at is null`
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  const ran = sql`coalesce((select cast(value as integer) from upkeep where name = 'seconds run'), 0) + ${sql.lit(86_400)}`
  await sql`insert into grave_acts_of_all
    select asked.id, 'key taken over', asked.key_id, groups.network_id, '',
      case when asked.used_at is null and asked.refused_at is null then asked.because else '' end,
      asked.asked_at, asked.asked_by, asked.agreed_at, asked.agreed_by,
      case when ${waits} then ${tomorrow} else asked.agreed_at end,
      case when ${waits} then ${ran} when asked.agreed_at is not null then 0 else null end,
      asked.refused_at, asked.refused_by, null, asked.used_at
    from key_takeovers as asked
      join pupil_keys on pupil_keys.id = asked.key_id join groups on groups.id = pupil_keys.group_id`.execute(db)
}
