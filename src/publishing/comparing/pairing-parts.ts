import { diffArrays } from 'diff'
import type { Block, Document } from '../../documents/document.js'
import { inlineText } from '../../documents/inline-text.js'
import { textOfBlock } from '../../documents/to-text.js'

/** A part of an edition: its heading, and what each block beneath it says. */
export interface Part {
  heading: string
  blocks: string[]
}

/** The title page, then what stands under each heading of the second level. */
export function partsOf({ titlePage, parts }: Document): Part[] {
  const { heading, subtitle, lines } = titlePage
  // The last line of a title page says which edition it is, and differs always.
  const own = lines.filter(line => !/^Edition \d+, /.test(line))
  const title = { heading: 'Title page', blocks: [heading, ...(subtitle ? [subtitle] : []), ...own] }
  const all: Part[] = [title]
  for (const block of parts) {
    if (block.kind === 'heading' && block.level === 2) all.push({ heading: inlineText(block.inlines), blocks: [] })
    else if (block.kind !== 'rule') {
      if (all.length === 1) all.push({ heading: 'Beginning', blocks: [] })
      all.at(-1)!.blocks.push(saidBy(block))
    }
  }
  return all
}

function saidBy(block: Block): string {
  if (block.kind === 'figure') return `${inlineText(block.caption)} (picture: ${block.alt})`
  return textOfBlock(block)
}

/** Parts of the same name belong together; of the others, those that share most of their words. */
export function pairsOf(old: Part[], young: Part[]): Map<Part, Part> {
  const pairs = new Map<Part, Part>()
  const taken = new Set<Part>()
  const pair = (one: Part, other: Part | undefined) => {
    if (!other) return
    pairs.set(one, other)
    taken.add(other)
  }
  for (const part of old)
    pair(
      part,
      young.find(one => !taken.has(one) && one.heading === part.heading),
    )
  for (const part of old.filter(one => !pairs.has(one)))
    pair(
      part,
      young.find(one => !taken.has(one) && likeness(part, one) > 0.5),
    )
  return pairs
}

function likeness(one: Part, other: Part): number {
  const words = ({ blocks }: Part) => new Set(blocks.join(' ').toLowerCase().split(/\s+/).filter(Boolean))
  const [mine, yours] = [words(one), words(other)]
  const shared = [...mine].filter(word => yours.has(word)).length
  return shared / Math.max(1, mine.size, yours.size)
}

/** The places, among the parts of the later edition, of those that follow one another as they did before. */
export function placesKept(old: Part[], young: Part[], pairs: Map<Part, Part>): Set<number> {
  return new Set(
    diffArrays(
      old.filter(part => pairs.has(part)).map(part => young.indexOf(pairs.get(part)!)),
      young.flatMap((part, place) => ([...pairs.values()].includes(part) ? [place] : [])),
    )
      .filter(change => !change.added && !change.removed)
      .flatMap(change => change.value),
  )
}
