import { canonicalJson } from '../../documents/hash.js'
import type { Document } from '../../documents/document.js'
import { documentOf } from '../submitting/submissions.js'
import type { Edition } from '../tables.js'

/** Whether a draft says the very words of an edition: what was written and what is told of each piece, effect and answer. */
export function saysTheSame(draft: Document, edition: Pick<Edition, 'document'>): boolean {
  return canonicalJson(wordsOf(draft)) === canonicalJson(wordsOf(documentOf(edition)))
}

/**
 * Without what only an edition has, and without charts of the records themselves: the one of stages grows from day to day,
 * and what the others count stands in words.
 */
function wordsOf({ foot: _, address: __, parts, ...rest }: Document) {
  return { ...rest, parts: parts.filter(block => block.kind !== 'chart' || block.of !== undefined) }
}
