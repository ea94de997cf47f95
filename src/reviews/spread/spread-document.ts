import { chartBlock } from '../../charts/in-documents.js'
import type { GridChart } from '../../charts/chart.js'
import type { Block, Document } from '../../documents/document.js'
import { idFrom } from '../../documents/headings.js'
import { heading, paragraph, text } from '../../documents/making-blocks.js'
import type { Network } from '../../networks/tables.js'
import { day, plural } from '../../words/words.js'
import type { ReviewChosen, ReviewRound } from '../tables.js'
import { squareBlock } from './square-drawing.js'
import { muchWanted, nextInPhase, nextStepsFor, type Spread, type SpreadOfItem, type SpreadOfPart } from './spread.js'

/** The spread as a document: to lie on the table when they talk. */
export async function documentOfSpread(
  network: Network,
  round: ReviewRound,
  spreads: Spread[],
  chosen: ReviewChosen[],
  baseUrl: string,
): Promise<Document> {
  const parts: Block[] = [
    paragraph(
      'It shows how answers spread, and never who gave them. Below five answers nothing is shown. There is no right answer in it, and no mark: it is something to talk about.',
      'lead',
    ),
  ]
  for (const spread of spreads) parts.push(...(await blocksOfSpread(spread, spreads.length > 1)))
  if (chosen.length > 0)
    parts.push(heading('What we chose to work on'), {
      kind: 'list',
      ordered: false,
      tight: false,
      items: chosen.map(one => ({ blocks: [paragraph(chosenInWords(one))] })),
    })
  return {
    title: round.title,
    language: network.language,
    kindOfDocument: 'Review',
    titlePage: {
      heading: round.title,
      subtitle: network.name,
      lines: [
        spreads.map(one => `${one.heading}: ${plural(one.answers, 'answer', 'answers')}`).join(' · '),
        `Closed ${day(round.closedAt)}`,
      ],
    },
    contents: false,
    foot: day(round.closedAt),
    parts,
    address: `${baseUrl}/networks/${network.id}/reviews/${round.id}`,
  }
}

async function blocksOfSpread(spread: Spread, apart: boolean): Promise<Block[]> {
  const blocks: Block[] = []
  for (const part of spread.parts) {
    blocks.push(heading(apart ? `${part.part.heading}: ${spread.heading.toLowerCase()}` : part.part.heading))
    blocks.push(...(await chartsOf(part)), ...wordsOf(part))
    if (spread.stands !== 'self') continue
    const wanted = muchWanted(part)
    if (wanted.length > 0)
      blocks.push(paragraph(`Worth working on: ${wanted.map(one => one.short.toLowerCase()).join(', ')}.`, 'claim'))
    const steps = [...nextStepsFor(part).map(one => one.text), ...nextInPhase(part).flatMap(one => one.next)]
    blocks.push(
      ...listed('To talk about', part.part.talk, part.part.id),
      ...listed('This would help', steps, part.part.id),
    )
  }
  return blocks
}

function listed(title: string, lines: string[], partId: string): Block[] {
  if (lines.length === 0) return []
  const id = `${idFrom(title)}-${partId}`
  return [
    { kind: 'heading', level: 3, id, inlines: text(title) },
    { kind: 'list', ordered: false, tight: true, items: lines.map(line => ({ blocks: [paragraph(line)] })) },
  ]
}

/** A chart for each way of asking in a part, and one for the square. @param only the statements that are told */
export async function chartsOf(part: SpreadOfPart, only?: ReadonlySet<string>): Promise<Block[]> {
  const items = part.items.filter(({ item }) => only === undefined || only.has(item.id))
  const blocks: Block[] = []
  for (const of of ['true', 'matters', 'choice'] as const) {
    const rows = items.flatMap(({ item, asked }) => {
      const found = asked.find(one => one.of === of)
      return found && found.answered > 0 ? [{ item, ...found }] : []
    })
    if (rows.length === 0) continue
    if (of === 'choice') for (const one of rows) blocks.push(await chartBlock(barsOf(one.item.words, one.counts)))
    else blocks.push(...(of === 'true' ? [inFull(rows)] : []), await chartBlock(gridOf(part.part.heading, of, rows)))
  }
  for (const { item, places } of items) if (places.length > 0) blocks.push(squareBlock(item.words, places))
  return blocks
}

/** What the few words of a chart stand for. */
function inFull(rows: { item: SpreadOfItem['item'] }[]): Block {
  return {
    kind: 'list',
    ordered: false,
    tight: true,
    items: rows.map(({ item: { short, words } }) => ({
      blocks: [
        {
          kind: 'paragraph',
          inlines: [{ kind: 'strong', inlines: text(`${short}: `) }, ...text(words)],
        } satisfies Block,
      ],
    })),
  }
}

function gridOf(
  title: string,
  of: 'true' | 'matters',
  rows: { item: SpreadOfItem['item']; counts: { text: string; count: number }[] }[],
): GridChart {
  return {
    kind: 'grid',
    title: of === 'matters' ? `${title}: how much it matters` : title,
    counted: ['answer', 'answers'],
    of: ['statement', 'answer'],
    rows: rows.map(one => one.item.short),
    columns: rows[0]!.counts.map(one => one.text),
    cells: rows.map(one => one.counts.map(({ count }) => count)),
  }
}

function barsOf(title: string, counts: { text: string; count: number }[]): GridChart {
  return {
    ...{ kind: 'grid', title, counted: ['answer', 'answers'], of: ['answer', 'count'] },
    ...{ rows: counts.map(one => one.text), columns: ['how many'], cells: counts.map(one => [one.count]) },
  }
}

function wordsOf(part: SpreadOfPart): Block[] {
  return part.items.flatMap(({ item, said }): Block[] =>
    said.length === 0
      ? []
      : [
          paragraph(item.words, 'quiet'),
          { kind: 'list', ordered: false, tight: false, items: said.map(one => ({ blocks: [paragraph(`“${one}”`)] })) },
        ],
  )
}

/** What was chosen, and what became of it, in one line. */
export function chosenInWords(one: ReviewChosen): string {
  const ends = one.doneAt
    ? one.cameOfIt || 'It is done.'
    : one.letGoAt
      ? one.cameOfIt || 'We let it go.'
      : [one.doing, one.dueOn ? `by ${day(one.dueOn)}` : ''].filter(Boolean).join(', ')
  const what = /[.?]$/.test(one.what) ? one.what : `${one.what}.`
  return ends ? `${what} ${/[.?]$/.test(ends) ? ends : `${ends}.`}` : what
}
