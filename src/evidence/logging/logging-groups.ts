import type { Db } from '../../database.js'
import { asksWith, type Slots } from '../../database/in-the-same-words.js'
import { enquiriesOf, type Enquiry } from '../../enquiries/enquiry.js'
import type { Reader } from '../../names/reader.js'
import { mayLogEvidence } from '../permissions.js'

/**
 * The open groups that a person may log evidence in, the one they logged in last first.
 * @param known the groups around them, where these are loaded already
 */
export async function groupsToLogIn(db: Db, person: Reader, known?: Enquiry[]): Promise<Enquiry[]> {
  const ids = person.groups.map(one => one.groupId)
  const own = known?.filter(one => ids.includes(one.groupId)) ?? (await enquiriesOf(db, person, ids))
  const open = own.filter(mayLogEvidence)
  const last = new Map(open.length > 1 ? await lastLoggedIn(db, person, open) : [])
  const lastIn = (enquiry: Enquiry) => last.get(enquiry.groupId) ?? ''
  return open.sort(
    (one, other) => lastIn(other).localeCompare(lastIn(one)) || one.groupName.localeCompare(other.groupName),
  )
}

/** The moment for each group, looked up at the end of its own stretch of an index. */
async function lastLoggedIn(db: Db, person: Reader, enquiries: Enquiry[]): Promise<[string, string][]> {
  const rows = await lastIn(db, { personId: person.id, groupIds: enquiries.map(one => one.groupId) })
  return rows.map(({ id, at }) => [id, at ?? ''])
}

const lastIn = asksWith((db, { personId, groupIds }: Slots<{ personId: string; groupIds: string[] }>) =>
  db
    .selectFrom('groups')
    .select(eb => [
      'groups.id',
      eb
        .selectFrom('evidence')
        .select(e => e.fn.max('evidence.loggedAt').as('at'))
        .whereRef('evidence.groupId', '=', 'groups.id')
        .where('evidence.loggedBy', '=', personId)
        .as('at'),
    ])
    .where('groups.id', 'in', groupIds),
)
