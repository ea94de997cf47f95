import type { Block } from '../../documents/document.js'
import { heading, paragraph, text } from '../../documents/making-blocks.js'
import type { BroughtReportPart, HoursOf, NetworkList, NewsOf } from '../../networks/year.js'
import { networkList } from '../../networks/year.js'
import { now } from '../../web/now.js'
import { day } from '../../words/words.js'
import { type DecisionFilter, decisionsFor } from '../deciding/decisions.js'
import { meetingActionsFor } from '../deciding/meeting-actions.js'
import { decisionColumns, meetingActionColumns, meetingColumns } from '../listing/columns.js'
import { meetingLines } from '../listing/meetings.js'
import { reachOf } from '../reach.js'

/** What the network's circles decided in a term: of minutes that are agreed, and nothing that is confidential. */
export const decidedInTerm: BroughtReportPart = {
  part: 'meetings',
  heading: 'What the circles decided',
  holds: 'Decisions of circles whose minutes are agreed, with their reasons. Nothing confidential.',
  behind: 'recommendations',
  async blocks(db, network, _term, span) {
    const rows = await db
      .selectFrom('decisions')
      .innerJoin('meetings', 'meetings.id', 'decisions.meetingId')
      .innerJoin('circles', 'circles.id', 'decisions.circleId')
      .innerJoin('agendaItems', 'agendaItems.id', 'decisions.itemId')
      .select(['decisions.number', 'decisions.decision', 'decisions.reason', 'decisions.decidedOn'])
      .select('circles.name as circle')
      .where('decisions.networkId', '=', network.id)
      .where('decisions.groupId', 'is', null)
      .where('decisions.removedAt', 'is', null)
      .where('decisions.supersededBy', 'is', null)
      .where('agendaItems.confidentialAt', 'is', null)
      .where('meetings.minutesAgreedAt', 'is not', null)
      .where('meetings.startsAt', '>=', span.from)
      .where('meetings.startsAt', '<', span.until)
      .orderBy('circles.name')
      .orderBy('decisions.number')
      .execute()
    const circles = [...new Set(rows.map(row => row.circle))]
    return circles.flatMap((circle): Block[] => [
      heading(circle, 3),
      {
        kind: 'list',
        ordered: false,
        tight: false,
        items: rows
          .filter(row => row.circle === circle)
          .map(row => ({
            blocks: [
              {
                kind: 'paragraph',
                inlines: [
                  { kind: 'strong', inlines: text(`D${row.number}: ${row.decision}`) },
                  ...text(` (${day(row.decidedOn)})`),
                ],
              },
              ...(row.reason ? [paragraph(row.reason)] : []),
            ],
          })),
      },
    ])
  },
}

/** How long people sat together: the length of each meeting that was held, for each of those who were there. */
export const hoursInMeetings: HoursOf = async (db, networkId, span) => {
  const rows = await db
    .selectFrom('meetings')
    .innerJoin('meetingPeople', 'meetingPeople.meetingId', 'meetings.id')
    .select(['meetings.id', 'meetings.startsAt', 'meetings.endsAt'])
    .select(eb => eb.fn.countAll().as('people'))
    .where('meetings.networkId', '=', networkId)
    .where('meetings.startsAt', '>=', span.from)
    .where('meetings.startsAt', '<', span.until)
    .where('meetings.endsAt', '<=', now())
    .where('meetings.cancelledAt', 'is', null)
    .where('meetingPeople.attended', '=', 'present')
    .groupBy(['meetings.id', 'meetings.startsAt', 'meetings.endsAt'])
    .execute()
  if (rows.length === 0) return []
  const hours = rows.reduce(
    (sum, row) => sum + ((Date.parse(row.endsAt!) - Date.parse(row.startsAt!)) / 3_600_000) * Number(row.people),
    0,
  )
  return [{ of: 'meetings', hours, times: rows.length }]
}

/** Minutes that were agreed, and circles that can be joined. */
export const newsOfMeetings: NewsOf = async (db, person, network, since) => {
  if (!person.works(network.id)) return []
  const agreed = await db
    .selectFrom('meetings')
    .innerJoin('circles', 'circles.id', 'meetings.circleId')
    .select(['meetings.id', 'meetings.startsAt', 'meetings.minutesAgreedAt', 'circles.name'])
    .where('meetings.networkId', '=', network.id)
    .where('meetings.groupId', 'is', null)
    .where('meetings.minutesAgreedAt', '>=', since)
    .execute()
  const founded = await db
    .selectFrom('circles')
    .select(['id', 'name', 'madeAt'])
    .where('networkId', '=', network.id)
    .where('groupId', 'is', null)
    .where('joining', '=', 'open')
    .where('closedAt', 'is', null)
    .where('madeAt', '>=', since)
    .execute()
  return [
    ...agreed.map(row => ({
      at: row.minutesAgreedAt!,
      text: `The minutes of “${row.name}” of ${day(row.startsAt)} are agreed.`,
      href: `/meetings/${row.id}/minutes`,
    })),
    ...founded.map(row => ({
      at: row.madeAt,
      text: `There is a new circle that everybody can join: “${row.name}”.`,
      href: `/circles/${row.id}`,
    })),
  ]
}

const all = { from: 0, most: 100_000 }
const ofNetwork = (networkId: string): DecisionFilter => ({ networkId })

export const meetingLists: NetworkList[] = [
  networkList({
    name: 'meetings',
    title: 'Meetings',
    columns: meetingColumns,
    lines: async (db, person, network) =>
      meetingLines(db, person, await reachOf(db, person), { networkId: network.id }, all),
  }),
  networkList({
    name: 'decisions',
    title: 'Decisions of circles',
    columns: decisionColumns,
    lines: async (db, person, network) =>
      decisionsFor(db, person, await reachOf(db, person), ofNetwork(network.id), all),
  }),
  networkList({
    name: 'meeting-actions',
    title: 'What was agreed to do at meetings',
    columns: meetingActionColumns,
    lines: async (db, person, network) =>
      meetingActionsFor(db, person, await reachOf(db, person), ofNetwork(network.id), all),
  }),
]
