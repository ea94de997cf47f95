import type { Block, Document, List } from '../../documents/document.js'
import { unnamedObjection } from '../../handouts/sentences.js'
import { withoutNumbers } from '../../handouts/what-it-says.js'

const MOST = 320

/**
 * The first words of the first part, for lists and the feed. Quotations are left out: a list cannot hide them again. Words
 * that lead a list never stand without its first item, nor does an item stand in halves: a claim is not told without how
 * sure the group is of it.
 */
export function abstractOf({ parts }: Document): string {
  const from = parts.findIndex(block => block.kind === 'heading')
  const until = parts.findIndex((block, place) => place > from && block.kind === 'heading')
  return asManyAsFit(saidOneByOne(parts.slice(from + 1, until < 0 ? undefined : until)))
}

/** Sentences, and items of lists: the first of a list with the words that lead it. */
function saidOneByOne(blocks: Block[]): string[] {
  let lead = ''
  return blocks.flatMap(block => {
    if (block.kind === 'list') {
      const items = itemsOf(block).map((item, at) => (at === 0 ? `${lead} ${item}`.trim() : item))
      lead = ''
      return items
    }
    lead = ''
    if (block.kind !== 'paragraph') return []
    const words = withoutNumbers(block.inlines)
    if (!words.endsWith(':')) return sentencesOf(words)
    lead = words
    return []
  })
}

function itemsOf({ items }: List): string[] {
  return items
    .map(({ blocks }) =>
      blocks
        .flatMap(block => (block.kind === 'paragraph' ? [withoutNumbers(block.inlines)] : []))
        .join(' ')
        .replace(/Against it speaks\./, unnamedObjection)
        .replace(/Against it speaks:/, 'Against it speaks this:'),
    )
    .filter(words => words !== '')
}

function sentencesOf(words: string): string[] {
  return (words.match(/[^.!?]+[.!?]+["”’)]*\s*|[^.!?]+$/g) ?? []).map(sentence => sentence.trim())
}

/** As many as fit, one after the other; of a first one that is too long by itself, the first words. */
function asManyAsFit([first = '', ...others]: string[]): string {
  let said = first
  for (const next of others) {
    if (`${said} ${next}`.length > MOST) break
    said += ` ${next}`
  }
  return said.length <= MOST ? said : `${said.slice(0, MOST).replace(/\s+\S*$/, '')} …`
}
