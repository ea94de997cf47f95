import type { Block, Document } from '../../documents/document.js'
import { heading, paragraph, text } from '../../documents/making-blocks.js'
import type { Network } from '../../networks/tables.js'
import type { Hours } from '../../networks/year.js'
import { figure, listed, plural } from '../../words/words.js'
import { timeSaid } from '../claims/in-words.js'
import { daysOf, pounds } from '../money.js'
import type { Together } from './counting.js'

/** One page for whoever gave the money: what working together cost, beside what it brought. */
export function documentOfTogether(
  network: Network,
  time: { name: string; days: string },
  counted: Together,
): Document {
  const took = linesTaken(counted)
  const brought = linesBrought(counted)
  return {
    title: `${network.name}: what working together cost and brought, ${time.name}`,
    language: network.language,
    kindOfDocument: 'Money and time',
    titlePage: {
      heading: 'What working together cost, and what it brought',
      subtitle: network.name,
      lines: [`${time.name}: ${time.days}. It says what was done together, never what one school gave or needed.`],
    },
    contents: false,
    foot: `${time.name} · counted from the network’s own records`,
    parts: [
      paragraph(inOneSentence(counted), 'lead'),
      heading('What it took'),
      ...(took.length > 0
        ? [tableOf(['What', 'How much', 'In detail'], took)]
        : [paragraph('Nothing was counted in this time yet.')]),
      ...(counted.claimed === null
        ? [paragraph('What was claimed is not told here: fewer than three colleagues claimed in this time.', 'quiet')]
        : []),
      heading('What it brought'),
      ...(brought.length > 0
        ? [tableOf(['What', 'How many', 'In detail'], brought)]
        : [paragraph('What groups share and schools take up will be counted here.')]),
    ],
  }
}

function inOneSentence(counted: Together): string {
  const gave = givenInWords(counted)
  const { claims, takenUp, grown } = counted.brought
  const brought = [
    ...(claims > 0 ? [plural(claims, 'claim was shared', 'claims were shared')] : []),
    ...(takenUp > 0 ? [plural(takenUp, 'recommendation was taken up', 'recommendations were taken up')] : []),
    ...(grown.length > 0
      ? [plural(grown.length, 'colleague led for the first time', 'colleagues led for the first time')]
      : []),
  ]
  if (gave.length === 0 && brought.length === 0) return 'Nothing has been counted in this time yet.'
  if (gave.length === 0) return `In this time ${listed(brought)}.`
  return `Together, colleagues gave ${listed(gave)}.${brought.length > 0 ? ` In that time ${listed(brought)}.` : ''}`
}

/** `12 hours in meetings (6 times)`, `9 days of release time`, `214 miles`. */
export function givenInWords({ hours, claimed }: Together): string[] {
  return [
    ...hours.map(one => {
      const often = one.times > 1 ? ` (${one.times.toLocaleString('en-GB')} times)` : ''
      return `${timeSaid(minutesOf(one))} in ${one.of}${often}`
    }),
    ...(claimed && claimed.halfDays > 0 ? [`${daysOf(claimed.halfDays)} of release time`] : []),
    ...(claimed && claimed.tenthsOfMiles > 0
      ? [plural(Math.round(claimed.tenthsOfMiles / 10), 'mile', 'miles') + ' on the road']
      : []),
  ]
}

/** To the half hour. */
function minutesOf({ hours }: Hours): number {
  return Math.round(hours * 2) * 30
}

function linesTaken({ hours, claimed }: Together): string[][] {
  const lines = hours.map((one: Hours) => [
    `Time in ${one.of}`,
    timeSaid(minutesOf(one)),
    plural(one.times, 'time', 'times'),
  ])
  if (!claimed) return lines
  return [
    ...lines,
    ...(claimed.halfDays > 0 ? [['Release time', daysOf(claimed.halfDays), 'agreed by heads']] : []),
    ...(claimed.minutes > 0 ? [['Twilight hours', timeSaid(claimed.minutes), 'claimed after school']] : []),
    ...(claimed.journeys > 0
      ? [
          [
            'Travel',
            plural(claimed.journeys, 'journey', 'journeys'),
            claimed.tenthsOfMiles > 0 ? `${figure(claimed.tenthsOfMiles / 10)} miles` : '',
          ],
        ]
      : []),
    ...(claimed.pence > 0 ? [['All of it, from the funds', pounds(claimed.pence), 'agreed']] : []),
  ]
}

function linesBrought({ hours, brought }: Together): string[][] {
  const visits = hours.find(one => one.of === 'visits')
  const { claims, takenUp, inPlace, grown } = brought
  return [
    ...(claims > 0 ? [['Claims shared', claims.toLocaleString('en-GB'), 'each with its evidence']] : []),
    ...(takenUp > 0
      ? [['Recommendations taken up', takenUp.toLocaleString('en-GB'), 'accepted by a head, as it is or with changes']]
      : []),
    ...(inPlace > 0
      ? [['In place in a school', inPlace.toLocaleString('en-GB'), 'somebody who visits could see it']]
      : []),
    ...(visits ? [['Visits made', visits.times.toLocaleString('en-GB'), 'to see each other at work']] : []),
    ...(grown.length > 0
      ? [['Colleagues who led for the first time', grown.length.toLocaleString('en-GB'), 'a group or a theme']]
      : []),
  ]
}

function tableOf(head: string[], rows: string[][]): Block {
  return {
    kind: 'table',
    head: head.map(text),
    rows: rows.map(row => row.map(text)),
    alignment: [null, 'right', null],
    rowHeads: true,
  }
}
