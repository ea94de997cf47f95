import { sql } from 'kysely'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { Person } from '../../people/person.js'
import { trackOf, type Stage } from '../../stages.js'
import { byName } from '../../words/words.js'
import { unseenOf } from '../../facts/news/seeing.js'
import { enquiriesOf } from '../enquiry.js'
import { placeOfGroup } from '../news/news.js'
import type { GroupCard } from './pages.js'

/** Open groups on one page of the list. */
export const size = 24

/** The groups that somebody is in, and those that they stand behind, by name. */
export async function groupCardsOf(db: Db, person: Reader): Promise<{ mine: GroupCard[]; others: GroupCard[] }> {
  const groups = await db
    .selectFrom('groups')
    .select('id')
    .where(eb =>
      eb.or([
        eb('networkId', 'in', [...person.networkIds, '']),
        eb('id', 'in', [...person.groups.map(one => one.groupId), '']),
      ]),
    )
    .execute()
  const enquiries = await enquiriesOf(
    db,
    person,
    groups.map(group => group.id),
  )
  const unseen = await unseenOf(db, person, enquiries.map(placeOfGroup))
  const cards = enquiries
    .map(enquiry => ({
      id: enquiry.groupId,
      name: enquiry.groupName,
      question: enquiry.question,
      href: `/groups/${enquiry.groupId}`,
      track: trackOf(enquiry.stage, enquiry.finishedAt !== null),
      cycle: enquiry.cycle,
      schools: enquiry.schoolIds.length,
      closed: enquiry.closedAt !== null,
      mine: enquiry.standing.member,
      lead: enquiry.standing.lead,
      isNew: unseen.some(one => one.id === enquiry.groupId),
    }))
    .sort(byName)
  return { mine: cards.filter(card => card.mine), others: cards.filter(card => !card.mine) }
}

/** What narrows the list of open groups; what is empty narrows nothing. */
export interface OpenGroupsAsked {
  q: string
  theme: string
  stage: string
  network: string
}

/**
 * Open groups of the person's networks that they could look into, one page of them and how many there are.
 * @param known groups that the page shows already, because the person is in them or stands behind them
 * @param after how many stand on the pages before
 */
export async function openGroups(
  db: Db,
  person: Reader,
  asked: OpenGroupsAsked,
  known: string[],
  after: number,
): Promise<{ open: GroupCard[]; total: number }> {
  const query = openGroupsAsked(db, person, asked, known)
  const { total } = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['groups.id', 'groups.name', 'enquiries.question', 'enquiries.stage', 'enquiries.cycle'])
    .select(
      sql<number>`(select count(distinct one.school_id) from group_people as one
        where one.group_id = groups.id and one.left_at is null)`.as('schools'),
    )
    .orderBy('groups.proposedAt', 'desc')
    .orderBy('groups.id')
    .limit(size)
    .offset(after)
    .execute()
  const open = await Promise.all(
    rows.map(async ({ stage, ...row }) => ({
      ...row,
      question: (await person.namesIn(db, row.id)).read(row.question),
      href: `/groups/${row.id}/joining`,
      track: trackOf(stage, false),
      closed: false,
      mine: false,
      lead: false,
      isNew: false,
    })),
  )
  return { open, total }
}

function openGroupsAsked(db: Db, person: Reader, asked: OpenGroupsAsked, known: string[]) {
  const networkIds = person.networkIds.filter(id => person.works(id) && (!asked.network || id === asked.network))
  let query = db
    .selectFrom('groups')
    .innerJoin('enquiries', 'enquiries.groupId', 'groups.id')
    .where('enquiries.cycle', '=', eb =>
      eb
        .selectFrom('enquiries as newest')
        .select(e => e.fn.max('newest.cycle').as('cycle'))
        .whereRef('newest.groupId', '=', 'groups.id'),
    )
    .where('groups.networkId', 'in', [...networkIds, ''])
    .where('groups.id', 'not in', [...known, ''])
    .where('groups.closedAt', 'is', null)
    .where('enquiries.finishedAt', 'is', null)
  if (asked.theme) query = query.where('groups.themeId', '=', asked.theme)
  if (asked.stage) query = query.where('enquiries.stage', '=', asked.stage as Stage)
  if (asked.q) {
    const like = `%${asked.q.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(
      sql<boolean>`(groups.name like ${like} escape '\\' or enquiries.question like ${like} escape '\\' or groups.why like ${like} escape '\\')`,
    )
  }
  return query
}

/** The networks that somebody has to do with, by name. */
export async function networksOfPerson(db: Db, person: Person): Promise<{ id: string; name: string }[]> {
  const networks = await db
    .selectFrom('networks')
    .select(['id', 'name'])
    .where('id', 'in', [...person.networkIds, ''])
    .execute()
  return networks.sort(byName)
}

/** The open themes of these networks by name, to choose from. */
export async function themeOptions(db: Db, networkIds: string[]): Promise<{ value: string; text: string }[]> {
  const themes = await db
    .selectFrom('themes')
    .select(['id', 'name'])
    .where('networkId', 'in', [...networkIds, ''])
    .where('closedAt', 'is', null)
    .execute()
  return themes.sort(byName).map(one => ({ value: one.id, text: one.name }))
}
