import { type RawBuilder, sql } from 'kysely'
import { type Agreed, covering, endsNowhere, narrowestRung } from './agreed.js'
import { consentAudienceKeys } from './audiences.js'
import { beyondTheGroup, type Chosen, toFacilitators } from './reaches.js'
import { refusedContents } from './refused.js'

/*
 * The same rule as in agreed.ts, refused.ts and reaches.ts, in SQL made of the same words. It is asked when a piece's reach is
 * renewed, never by a list: lists read what was kept.
 */

/** Of each of these pieces: how far it may go, how far it goes, and the last day on which that holds. */
export function workedOut(ids: string[], day: string): RawBuilder<{ id: string }> {
  return sql`select id, agreed, ${reach} as reach, case when agreed in (${words(endsNowhere)}) then null else ends end as reach_until
    from (select evidence.*, ${agreed(day)} as agreed, ${ends(day)} as ends from
      (select id, kind, shared_with_group_at, shared_with_school_at, shared_with_network_at, shared_outside_at, names_pupil_at,
        withdrawn_at from evidence where id in (${sql.join(ids)})) as evidence) as piece`
}

const words = (all: readonly string[]) => sql.raw(all.map(word => `'${word}'`).join(', '))

const rungOf = (column: string) =>
  sql.raw(
    `case ${column} ${consentAudienceKeys.map((key, rung) => `when '${key}' then ${rung + 1}`).join(' ')} else 1 end`,
  )

const namedByRung = sql.raw(consentAudienceKeys.map((key, rung) => `when ${rung + 1} then '${key}'`).join(' '))

function agreed(day: string): RawBuilder<Agreed> {
  return sql`coalesce((select case min(said.rung) when 0 then 'withdrawn' ${namedByRung} end from (
    select case when consents.withdrawn_at is not null then 0 when consents.ends_on < ${day} then 1
      else ${rungOf('consents.audience')} end as rung
    from consents where consents.evidence_id = evidence.id and consents.replaced_at is null
    union all
    select ${rungOf('school_refusals.audience')} as rung from evidence_schools
    inner join school_refusals on school_refusals.school_id = evidence_schools.school_id and school_refusals.ended_at is null
    where evidence_schools.evidence_id = evidence.id and (${bearsOn})
  ) as said), 'unasked')`
}

function ends(day: string) {
  return sql`(select min(consents.ends_on) from consents where consents.evidence_id = evidence.id
    and consents.replaced_at is null and consents.withdrawn_at is null and consents.ends_on >= ${day}
    and consents.audience not in ('unasked', ${narrowestRung}))`
}

const holds = (files: readonly string[]) => sql`exists (select 1 from evidence_files
  inner join files on files.id = evidence_files.file_id where evidence_files.evidence_id = evidence.id
  and evidence_files.removed_at is null and files.erased_at is null and files.kind in (${words(files)}))`

const bearsOn = sql.join(
  refusedContents.map(({ key, kinds, files }) => {
    if (kinds === 'all') return sql`school_refusals.content not in (${words(others(key))})`
    const inFiles = files.length > 0 ? sql` or ${holds(files)}` : sql``
    return sql`(school_refusals.content = ${sql.lit(key)} and (evidence.kind in (${words(kinds)})${inFiles}))`
  }),
  sql` or `,
)

function others(key: string): string[] {
  return refusedContents.flatMap(one => (one.key === key ? [] : [one.key]))
}

const columns: Record<keyof Chosen, string> = {
  sharedWithGroupAt: 'shared_with_group_at',
  sharedWithSchoolAt: 'shared_with_school_at',
  sharedWithNetworkAt: 'shared_with_network_at',
  sharedOutsideAt: 'shared_outside_at',
}

function goes({ to, chosen }: (typeof beyondTheGroup)[number] | typeof toFacilitators) {
  const any = chosen.map(one => `${columns[one]} is not null`).join(' or ')
  return sql`(${sql.raw(any)}) and agreed in (${words(covering(to))})`
}

const inside = sql`case ${sql.join(
  beyondTheGroup.map(one => sql`when ${goes(one)} then ${sql.lit(one.to)}`),
  sql` `,
)} else 'group' end`

const reach = sql`case
  when withdrawn_at is not null or agreed = 'withdrawn'
    then case when shared_with_group_at is null then 'gap of a draft' else 'gap' end
  when shared_with_group_at is null then 'author'
  when names_pupil_at is not null then 'group'
  else ${inside} || case when ${goes(toFacilitators)} then ' outside' else '' end end`
