import type { Block, Inline } from '../documents/document.js'
import { idFrom } from '../documents/headings.js'

/** The few kinds of block that a booklet is made of. */

export function heading(words: string): Block {
  return { kind: 'heading', level: 2, id: idFrom(words), inlines: text(words) }
}

export function paragraph(words: string, manner?: 'lead' | 'claim' | 'sure' | 'quiet'): Block {
  return { kind: 'paragraph', inlines: text(words), ...(manner && { manner }) }
}

export function text(words: string): Inline[] {
  return [{ kind: 'text', text: words }]
}
