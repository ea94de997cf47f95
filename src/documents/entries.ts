import type { Block, Heading, Paragraph } from './document.js'
import { inlineText } from './inline-text.js'

/** So many that they are a list, each with no more words than a line or two can hold. */
const FEWEST = 3
const LONGEST = 170

/** A small heading, and one short paragraph that tells of it. */
export type Entry = [Heading, Paragraph]

/** How many entries follow one another from a place on: a small heading each, and one short paragraph, as lists of sources are told. */
export function entriesFrom(blocks: Block[], from: number): Entry[] {
  const entries: Entry[] = []
  for (let at = from; ; at += 2) {
    const [head, words, next] = [blocks[at], blocks[at + 1], blocks[at + 2]]
    const isEntry = head?.kind === 'heading' && head.level === 4 && words?.kind === 'paragraph' && !words.manner
    if (!isEntry || (next && next.kind !== 'heading')) break
    if (inlineText(head.inlines).length + inlineText(words.inlines).length > LONGEST) break
    entries.push([head, words])
  }
  return entries.length < FEWEST ? [] : entries
}
