import { decodeHTML } from 'entities'
import { cuesIn } from './cues.js'
import { tidy } from './reading/words-found.js'

/** What somebody says, and when: in seconds from the beginning, or null where nobody noted it. */
export interface SpokenLine {
  from: number | null
  to: number | null
  words: string
}

/** The lines of a subtitle file, in their order, without their colours and places; who speaks stands before the words. */
export function linesOfCaptions(text: string, type: 'srt' | 'vtt'): SpokenLine[] {
  const lines = cuesIn(text, type)
    .sort((one, other) => one.from - other.from)
    .map(cue => ({
      from: asMoment(cue.from),
      to: cue.to > cue.from ? asMoment(cue.to) : null,
      words: oneLine(withoutTags(cue.text)),
    }))
    .filter(line => line.words !== '')
  return lines.map((line, place) => (followsAtOnce(line, lines[place + 1]) ? { ...line, to: null } : line))
}

/** As people type it: a line may begin with its moment, such as `[1:05]` or `[1:05 – 1:09.5]`. */
export function linesAsTyped(text: string): SpokenLine[] {
  return tidy(text)
    .split('\n')
    .map(line => {
      const [, from, to, words] = /^\s*\[([\d:.,]+)(?:\s*[–-]\s*([\d:.,]+))?\]\s*(.*)$/.exec(line) ?? []
      const begins = from === undefined ? null : momentIn(from)
      if (begins === null) return { from: null, to: null, words: line.trim() }
      const ends = to === undefined ? null : momentIn(to)
      return { from: begins, to: ends !== null && ends > begins ? ends : null, words: words!.trim() }
    })
}

/** The other way round: the lines as they stand in the box where they are changed. */
export function asTyped(lines: SpokenLine[]): string {
  return lines
    .map(({ from, to, words }) => {
      if (from === null) return words
      return `[${clock(from)}${to === null ? '' : ` – ${clock(to)}`}] ${words}`
    })
    .join('\n')
}

/** 65.5 → `1:05.5` */
export function clock(seconds: number): string {
  const tenths = Math.round(seconds * 10)
  const [hours, minutes, rest] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, tenths % 600]
  const [whole, part] = [Math.floor(rest / 10), rest % 10]
  const two = (number: number) => String(number).padStart(2, '0')
  const front = hours > 0 ? `${hours}:${two(minutes)}` : `${minutes}`
  return `${front}:${two(whole)}${part > 0 ? `.${part}` : ''}`
}

/** The lines that have a moment as WebVTT, for a film's captions. */
export function asVtt(lines: SpokenLine[]): string {
  const timed = lines.filter((line): line is SpokenLine & { from: number } => line.from !== null && line.words !== '')
  const cues = timed.map(({ from, to, words }, place) => {
    const until = to ?? Math.max(from + 0.5, Math.min(timed[place + 1]?.from ?? from + 5, from + 10))
    return `${stamp(from)} --> ${stamp(until)}\n${escaped(words)}\n`
  })
  return ['WEBVTT\n', ...cues].join('\n')
}

function momentIn(words: string): number | null {
  if (!/^(\d{1,3}:)?\d{1,3}:\d{1,2}([.,]\d{1,3})?$/.test(words)) return null
  return asMoment(
    words
      .replace(',', '.')
      .split(':')
      .reduce((sum, part) => sum * 60 + Number(part), 0),
  )
}

function asMoment(seconds: number): number {
  return Math.round(seconds * 10) / 10
}

function followsAtOnce(line: { to: number | null }, next?: { from: number }): boolean {
  return next !== undefined && line.to !== null && Math.abs(next.from - line.to) < 0.35
}

/** What subtitles put into words: colours, places, voices, moments. `5 < 6` and `<3` are words. */
const TAG = /^\/?(?:(?:c|i|b|u|v|rt|ruby|lang|font)(?=[\s.>])|[\d:.]{5,}>)/i
const VOICE = /^v(?:\.\S*)?\s+(?=\S)/i

/** What is said in a cue. It is read once from front to end, since tags may stand in one another without end. */
function withoutTags(cue: string): string {
  let said = ''
  let from = 0
  for (let open = cue.indexOf('<'); open >= 0; open = cue.indexOf('<', open + 1)) {
    if (!TAG.test(cue.slice(open + 1, open + 20))) continue
    const close = cue.indexOf('>', open)
    if (close < 0) break
    const tag = cue.slice(open + 1, close)
    said += cue.slice(from, open) + (VOICE.test(tag) ? `${tag.replace(VOICE, '').trim()}: ` : '')
    from = close + 1
    open = close
  }
  // Places on the screen that some programs write as `{\an8}`.
  return decodeHTML((said + cue.slice(from)).replace(/\{\\[^{}]{1,200}\}/g, ''))
}

function oneLine(words: string): string {
  return tidy(words).replace(/\s+/g, ' ').trim()
}

function stamp(seconds: number): string {
  const at = new Date(Math.round(seconds * 1000)).toISOString()
  const hours = String(Math.floor(seconds / 3600)).padStart(2, '0')
  return `${hours}:${at.slice(14, 23)}`
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
