import { chartBlock } from '../../charts/in-documents.js'
import type { GridChart } from '../../charts/chart.js'
import type { Block, Document } from '../../documents/document.js'
import { idFrom } from '../../documents/headings.js'
import { heading, paragraph, text } from '../../documents/making-blocks.js'
import type { Network } from '../../networks/tables.js'
import { day, listed, plural } from '../../words/words.js'
import type { ReviewChosen, ReviewRound } from '../tables.js'
import { squareBlock } from './square-drawing.js'
import {
  muchWanted,
  nextInPhase,
  nextStepsFor,
  type Spread,
  type SpreadOfAsked,
  type SpreadOfItem,
  type SpreadOfPart,
} from './spread.js'

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
  if (chosen.length > 0)
    parts.push(heading('What we chose to work on'), {
      kind: 'list',
      ordered: false,
      tight: false,
      items: chosen.map(one => ({ blocks: [paragraph(chosenInWords(one))] })),
    })
  for (const spread of spreads) parts.push(...(await blocksOfSpread(spread, spreads.length > 1)))
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
    blocks.push(...(await chartsOf(part)).map(one => untitledUnder(part.part.heading, one)), ...wordsOf(part))
    if (spread.stands !== 'self') continue
    const wanted = muchWanted(part)
    if (wanted.length > 0)
      blocks.push(paragraph(`Worth working on: ${wanted.map(one => one.short.toLowerCase()).join(', ')}.`, 'claim'))
    const steps = [...nextStepsFor(part).map(one => one.text), ...nextInPhase(part).flatMap(one => one.next)]
    blocks.push(
      ...listUnder('To talk about', part.part.talk, part.part.id),
      ...listUnder('This would help', steps, part.part.id),
    )
  }
  return blocks
}

/** What the heading above a picture has said already is not said again. */
function untitledUnder(above: string, block: Block): Block {
  if (block.kind !== 'chart') return block
  if (block.title === above) return { ...block, title: '' }
  return block.title === mattersIn(above) ? { ...block, title: 'How much it matters' } : block
}

function mattersIn(part: string): string {
  return `${part}: how much it matters`
}

function listUnder(title: string, lines: string[], partId: string): Block[] {
  if (lines.length === 0) return []
  const id = `${idFrom(title)}-${partId}`
  return [
    { kind: 'heading', level: 3, id, inlines: text(title) },
    { kind: 'list', ordered: false, tight: true, items: lines.map(line => ({ blocks: [paragraph(line)] })) },
  ]
}

/**
 * A picture for each way of asking in a part, with what was counted of each statement beside its words in full, and one for the
 * square. @param only the statements that are told
 */
export async function chartsOf(part: SpreadOfPart, only?: ReadonlySet<string>): Promise<Block[]> {
  const items = part.items.filter(({ item }) => only === undefined || only.has(item.id))
  const blocks: Block[] = statementsOf(items)
  for (const of of ['true', 'matters'] as const) {
    const rows = rowsOf(items, of)
    if (rows.length > 0)
      blocks.push({ ...(await chartBlock(gridOf(part.part.heading, of, rows))), numbersElsewhere: true })
  }
  for (const one of rowsOf(items, 'choice')) blocks.push(await chartBlock(barsOf(one.item.words, one.counts)))
  for (const { item, places } of items) if (places.length > 0) blocks.push(squareBlock(item.words, places))
  return blocks
}

type Row = { item: SpreadOfItem['item'] } & SpreadOfAsked

function rowsOf(items: SpreadOfItem[], of: SpreadOfAsked['of']): Row[] {
  return items.flatMap(({ item, asked }) => {
    const found = asked.find(one => one.of === of)
    return found && found.answered > 0 ? [{ item, ...found }] : []
  })
}

/** Each statement in full with its numbers: a picture has room for a few words only. */
function statementsOf(items: SpreadOfItem[]): Block[] {
  const said = items.flatMap(({ item, asked }) => {
    const counted = asked.filter(one => one.of !== 'choice' && one.answered > 0)
    return counted.length > 0 ? [{ item, counted }] : []
  })
  if (said.length === 0) return []
  const shown = said.map(({ item: { short, words }, counted }) => ({
    blocks: [
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'strong', inlines: text(`${short}: `) },
          ...text(words),
          ...counted.flatMap(one => [{ kind: 'break' as const }, ...text(countsInWords(one))]),
        ],
      } satisfies Block,
    ],
  }))
  return [{ kind: 'list', ordered: false, tight: false, items: shown }]
}

/** `Not yet 6 · mostly 3`: what nobody chose is left out. */
function countsInWords({ of, counts }: SpreadOfAsked): string {
  const chosen = counts.filter(one => one.count > 0).map(one => `${one.text} ${one.count}`)
  return `${of === 'matters' ? 'How much it matters: ' : ''}${chosen.join(' · ')}`
}

function gridOf(title: string, of: 'true' | 'matters', rows: Row[]): GridChart {
  return {
    kind: 'grid',
    title: of === 'matters' ? mattersIn(title) : title,
    of: 'statement',
    rows: rows.map(one => one.item.short),
    columns: rows[0]!.counts.map(one => one.text),
    cells: rows.map(one => one.counts.map(({ count }) => count)),
    sentence: mostChosen(rows),
  }
}

function barsOf(title: string, counts: { text: string; count: number }[]): GridChart {
  return {
    ...{ kind: 'grid', title, of: 'answer' },
    ...{ rows: counts.map(one => one.text), columns: ['how many'], cells: counts.map(one => [one.count]) },
    sentence: mostChosen([{ counts }]),
  }
}

/** `How many gave which answer. “Mostly” was given most often: 28 times out of 70.` */
function mostChosen(rows: { counts: { text: string; count: number }[] }[]): string {
  const times = new Map<string, number>()
  for (const { text: answer, count } of rows.flatMap(one => one.counts))
    times.set(answer, (times.get(answer) ?? 0) + count)
  const all = [...times.values()].reduce((sum, count) => sum + count, 0)
  const most = Math.max(...times.values())
  const answers = [...times].filter(([, count]) => count === most).map(([answer]) => `“${answer}”`)
  const were = answers.length > 1 ? 'were each' : 'was'
  return `How many gave which answer. ${listed(answers)} ${were} given most often: ${plural(most, 'time', 'times')} out of ${all}.`
}

function wordsOf(part: SpreadOfPart): Block[] {
  return part.items.flatMap(({ item, said }): Block[] =>
    said.length === 0
      ? []
      : [
          { kind: 'heading', level: 4, id: idFrom(item.words), inlines: text(item.words) },
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
