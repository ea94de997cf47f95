import type { Block, HeadingLevel, Inline, Table } from '../../documents/document.js'
import { idFrom } from '../../documents/headings.js'

/** The few kinds of block that a report is made of. */

export function heading(level: HeadingLevel, words: string): Block {
  return { kind: 'heading', level, id: idFrom(words), inlines: text(words) }
}

export function paragraph(words: string): Block {
  return { kind: 'paragraph', inlines: text(words) }
}

export function text(words: string): Inline[] {
  return words === '' ? [] : [{ kind: 'text', text: words }]
}

/** A list of short lines. */
export function bullets(lines: Inline[][]): Block[] {
  if (lines.length === 0) return []
  return [
    {
      kind: 'list',
      ordered: false,
      tight: true,
      items: lines.map(inlines => ({ blocks: [{ kind: 'paragraph', inlines }] })),
    },
  ]
}

export function tableOf(
  caption: string,
  head: string[],
  rows: string[][],
  alignment: Table['alignment'] = head.map(() => null),
): Table {
  return {
    kind: 'table',
    caption: text(caption),
    head: head.map(text),
    rows: rows.map(row => row.map(text)),
    alignment,
    rowHeads: true,
  }
}
