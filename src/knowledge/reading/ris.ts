import { plugins } from '@citation-js/core'
import '@citation-js/plugin-ris'
import { workFrom } from '../references/work.js'
import { breathe } from '../../web/limits/breathing.js'
import { at, type Found, LONGEST_ENTRY, MOST_ENTRIES } from './entries.js'

interface Entry {
  lines: string[]
  line: number
  ended: boolean
  /** What was said once more, of what can be said only once. */
  again: { tag: string; words: string; line: number }[]
}

/** What a work has only one of; authors, keywords and notes may be many. */
const ONCE = /^(T[YI123]|ID|CT|BT|J[OFA12]|PY|Y[12]|DA|VL|IS|SP|EP|DO|PB|CY|SN|ET|LA|M[123])$/

/** A list in RIS, entry by entry, from each TY to its ER. */
export async function readRis(text: string): Promise<Found> {
  const found: Found = { format: 'RIS', entries: [], mistakes: [] }
  for (const [place, entry] of entriesIn(text, found.mistakes).entries()) {
    if (place % 25 === 24) await breathe()
    if (place >= MOST_ENTRIES) {
      const most = MOST_ENTRIES.toLocaleString('en-GB')
      found.mistakes.push(at(entry.line, `the list goes on, and only the first ${most} entries are read.`))
      break
    }
    const read = readOne(entry)
    for (const { tag, words, line } of entry.again)
      found.mistakes.push(at(line, `a second ${tag}, “${words.slice(0, 60)}”, is left out; the first one counts.`))
    if (typeof read === 'string') found.mistakes.push(at(entry.line, read))
    else found.entries.push({ ...read, line: entry.line })
  }
  return found
}

function entriesIn(text: string, mistakes: string[]): Entry[] {
  const entries: Entry[] = []
  let open: Entry | undefined
  text.split(/\r\n?|\n/).forEach((written, place) => {
    // Some programs write one space where the format has two.
    const [, tag, words = ''] = /^\uFEFF?[ \t]*([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/.exec(written) ?? []
    if (tag === 'TY') {
      open = { lines: [`TY  - ${words.trim()}`], line: place + 1, ended: false, again: [] }
      entries.push(open)
    } else if (tag === 'ER') {
      if (open) open.ended = true
      open = undefined
    } else if (open && written.trim() !== '') addLine(open, tag, words, written, place + 1)
    else if (tag) mistakes.push(at(place + 1, `“${tag}” stands outside an entry: each begins with TY.`))
  })
  return entries.map(entry => ({ ...entry, lines: entry.lines.slice(0, 2000) }))
}

function addLine(entry: Entry, tag: string | undefined, words: string, written: string, line: number): void {
  if (!tag) entry.lines.push(written)
  else if (ONCE.test(tag) && entry.lines.some(one => one.startsWith(`${tag}  -`)))
    entry.again.push({ tag, words, line })
  else entry.lines.push(`${tag}  - ${words}`)
}

function readOne({ lines, ended }: Entry) {
  const text = lines.join('\n')
  if (text.length > LONGEST_ENTRY) return 'an entry is far too long to be one.'
  if (!ended) return 'the entry does not end: ER is missing.'
  let read: Record<string, unknown> | undefined
  try {
    const whole = { forceType: '@ris/file', generateGraph: false }
    read = plugins.input.chain(`${text}\nER  - \n`, whole).at(-1)
  } catch {
    return 'the entry could not be read.'
  }
  const work = workFrom({ ...read, ...leftOut(lines) })
  return work ? { work, key: valueOf(lines, 'ID') } : 'the entry has no title.'
}

/** What the reader of RIS passes over: the DOI of older entries, and the day on which a page was read. */
function leftOut(lines: string[]): Record<string, unknown> {
  const doi = valueOf(lines, 'DO')
  const read = valueOf(lines, 'Y2')
  return {
    ...(doi && { DOI: doi }),
    ...(read && { accessed: { 'date-parts': [read.split('/').filter(Boolean)] } }),
  }
}

function valueOf(lines: string[], tag: string): string {
  return (
    lines
      .find(line => line.startsWith(`${tag}  -`))
      ?.slice(5)
      .trim() ?? ''
  )
}
