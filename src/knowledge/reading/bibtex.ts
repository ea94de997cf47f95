import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { workFrom } from '../references/work.js'
import { breathe } from '../../web/limits/breathing.js'
import { type Entry, entryFrom, plainLetters, withWhatItIsPartOf, written } from './bibtex-entry.js'
import { at, type Found, LONGEST_ENTRY, MOST_ENTRIES, type Written } from './entries.js'

/**
 * A BibTeX or BibLaTeX list. Each entry is read by itself, so that one that is broken takes no other with it.
 */
export async function readBibtex(text: string): Promise<Found> {
  const { entries, strings, mistakes } = parted(text)
  const found: Found = { format: 'BibTeX', entries: [], mistakes }
  const parsed = entries.map(entry => (entry.whole ? entryFrom(plainLetters(entry.text)) : undefined))
  const byKey = new Map(parsed.flatMap(entry => (entry?.key ? [[entry.key.toLowerCase(), entry] as const] : [])))
  const find = (key: string) => byKey.get(key.toLowerCase())
  for (const [place, entry] of entries.entries()) {
    if (place % 25 === 24) await breathe()
    const own = parsed[place]
    // It only lends its fields to others.
    if (own?.kind === 'xdata') continue
    const read = readOne(entry, own && withWhatItIsPartOf(own, find), strings)
    if (typeof read === 'string') found.mistakes.push(at(entry.line, read))
    else found.entries.push({ ...read, line: entry.line })
  }
  return found
}

function readOne(entry: Written, parsed: Entry | undefined, strings: string) {
  const named = parsed ? parsed.key : (/^@\w+\s*[{(]\s*([^\s,{}()]*)/.exec(entry.text)?.[1] ?? '')
  const text = parsed ? written(parsed) : entry.text
  const who = named ? `the entry “${named.slice(0, 60)}”` : 'an entry'
  let read: unknown
  try {
    const used = strings && /[=#]\s*[A-Za-z]/.test(text) ? `${strings}\n` : ''
    const whole = { forceType: '@biblatex/text', generateGraph: false }
    read = plugins.input.chain(`${used}${text}`, whole).at(-1)
  } catch {
    return `${who} could not be read. Look for a missing bracket or comma.`
  }
  const work = workFrom(read)
  return work ? { work, key: named } : `${who} has no title.`
}

/** Where each entry begins and ends: `@word{` to the bracket that closes it, or to the next `@word{` at a line's start. */
function parted(text: string): { entries: (Written & { whole: boolean })[]; strings: string; mistakes: string[] } {
  const entries: (Written & { whole: boolean })[] = []
  const strings: string[] = []
  const mistakes: string[] = []
  const begins = /^[ \t]*@([A-Za-z]+)\s*[{(]/gm
  const starts = [...text.matchAll(begins)]
  let line = 1
  let counted = 0
  for (const [place, start] of starts.entries()) {
    for (; counted < start.index; counted++) if (text.charCodeAt(counted) === 10) line++
    const kind = start[1]!.toLowerCase()
    const said = text.slice(start.index, starts[place + 1]?.index ?? text.length).trim()
    if (kind === 'comment' || kind === 'preamble') continue
    const whole = closed(said.slice(0, LONGEST_ENTRY))
    if (kind === 'string') {
      if (whole && strings.join('').length < 20_000) strings.push(whole)
    } else if (entries.length >= MOST_ENTRIES) {
      mistakes.push(
        at(line, `the list goes on, and only the first ${MOST_ENTRIES.toLocaleString('en-GB')} entries are read.`),
      )
      break
    } else if (said.length > LONGEST_ENTRY && !whole) mistakes.push(at(line, 'an entry is far too long to be one.'))
    else entries.push({ text: whole ?? said, line, whole: whole !== undefined })
  }
  return { entries, strings: strings.join('\n'), mistakes }
}

/** The entry up to the bracket that closes it; undefined where none does. */
function closed(written: string): string | undefined {
  const open = written.search(/[{(]/)
  let depth = 0
  for (let place = open; place < written.length; place++) {
    const letter = written[place]
    if (letter === '\\') place++
    else if (letter === '{' || (place === open && letter === '(')) depth++
    else if (letter === '}' && --depth === 0) return written.slice(0, place + 1)
    else if (letter === ')' && written[open] === '(' && depth === 1) return written.slice(0, place + 1)
  }
  return undefined
}
