import { type Kysely, sql } from 'kysely'

/**
 * How far each piece of evidence goes is kept on it, with the last day on which that holds, and how many pieces of a group are
 * alike is kept beside it, so that a list costs its page and not its group.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  const evidence = (column: string, type: 'text', notNull?: string) =>
    schema
      .alterTable('evidence')
      .addColumn(column, type, c => (notNull === undefined ? c : c.notNull().defaultTo(notNull)))
      .execute()
  await evidence('agreed', 'text', 'unasked')
  await evidence('reach', 'text', 'author')
  await evidence('reach_until', 'text')
  await evidence('counted_in', 'text')

  await schema
    .createTable('evidence_counts')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('group_id', 'text', c => c.notNull().references('groups.id'))
    .addColumn('enquiry_id', 'text', c => c.notNull().references('enquiries.id'))
    .addColumn('stage', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('logged_by', 'text', c => c.notNull().references('people.id'))
    .addColumn('schools', 'text', c => c.notNull())
    .addColumn('reach', 'text', c => c.notNull())
    .addColumn('reach_until', 'text', c => c.notNull())
    .addColumn('pieces', 'integer', c => c.notNull())
    .addUniqueConstraint('evidence_counts_once', [...alike])
    .execute()

  await keepReach(db, new Date().toISOString().slice(0, 10))
  await count(db)

  const order = ['gathered_on', 'number']
  const index = (name: string, columns: string[]) => schema.createIndex(name).on('evidence').columns(columns).execute()
  await index('evidence_group_reach', ['group_id', 'reach', ...order])
  await index('evidence_enquiry_reach', ['enquiry_id', 'reach', ...order])
  await index('evidence_stage_reach', ['enquiry_id', 'stage', 'reach', ...order])
  await index('evidence_own_reach', ['logged_by', 'reach', 'group_id', ...order])
  await index('evidence_reach_until', ['reach_until'])
  await index('evidence_own_last', ['logged_by', 'logged_at'])
  await index('evidence_own_last_in_group', ['logged_by', 'group_id', 'logged_at'])
  await index('evidence_own_agreed', ['logged_by', 'agreed', 'shared_with_network_at'])
  await index('evidence_names_pupil', ['group_id', 'names_pupil_at'])
  // What they served is served by those that know how far a piece goes.
  await schema.dropIndex('evidence_newest_of_cycle').execute()
  await schema.dropIndex('evidence_newest_of_group').execute()
  await schema.dropIndex('evidence_logged_by').execute()
}

const alike = ['group_id', 'enquiry_id', 'stage', 'kind', 'logged_by', 'schools', 'reach', 'reach_until'] as const

const rung = (column: string) =>
  sql.raw(`case ${column} when 'group' then 1 when 'school' then 2 when 'network' then 3 when 'outside' then 4
    when 'public' then 5 else 1 end`)

const holds = (kinds: string) =>
  sql.raw(`exists (select 1 from evidence_files inner join files on files.id = evidence_files.file_id
    where evidence_files.evidence_id = evidence.id and evidence_files.removed_at is null and files.erased_at is null
    and files.kind in (${kinds}))`)

async function keepReach(db: Kysely<unknown>, day: string): Promise<void> {
  await sql`update evidence set agreed = coalesce((select case min(said.rung) when 0 then 'withdrawn' when 1 then 'group'
    when 2 then 'school' when 3 then 'network' when 4 then 'outside' when 5 then 'public' end from (
      select case when consents.withdrawn_at is not null then 0 when consents.ends_on < ${day} then 1
        else ${rung('consents.audience')} end as rung
      from consents where consents.evidence_id = evidence.id and consents.replaced_at is null
      union all
      select ${rung('school_refusals.audience')} as rung from evidence_schools
      inner join school_refusals on school_refusals.school_id = evidence_schools.school_id and school_refusals.ended_at is null
      where evidence_schools.evidence_id = evidence.id and (school_refusals.content = 'everything'
        or (school_refusals.content = 'pupil work' and evidence.kind = 'pupil-work')
        or (school_refusals.content = 'photographs' and (evidence.kind = 'photograph' or ${holds("'image', 'film'")}))
        or (school_refusals.content = 'voices' and (evidence.kind in ('pupil-voice', 'interview', 'audio-or-video')
          or ${holds("'sound', 'film'")})))
    ) as said), 'unasked')`.execute(db)
  await sql`update evidence set reach_until = (select min(consents.ends_on) from consents
    where consents.evidence_id = evidence.id and consents.replaced_at is null and consents.withdrawn_at is null
      and consents.ends_on >= ${day} and consents.audience not in ('unasked', 'group'))
    where agreed not in ('withdrawn', 'group')`.execute(db)
  await sql`update evidence set reach = case
    when withdrawn_at is not null or agreed = 'withdrawn'
      then case when shared_with_group_at is null then 'gap of a draft' else 'gap' end
    when shared_with_group_at is null then 'author'
    when names_pupil_at is not null then 'group'
    else case
      when shared_with_network_at is not null and agreed in ('unasked', 'network', 'outside', 'public') then 'network'
      when (shared_with_school_at is not null or shared_with_network_at is not null)
        and agreed in ('unasked', 'school', 'network', 'outside', 'public') then 'school'
      else 'group' end
      || case when shared_outside_at is not null and agreed in ('unasked', 'outside', 'public') then ' outside' else '' end
    end`.execute(db)
}

type Row = Record<(typeof alike)[number] | 'id', string>

/** In parts, and without functions that databases spell differently. */
async function count(db: Kysely<unknown>): Promise<void> {
  const places = new Map<string, { id: string; row: Row; pieces: number }>()
  for (let after = ''; ;) {
    const { rows } = await sql<Row>`select id, group_id, enquiry_id, stage, kind, logged_by, '' as schools, reach,
      coalesce(reach_until, '') as reach_until from evidence where id > ${after} order by id limit 500`.execute(db)
    if (rows.length === 0) break
    after = rows.at(-1)!.id
    const schools = await sql<{
      evidence_id: string
      school_id: string
    }>`select evidence_id, school_id from evidence_schools
      where evidence_id in (${sql.join(rows.map(row => row.id))}) order by school_id`.execute(db)
    for (const row of rows) {
      const own = schools.rows.filter(one => one.evidence_id === row.id)
      row.schools = own.map(one => one.school_id).join(' ')
      const key = JSON.stringify(alike.map(column => row[column]))
      const place = places.get(key) ?? { id: crypto.randomUUID(), row, pieces: 0 }
      place.pieces += 1
      places.set(key, place)
      await sql`update evidence set counted_in = ${place.id} where id = ${row.id}`.execute(db)
    }
  }
  for (const { id, row, pieces } of places.values())
    await sql`insert into evidence_counts (id, ${sql.raw(alike.join(', '))}, pieces)
      values (${id}, ${sql.join(alike.map(column => row[column]))}, ${pieces})`.execute(db)
}
