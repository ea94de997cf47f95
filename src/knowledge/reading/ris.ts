import { plugins } from '@citation-js/core'
import '@citation-js/plugin-ris'
import { workFrom } from '../references/work.js'
import { breathe } from '../../web/limits/breathing.js'
import { at, type Found, LONGEST_ENTRY, MOST_ENTRIES } from './entries.js'

interface Entry {
  lines: string[]
  line: number
  ended: boolean
}

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
    if (typeof read === 'string') found.mistakes.push(at(entry.line, read))
    else found.entries.push({ ...read, line: entry.line })
  }
  return found
}

function entriesIn(text: string, mistakes: string[]): Entry[] {
  const entries: Entry[] = []
  let open: Entry | undefined
  text.split(/\r\n?|\n/).forEach((written, place) => {
    const tag = /^\uFEFF?([A-Z][A-Z0-9]) {2}- ?/.exec(written)?.[1]
    if (tag === 'TY') {
      open = { lines: [written.replace('\uFEFF', '')], line: place + 1, ended: false }
      entries.push(open)
    } else if (tag === 'ER') {
      if (open) open.ended = true
      open = undefined
    } else if (open && written.trim() !== '') open.lines.push(written)
    else if (tag) mistakes.push(at(place + 1, `“${tag}” stands outside an entry: each begins with TY.`))
  })
  return entries.map(entry => ({ ...entry, lines: entry.lines.slice(0, 2000) }))
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
