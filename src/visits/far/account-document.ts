import type { Db } from '../../database.js'
import type { Block, Document } from '../../documents/document.js'
import { blocksFrom } from '../../documents/from-markdown.js'
import { heading, paragraph } from '../../documents/making-blocks.js'
import type { Network } from '../../networks/tables.js'
import { day, fromTo, listed } from '../../words/words.js'
import { programmeLines } from '../programme.js'
import type { Visit } from '../tables.js'
import { bookingsOf } from '../visits.js'
import { accountOf } from './account.js'

/** The collected account as a document: where to, who went, what they did, and what they tell of it. */
export async function documentOfAccount(db: Db, network: Network, visit: Visit): Promise<Document> {
  const words = (await accountOf(db, visit))?.body ?? ''
  const went = (await bookingsOf(db, visit.id)).filter(one => one.state === 'booked' && one.missedAt === null)
  const who = went.map(({ name, school }) => (school ? `${name}, ${school}` : name))
  return {
    title: visit.title,
    language: network.language,
    kindOfDocument: 'Account of a visit',
    titlePage: {
      heading: visit.title,
      subtitle: visit.elsewhere,
      lines: [days(visit), ...(who.length > 0 ? [listed(who)] : []), network.name].filter(Boolean),
    },
    contents: false,
    foot: days(visit),
    parts: [
      ...(words.trim()
        ? blocksFrom(words, { headingLevel: 2 }).map(raised)
        : [paragraph('The account is still to be written.')]),
      ...programme(visit),
    ],
  }
}

function days({ firstOn, lastOn }: Visit): string {
  return firstOn && lastOn ? fromTo(firstOn, lastOn) : day(firstOn)
}

/** A paragraph for each day, so that a short account stays short. */
function programme(visit: Visit): Block[] {
  const days: { day: string; what: string[] }[] = []
  for (const line of programmeLines(visit.programme)) {
    if (line.isHeading || days.length === 0) days.push({ day: line.isHeading ? line.what : '', what: [] })
    if (!line.isHeading) days.at(-1)!.what.push([line.time, line.what].filter(Boolean).join(' '))
  }
  if (days.length === 0) return []
  return [
    heading('What we did'),
    ...days.map(({ day: name, what }) => paragraph([name, what.join(' · ')].filter(Boolean).join(': '))),
  ]
}

/** `##`, as notes are put in, stands at the second level of the document. */
function raised(block: Block): Block {
  return block.kind === 'heading' && block.level > 2 ? { ...block, level: block.level === 4 ? 3 : 2 } : block
}
