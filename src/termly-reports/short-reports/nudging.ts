import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { lettersAfter } from '../../mail/following.js'
import type { LetterSort } from '../../mail/wishes.js'
import type { Term } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { dayReportIsDue } from '../dates.js'
import { leadLearnersOf } from './groups-in-term.js'

/** Reminds a group's lead learner of its report: a line in their day, and a letter where letters leave the house. */
export async function nudge(
  trx: Trx,
  term: Term,
  group: { id: string; networkId: string },
  person: Person,
): Promise<void> {
  await trx
    .insertInto('nudges')
    .values({ id: newId(), groupId: group.id, termId: term.id, nudgedAt: now(), nudgedBy: person.id })
    .execute()
  const aboutGroup = { networkId: group.networkId, aboutKind: 'group', aboutId: group.id }
  await record(trx, { kind: 'short report asked for', by: person, ...aboutGroup, termId: term.id })
}

export const nudgeLetters: LetterSort[] = [
  {
    letter: 'reports-asked-for',
    name: 'Our report is asked for',
    holds: 'When you lead a group, and a network leader asks for its report of the term.',
    of: 'My group',
  },
]

const askForReport = lettersAfter({
  name: 'letters that ask for reports',
  letter: 'reports-asked-for',
  follows: ['short report asked for'],
  async write({ db, baseUrl }, { personId, aboutId, details: { termId } }) {
    const asked = await db
      .selectFrom('groups')
      .innerJoin('networks', 'networks.id', 'groups.networkId')
      .innerJoin('terms', 'terms.networkId', 'networks.id')
      .select(['groups.id', 'groups.name', 'groups.networkId', 'groups.proposedAt', 'networks.name as network'])
      .select(['terms.id as termId', 'terms.name as term', 'terms.slug', 'terms.endsOn'])
      .select(['terms.sequence', 'terms.changedAt'])
      .where('groups.id', '=', aboutId)
      .where('terms.id', '=', termId)
      .where('groups.closedAt', 'is', null)
      .where('groups.id', 'not in', eb =>
        eb.selectFrom('shortReports').select('groupId').where('termId', '=', termId).where('sentAt', 'is not', null),
      )
      .executeTakeFirst()
    const by = await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()
    if (!asked || !by) return []
    const text = `${by.name} asks for the short report of “${asked.name}” for ${asked.term}.\n\nIt is begun already, from what your group logged:\n${baseUrl}/groups/${asked.id}/reports/${asked.slug}\n`
    return (await leadLearnersOf(db, [asked.id])).map(({ email }) => ({
      to: email,
      subject: `${asked.network}: your group’s report for ${asked.term}`,
      text,
      date: dayReportIsDue(asked),
    }))
  },
})

export const reportFollowers = [askForReport]
