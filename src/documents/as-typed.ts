import type { Block, Inline } from './document.js'

const MOST_STEPS = 40

/** A line that opens more than thirty quotations or lists at once, and is no rule of dashes or stars. */
const BOTTOMLESS = /^(?![ \t]*([-*])(?:[ \t]*\1)*[ \t]*$)(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){31}/

/** An item that stands in thirty or more others. */
const STEPPED = /^[ \t]{60,}(?:[-*+]|\d{1,9}[.)])[ \t]/gm

/** Words as they were typed, with nothing in them read as Markdown: an empty line parts paragraphs. */
export function asTyped(words: string): Block[] {
  return words
    .split(/\n[ \t]*\n/)
    .filter(part => part.trim() !== '')
    .map(part => ({ kind: 'paragraph', inlines: linesAsTyped(part.replace(/^\n+/, '').trimEnd()) }))
}

/** Each typed line on a line of its own. */
export function linesAsTyped(words: string): Inline[] {
  return words.split(/\r?\n/).flatMap((text, at): Inline[] => {
    const said: Inline[] = text === '' ? [] : [{ kind: 'text', text }]
    return at === 0 ? said : [{ kind: 'break' }, ...said]
  })
}

/**
 * Lists and quotations within one another without end are no Markdown that a person wrote, and would take many seconds
 * to read: the time grows with the square of their number. (For marks within a paragraph see patience.ts.)
 */
export function isTangled(markdown: string): boolean {
  return markdown.split('\n').some(line => BOTTOMLESS.test(line)) || (markdown.match(STEPPED)?.length ?? 0) > MOST_STEPS
}
