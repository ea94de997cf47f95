import type { Block, Inline, Table } from '../../documents/document.js'
import { text } from '../../documents/making-blocks.js'

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
