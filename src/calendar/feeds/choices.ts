import type { Db } from '../../database.js'
import { enquiriesOf } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { byName } from '../../words/words.js'
import type { CalendarFeed } from '../tables.js'

/** A calendar of which somebody can have an address, as the form calls it: `own`, `network:hafren`, `group:reading`. */
export interface FeedChoice extends Pick<CalendarFeed, 'of' | 'networkId' | 'groupId'> {
  value: string
  name: string
}

/**
 * Whose calendars somebody can have an address of: their own, of the networks that they work in, of their groups.
 * @param also groups that they are not in and may open, such as one of their network
 */
export async function feedChoices(db: Db, person: Reader, also: (string | null)[] = []): Promise<FeedChoice[]> {
  const works = person.networkIds.filter(id => person.works(id))
  const networks = await db
    .selectFrom('networks')
    .select(['id', 'name'])
    .where('id', 'in', [...works, ''])
    .execute()
  const asked = [...person.groups.map(one => one.groupId), ...also.filter(id => id !== null)]
  const groups = await enquiriesOf(db, person, [...new Set(asked)])
  return [
    choiceOf({ of: 'own', networkId: null, groupId: null }, 'Everything of my networks and groups'),
    choiceOf({ of: 'asked', networkId: null, groupId: null }, 'Only what concerns me'),
    ...networks.sort(byName).map(({ id, name }) => choiceOf({ of: 'network', networkId: id, groupId: null }, name)),
    ...groups
      .filter(group => group.closedAt === null)
      .map(({ groupId, groupName, networkId }) => ({ name: groupName, groupId, networkId }))
      .sort(byName)
      .map(({ name, groupId, networkId }) => choiceOf({ of: 'group', networkId, groupId }, name)),
  ]
}

function choiceOf(feed: Pick<CalendarFeed, 'of' | 'networkId' | 'groupId'>, name: string): FeedChoice {
  return { ...feed, value: valueOf(feed), name }
}

export function valueOf({ of, networkId, groupId }: Pick<CalendarFeed, 'of' | 'networkId' | 'groupId'>): string {
  if (of === 'network') return `network:${networkId}`
  return of === 'group' ? `group:${groupId}` : of
}

/** The group that a choice names, where it names one. */
export function groupIn(value: string): string | null {
  return value.startsWith('group:') ? value.slice('group:'.length) : null
}

/** The calendar that a feed gives, as long as its person may read it. @throws NotFound */
export async function choiceFor(db: Db, person: Reader, feed: CalendarFeed): Promise<FeedChoice> {
  const choice = (await feedChoices(db, person, [feed.groupId])).find(one => one.value === valueOf(feed))
  if (!choice) throw new NotFound('page')
  return choice
}
