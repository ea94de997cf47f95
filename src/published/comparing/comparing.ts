import { diffArrays, diffWordsWithSpace } from 'diff'
import type { Block, Document } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { textOfBlock } from '../documents/to-text.js'

/** Words of a line as they stood in both editions, or in one of them only. */
export interface Stretch {
  how: 'same' | 'added' | 'removed'
  words: string
}

export type Line = { same: number } | { stretches: Stretch[] }

export interface ComparedPart {
  heading: string
  /** What the part was called before, where that is something else. */
  was: string
  state: 'same' | 'changed' | 'new' | 'gone'
  moved: boolean
  lines: Line[]
}

interface Part {
  heading: string
  blocks: string[]
}

const MILLISECONDS = 1500
const MOST_CHANGED = 1000

/** Two editions of the same work, part by part, in words. What may not be shown any more is in neither of them. */
export function comparedParts(before: Document, after: Document): ComparedPart[] {
  const [old, young] = [partsOf(before), partsOf(after)]
  const end = Date.now() + MILLISECONDS
  const pairs = pairsOf(old, young)
  const inPlace = new Set(
    diffArrays(
      old.filter(part => pairs.has(part)).map(part => young.indexOf(pairs.get(part)!)),
      young.flatMap((part, place) => ([...pairs.values()].includes(part) ? [place] : [])),
    )
      .filter(change => !change.added && !change.removed)
      .flatMap(change => change.value),
  )
  const told = young.map((part, place): ComparedPart => {
    const earlier = [...pairs].find(([, one]) => one === part)?.[0]
    if (!earlier) return { heading: part.heading, was: '', state: 'new', moved: false, lines: whole(part, 'added') }
    const lines = linesOf(earlier.blocks, part.blocks, end)
    const was = earlier.heading === part.heading ? '' : earlier.heading
    const isSame = was === '' && lines.every(line => 'same' in line)
    return { heading: part.heading, was, state: isSame ? 'same' : 'changed', moved: !inPlace.has(place), lines }
  })
  return withGone(told, old, pairs)
}

/** A part that is gone is told where it stood. */
function withGone(told: ComparedPart[], old: Part[], pairs: Map<Part, Part>): ComparedPart[] {
  const all = [...told]
  old.forEach((part, place) => {
    if (pairs.has(part)) return
    const above = old
      .slice(0, place)
      .reverse()
      .find(one => pairs.has(one))
    const at = above ? all.findIndex(one => one.heading === pairs.get(above)!.heading) + 1 : 0
    all.splice(at, 0, { heading: part.heading, was: '', state: 'gone', moved: false, lines: whole(part, 'removed') })
  })
  return all
}

function whole(part: Part, how: 'added' | 'removed'): Line[] {
  return part.blocks.map(words => ({ stretches: [{ how, words }] }))
}

/** The title page, then what stands under each heading of the second level. */
function partsOf({ titlePage, parts }: Document): Part[] {
  const { heading, subtitle, lines } = titlePage
  // The last line of a title page says which edition it is, and differs always.
  const own = lines.filter(line => !/^Edition \d+, /.test(line))
  const title = { heading: 'Title page', blocks: [heading, ...(subtitle ? [subtitle] : []), ...own] }
  const told: Part[] = [title]
  for (const block of parts) {
    if (block.kind === 'heading' && block.level === 2) told.push({ heading: inlineText(block.inlines), blocks: [] })
    else if (block.kind !== 'rule') {
      if (told.length === 1) told.push({ heading: 'Beginning', blocks: [] })
      told.at(-1)!.blocks.push(saidBy(block))
    }
  }
  return told
}

function saidBy(block: Block): string {
  if (block.kind === 'figure') return `${inlineText(block.caption)} (picture: ${block.alt})`
  return textOfBlock(block)
}

/** Parts of the same name belong together; of the others, those that share most of their words. */
function pairsOf(old: Part[], young: Part[]): Map<Part, Part> {
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

function linesOf(before: string[], after: string[], end: number): Line[] {
  const changes = diffArrays(before, after, { maxEditLength: MOST_CHANGED, timeout: Math.max(0, end - Date.now()) })
  if (!changes) return rewritten(before, after, end)
  const lines: Line[] = []
  for (let at = 0; at < changes.length; at++) {
    const change = changes[at]!
    const next = changes[at + 1]
    if (change.removed && next?.added) {
      lines.push(...rewritten(change.value, next.value, end))
      at++
    } else if (change.added || change.removed) {
      const how = change.added ? ('added' as const) : ('removed' as const)
      lines.push(...change.value.map(words => ({ stretches: [{ how, words }] })))
    } else lines.push({ same: change.value.length })
  }
  return lines
}

/** Lines in the place of others are compared one by one, word for word; too long a comparison tells both whole. */
function rewritten(before: string[], after: string[], end: number): Line[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => {
    const [old, young] = [before[at], after[at]]
    if (old === undefined) return { stretches: [{ how: 'added', words: young! }] }
    if (young === undefined) return { stretches: [{ how: 'removed', words: old }] }
    const left = end - Date.now()
    const changes = left > 0 ? diffWordsWithSpace(old, young, { timeout: Math.min(300, left) }) : undefined
    if (!changes)
      return {
        stretches: [
          { how: 'removed', words: old },
          { how: 'added', words: young },
        ],
      }
    return {
      stretches: changes.map(({ value, added, removed }) => ({
        how: added ? 'added' : removed ? 'removed' : 'same',
        words: value,
      })),
    }
  })
}
