import type { Block, Inline } from '../documents/document.js'
import { idFrom } from '../documents/headings.js'

export function heading(words: string, level: 2 | 3 = 2): Block {
  return { kind: 'heading', level, id: idFrom(words), inlines: text(words) }
}

export function paragraph(words: string, manner?: 'lead' | 'claim' | 'quiet'): Block {
  return { kind: 'paragraph', inlines: text(words), ...(manner && { manner }) }
}

export function text(words: string): Inline[] {
  return [{ kind: 'text', text: words }]
}
