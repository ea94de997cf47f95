import { clock, type SpokenLine } from '../../files/captions.js'
import type { Timing } from './readable-texts.js'
import type { ReadableText } from '../tables.js'

/**
 * A readable text as `views/evidence/_readable-text.ejs` sets it. All stretches put together are the stored words,
 * letter for letter, so that a place in the page is a place in the text.
 */
export interface LaidText {
  id: string
  version: number
  source: ReadableText['source']
  stretches: Stretch[]
}

export interface Stretch {
  startsAt: number
  endsAt: number
  words: string
  /** The stretch is the break before this page. */
  page?: number
  /** The stretch is a line of a transcript that is said at this moment. */
  moment?: { from: number; to: number | null; clock: string; href: string }
}

/** @param media where the sound or film of a transcript is fetched */
export function laidOut(text: ReadableText, media = ''): LaidText {
  const { id, version, source, words } = text
  const stretches = source === 'transcript' ? linesIn(text, media) : pagesIn(words)
  return { id, version, source, stretches: stretches.filter(one => one.endsAt > one.startsAt) }
}

function pagesIn(words: string): Stretch[] {
  const stretches: Stretch[] = []
  let startsAt = 0
  let page = 1
  for (let at = words.indexOf('\f'); at >= 0; at = words.indexOf('\f', startsAt)) {
    stretches.push(stretch(words, startsAt, at), { ...stretch(words, at, at + 1), page: ++page })
    startsAt = at + 1
  }
  return [...stretches, stretch(words, startsAt, words.length)]
}

function linesIn({ words, timings }: ReadableText, media: string): Stretch[] {
  const moments = new Map(timingsIn(timings).map(timing => [timing.startsAt, timing]))
  const stretches: Stretch[] = []
  for (let startsAt = 0; startsAt < words.length;) {
    const end = words.indexOf('\n', startsAt)
    const endsAt = end < 0 ? words.length : end + 1
    const timing = moments.get(startsAt)
    stretches.push({ ...stretch(words, startsAt, endsAt), ...(timing ? { moment: momentOf(timing, media) } : {}) })
    startsAt = endsAt
  }
  return stretches
}

function momentOf({ from, to }: Timing, media: string) {
  return { from, to, clock: clock(Math.floor(from)), href: `${media}#t=${from}` }
}

function stretch(words: string, startsAt: number, endsAt: number): Stretch {
  return { startsAt, endsAt, words: words.slice(startsAt, endsAt) }
}

function timingsIn(timings: string | null): Timing[] {
  return timings ? (JSON.parse(timings) as Timing[]) : []
}

/** A transcript line by line, as it can be changed or sent as captions. */
export function spokenLines({ words, timings }: Pick<ReadableText, 'words' | 'timings'>): SpokenLine[] {
  const moments = new Map(timingsIn(timings).map(timing => [timing.startsAt, timing]))
  let at = 0
  return words.split('\n').map(line => {
    const timing = moments.get(at)
    at += line.length + 1
    return { from: timing?.from ?? null, to: timing?.to ?? null, words: line }
  })
}

/** The other way round: lines as they are stored. */
export function asStored(lines: SpokenLine[]): { words: string; timings: Timing[] } {
  const timings: Timing[] = []
  let at = 0
  for (const { from, to, words } of lines) {
    if (from !== null && words !== '') timings.push({ from, to, startsAt: at, endsAt: at + words.length })
    at += words.length + 1
  }
  return { words: lines.map(line => line.words).join('\n'), timings }
}

/** A text as somebody outside the group meets it: each name under its pseudonym, each line still at its moment. */
export function underNames(text: ReadableText, words: (text: string) => string): ReadableText {
  if (text.source !== 'transcript') return { ...text, words: words(text.words) }
  const lines = asStored(spokenLines(text).map(line => ({ ...line, words: words(line.words) })))
  return { ...text, words: lines.words, timings: text.timings === null ? null : JSON.stringify(lines.timings) }
}
