import type { Token } from 'marked'

/**
 * To read each mark, what is left of its paragraph may be looked through once. Where all of that together comes to more
 * letters than this (half a second's work; a page of everyday Markdown comes to a few hundred thousand), the marks that
 * are left are no Markdown that a person wrote, and stay as they were typed.
 */
const MOST_LETTERS_LOOKED_THROUGH = 200_000_000

let lookedThrough = 0

/** Begins to count anew, for a text of its own. Reading is never interrupted by another, so that one count is enough. */
export function bePatientAgain(): void {
  lookedThrough = 0
}

/** As the last extension given, it is asked first, at each mark: with no more patience the rest is plain text. */
export const patience = {
  name: 'patience',
  level: 'inline' as const,
  tokenizer(text: string): Token | undefined {
    lookedThrough += text.length
    return lookedThrough > MOST_LETTERS_LOOKED_THROUGH ? { type: 'text', raw: text, text, escaped: false } : undefined
  },
}
