import type { Db } from '../database.js'
import { enquiriesOf, newestCycleOf } from '../enquiries/enquiry.js'
import type { Reader } from '../names/reader.js'
import type { Theme } from '../networks/tables.js'
import { trackOf } from '../stages.js'
import { byName } from '../words/words.js'

/** A group of a theme, as whoever looks at the theme meets it. */
export interface GroupOfTheme {
  id: string
  name: string
  question: string
  track: ReturnType<typeof trackOf>
  schools: number | null
  closed: boolean
  /** The group itself for those who stand towards it; the way to join it for colleagues; nothing for anybody else. */
  href: string | null
}

/**
 * The groups of a theme by name, open ones first: those that the person stands towards, and of the others, for those who work
 * in the network, what everybody there can read of a group that is open to join.
 */
export async function groupsOfTheme(db: Db, person: Reader, theme: Theme): Promise<GroupOfTheme[]> {
  const rows = await db
    .selectFrom('groups')
    .select(['id', 'name', 'closedAt'])
    .where('themeId', '=', theme.id)
    .execute()
  const enquiries = await enquiriesOf(
    db,
    person,
    rows.map(row => row.id),
  )
  const standing = enquiries.map(enquiry => ({
    id: enquiry.groupId,
    name: enquiry.groupName,
    question: enquiry.question,
    track: trackOf(enquiry.stage, enquiry.finishedAt !== null),
    schools: enquiry.schoolIds.length,
    closed: enquiry.closedAt !== null,
    href: `/groups/${enquiry.groupId}`,
  }))
  const others = person.works(theme.networkId)
    ? rows.filter(row => row.closedAt === null && !enquiries.some(one => one.groupId === row.id))
    : []
  const open = await Promise.all(
    others.map(async ({ id, name }): Promise<GroupOfTheme> => {
      const newest = await newestCycleOf(db, { id, names: await person.namesIn(db, id) })
      const track = trackOf(newest.stage, newest.finishedAt !== null)
      const href = newest.finishedAt === null ? `/groups/${id}/joining` : null
      return { id, name, question: newest.question, track, schools: null, closed: false, href }
    }),
  )
  return [...standing, ...open].sort((one, other) => Number(one.closed) - Number(other.closed) || byName(one, other))
}
