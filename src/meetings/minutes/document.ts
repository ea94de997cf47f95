import type { Db } from '../../database.js'
import type { Block, Document } from '../../documents/document.js'
import { blocksFrom } from '../../documents/from-markdown.js'
import { heading, paragraph, text } from '../../documents/making-blocks.js'
import type { MeetingActionShown } from '../deciding/meeting-actions.js'
import type { DecisionShown } from '../deciding/decisions.js'
import { day, listed } from '../../words/words.js'
import { type FoundMeeting, heldBy } from '../meetings.js'
import type { MinutesItem, OpenActions } from '../pages.js'
import type { Meeting } from '../tables.js'
import { minutesPage } from './minutes-page.js'

/**
 * The minutes as a document to be taken away. A file goes further than its reader: what is confidential to those present is in
 * none, and each such item says only that it was there.
 */
export async function documentOfMinutes(db: Db, found: FoundMeeting, baseUrl: string): Promise<Document> {
  const page = await minutesPage(db, found)
  const { meeting, network } = found
  const open = page.items.filter(item => !item.isConfidential)
  const held = heldBackInWords(page.items.length - open.length)
  const circles = heldBy(found.circles)
  return {
    title: `Minutes: ${page.meeting.title}`,
    language: network.language,
    kindOfDocument: meeting.minutesAgreedAt ? 'Minutes' : 'Minutes, not agreed yet',
    titlePage: {
      heading: page.meeting.title,
      ...(circles !== page.meeting.title && { subtitle: circles }),
      lines: [[page.when, page.meeting.place, network.name].filter(Boolean).join(' · ')],
    },
    contents: false,
    publisher: network.name,
    foot: footOf(meeting, circles),
    address: `${baseUrl}${page.address}/minutes`,
    parts: [
      ledBy('Who was there:', page.present.length > 0 ? `${listed(page.present)}.` : 'nobody was ticked.'),
      ...(page.apologies.length > 0 ? [ledBy('Apologies:', `${listed(page.apologies)}.`)] : []),
      ...(held ? [paragraph(held, 'quiet')] : []),
      ...open.flatMap(item => [
        heading(`${item.number}. ${item.title}`),
        ...(item.kind === 'last time' ? openActions(page.openActions, page.more) : []),
        ...blocksOfItem(item),
      ]),
    ],
  }
}

function ledBy(lead: string, words: string): Block {
  return { kind: 'paragraph', inlines: [{ kind: 'strong', inlines: text(lead) }, ...text(` ${words}`)] }
}

function heldBackInWords(count: number): string {
  if (count === 0) return ''
  return count === 1
    ? 'One item is confidential to those present, and is not in this file.'
    : `${count} items are confidential to those present, and are not in this file.`
}

/** Which meeting a page belongs to, also when it lies on the table by itself. */
function footOf({ startsAt, minutesAgreedAt }: Meeting, circles: string): string {
  return [circles, day(startsAt), ...(minutesAgreedAt ? [`agreed on ${day(minutesAgreedAt)}`] : [])].join(' · ')
}

function openActions(actions: MeetingActionShown[], more: OpenActions['more']): Block[] {
  return [
    ...actionsAsTable('What we had agreed to do', actions),
    ...(more ? [paragraph(`${more.count} more were open.`, 'quiet')] : []),
  ]
}

function blocksOfItem({ words, decisions, actions, notes }: MinutesItem): Block[] {
  const blocks = [
    ...(words.trim() ? blocksFrom(words, { headingLevel: 3 }) : []),
    ...decisions.flatMap(decisionBlocks),
    ...actionsAsTable('What we agreed to do', actions),
    ...notes.map(note => paragraph(`Note of ${day(note.at)}, ${note.by}: ${note.words}`, 'quiet')),
  ]
  return blocks.length > 0 ? blocks : [paragraph('Nothing was written down.', 'quiet')]
}

function decisionBlocks({ label, decision, reason, supersededLabel }: DecisionShown): Block[] {
  return [
    paragraph(`${label}: ${decision}`, 'claim'),
    ...(reason ? [paragraph(`Because: ${reason}`)] : []),
    ...(supersededLabel ? [paragraph(`${supersededLabel} stands in its place now.`, 'quiet')] : []),
  ]
}

function actionsAsTable(caption: string, actions: MeetingActionShown[]): Block[] {
  const open = actions.filter(one => !one.confidential)
  if (open.length === 0) return []
  return [
    {
      kind: 'table',
      caption: text(caption),
      head: ['What', 'Who', 'By'].map(text),
      rows: open.map(one => [text(one.what), text(one.owner), text(day(one.dueOn))]),
      alignment: [null, null, null],
      rowHeads: true,
    },
  ]
}
