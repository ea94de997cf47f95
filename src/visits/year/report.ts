import type { Db } from '../../database.js'
import type { Block } from '../../documents/document.js'
import { blocksFrom } from '../../documents/from-markdown.js'
import { heading, paragraph } from '../../documents/making-blocks.js'
import type { BroughtReportPart, Span } from '../../networks/year.js'
import { byName } from '../../words/words.js'
import { accountOf } from '../far/account.js'
import { boxes } from '../notes/boxes.js'
import { plainWords } from '../../search/plain.js'
import { notesSharedIn, type SharedNote } from './shared-notes.js'

/**
 * What schools saw in each other: only from notes that their authors let the network read, without the authors’ names, and
 * from accounts that were given for it. Schools stand in the alphabet, and none is told apart from others.
 */
export const visitsReportPart: BroughtReportPart = {
  part: 'visits',
  heading: 'What schools saw in each other',
  holds:
    'From the notes that visitors and hosts let the network read, and accounts of far visits that were given for the report.',
  behind: 'see',
  async blocks(db, network, _term, span) {
    const notes = await notesSharedIn(db, network.id, span)
    const there = notes.filter(one => one.visit.kind === 'offered' && one.visit.hostName)
    return [...bySchool(there), ...(await accounts(db, network.id, span))]
  },
}

const said = {
  best: 'What was best there',
  possible: 'What made it possible',
  takeHome: 'What visitors take home',
  question: 'Questions they left',
  cameOfIt: 'What came of it',
  learned: 'What the hosts learned by preparing',
} as const

function bySchool(notes: SharedNote[]): Block[] {
  const schools = [
    ...new Map(notes.map(one => [one.visit.schoolId, { id: one.visit.schoolId, name: one.visit.hostName! }])).values(),
  ]
  return schools.sort(byName).flatMap(({ id, name }): Block[] => {
    const own = notes.filter(one => one.visit.schoolId === id)
    return [
      heading(name, 3),
      ...boxes.flatMap(({ box }): Block[] => {
        const words = own.filter(one => one.box === box).map(one => oneParagraph(one.words))
        return words.length === 0 ? [] : [paragraph(`${said[box]}: ${words.join(' · ')}`)]
      }),
    ]
  })
}

function oneParagraph(words: string): string {
  return `“${plainWords(words).replace(/\s+/g, ' ').trim()}”`
}

async function accounts(db: Db, networkId: string, { from, until }: Span): Promise<Block[]> {
  const visits = await db
    .selectFrom('visits')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('kind', '=', 'far')
    .where('accountForReportAt', '>=', from)
    .where('accountForReportAt', '<', until)
    .orderBy('firstOn')
    .execute()
  const told: Block[] = []
  for (const visit of visits) {
    const words = (await accountOf(db, visit))?.body.trim()
    if (!words) continue
    told.push(heading(visit.title, 3), paragraph(visit.elsewhere))
    told.push(...blocksFrom(words, { headingLevel: 3 }))
  }
  return told
}
