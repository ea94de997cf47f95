import type { Block, HeadingLevel, Inline, Manner } from './document.js'
import { idFrom } from './headings.js'

/** The few kinds of block that the workbench itself writes. */

export function heading(words: string, level: HeadingLevel = 2): Block {
  return { kind: 'heading', level, id: idFrom(words), inlines: text(words) }
}

export function paragraph(words: string, manner?: Manner): Block {
  return { kind: 'paragraph', inlines: text(words), ...(manner && { manner }) }
}

/** Words as they are; none where there are none. */
export function text(words: string): Inline[] {
  return words === '' ? [] : [{ kind: 'text', text: words }]
}
