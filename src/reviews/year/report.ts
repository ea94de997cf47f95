import type { Block } from '../../documents/document.js'
import { heading, paragraph } from '../../documents/making-blocks.js'
import type { BroughtReportPart } from '../../networks/year.js'
import { day, plural } from '../../words/words.js'
import { chosenInRounds, toldOf } from '../choosing/choosing.js'
import { outcomeOf, showsAnything } from '../rounds/outcome.js'
import { chartsOf, chosenInWords } from '../spread/spread-document.js'
import { spreadsOf } from '../spread/spread.js'

/** Reviews that closed in the term: what leaders chose to tell of the spread, and what was chosen to work on. */
export const reviewsInReport: BroughtReportPart = {
  part: 'reviews',
  heading: 'Looking at ourselves',
  holds:
    'What you tell of the reviews that closed this term, and what was chosen to work on. Tick what is told on each review.',
  behind: 'celebrating',
  async blocks(db, network, _term, { from, until }) {
    const rounds = await db
      .selectFrom('reviewRounds')
      .selectAll()
      .where('networkId', '=', network.id)
      .where('closedAt', '>=', from)
      .where('closedAt', '<', until)
      .orderBy('closedAt')
      .execute()
    const chosen = await chosenInRounds(
      db,
      rounds.map(one => one.id),
    )
    const blocks: Block[] = []
    for (const round of rounds.filter(one => showsAnything(outcomeOf(one)))) {
      const told = await toldOf(db, round)
      if (told.size === 0) continue
      const ours = (await spreadsOf(db, round)).find(one => one.stands === 'self')
      if (!ours) continue
      blocks.push(
        heading(round.title, 3),
        paragraph(
          `${plural(ours.answers, 'person', 'people')} answered (${round.company}), until ${day(round.closedAt)}.`,
          'quiet',
        ),
      )
      for (const part of ours.parts) blocks.push(...(await chartsOf(part, told)))
      const points = chosen.get(round.id) ?? []
      if (points.length > 0)
        blocks.push(paragraph('What we chose to work on:'), {
          kind: 'list',
          ordered: false,
          tight: false,
          items: points.map(one => ({ blocks: [paragraph(chosenInWords(one))] })),
        })
    }
    return blocks
  },
}
