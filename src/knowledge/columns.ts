import { type Column, text } from '../web/columns.js'
import type { ShownReference } from './references/shown-reference.js'

/** The published works that a group leans on, as a list. */
export const referenceColumns: Column<ShownReference>[] = [
  text('Key', 20, reference => reference.key),
  text('Reference', 80, reference => reference.line),
  text('Kind', 18, reference => reference.kind),
  text('What it does to our thinking', 60, reference =>
    reference.said.map(({ does, sentence }) => `It ${does}: ${sentence}`).join(' / '),
  ),
]
