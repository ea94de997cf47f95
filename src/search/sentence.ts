import type { Term } from './asking/question.js'
import { type Leaf, placesOf, type Place } from './matching.js'

/** A stretch of words, marked where it is what was looked for. */
export interface Stretch {
  text: string
  marked: boolean
}

const most = 280

/** A text with every place of the terms marked. */
export function marked(
  text: string,
  read: Leaf['words'],
  terms: Term[],
  within: Place = { at: 0, end: text.length },
): Stretch[] {
  const places = placesIn(read, terms).filter(place => place.at >= within.at && place.end <= within.end)
  const stretches: Stretch[] = []
  let from = within.at
  for (const { at, end } of places) {
    if (at > from) stretches.push({ text: text.slice(from, at), marked: false })
    stretches.push({ text: text.slice(at, end), marked: true })
    from = end
  }
  if (from < within.end) stretches.push({ text: text.slice(from, within.end), marked: false })
  return stretches
}

/** Every place of any term, in order, those that touch or overlap made one. */
export function placesIn(read: Leaf['words'], terms: Term[]): Place[] {
  const places = terms.flatMap(term => [...firstOf(placesOf(read, term), 400)]).sort((one, other) => one.at - other.at)
  const apart: Place[] = []
  for (const place of places) {
    const last = apart.at(-1)
    if (last && place.at <= last.end) last.end = Math.max(last.end, place.end)
    else apart.push({ ...place })
  }
  return apart
}

function* firstOf<One>(many: Iterable<One>, count: number): Generator<One> {
  for (const one of many) {
    if (count-- <= 0) return
    yield one
  }
}

/** The sentence that shows most of what was looked for, with where in the text the first of it stands; the opening where nothing does. */
export function sentenceFor(
  text: string,
  read: Leaf['words'],
  terms: Term[],
): { stretches: Stretch[]; place: Place | null } {
  const found = terms.map(term => [...firstOf(placesOf(read, term), 200)])
  const starts = found.flat().sort((one, other) => one.at - other.at)
  if (starts.length === 0) return { stretches: opening(text), place: null }
  let best = { place: starts[0]!, kinds: 0 }
  for (const place of starts) {
    const kinds = found.filter(places =>
      places.some(({ at, end }) => at >= place.at && end <= place.at + most - 60),
    ).length
    if (kinds > best.kinds) best = { place, kinds }
  }
  const within = sentenceAround(text, best.place)
  const stretches = marked(text, read, terms, within)
  if (within.at > 0) stretches.unshift({ text: '… ', marked: false })
  if (within.end < text.trimEnd().length) stretches.push({ text: ' …', marked: false })
  return { stretches: tidied(stretches), place: best.place }
}

/** From the beginning of the sentence, if that is near enough, to the end of one or as much as fits. */
function sentenceAround(text: string, { at, end }: Place): Place {
  const before = text.slice(Math.max(0, at - 120), at)
  const broken = [...before.matchAll(/[.!?…]["'”’)]?\s+|\n+|[。！？]/gu)].at(-1)
  let from = broken ? at - before.length + broken.index + broken[0].length : at - before.length
  if (!broken && from > 0) from = atAWord(text, from, at)
  const room = text.slice(end, Math.max(end, Math.min(text.length, from + most)))
  const stops = [...room.matchAll(/[.!?…]["'”’)]?(?=\s)|\n|[。！？]/gu)]
  const stop = stops.at(-1)
  let to = end + room.length
  if (to < text.length)
    to = stop ? end + stop.index + stop[0].length : end + (room.match(/^[\s\S]*\s/)?.[0].length ?? room.length)
  while (from < at && /\s/.test(text[from]!)) from++
  while (to > end && /\s/.test(text[to - 1]!)) to--
  return { at: from, end: to }
}

function atAWord(text: string, from: number, at: number): number {
  const space = text.slice(from, at).search(/\s/)
  return space < 0 ? safe(text, from) : from + space + 1
}

/** Never between the two halves of a letter. */
function safe(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}

function opening(text: string): Stretch[] {
  const plain = text.trim()
  if (plain === '') return []
  if (plain.length <= most) return tidied([{ text: plain, marked: false }])
  return tidied([{ text: `${plain.slice(0, safe(plain, most)).replace(/\s+\S*$/, '')} …`, marked: false }])
}

function tidied(stretches: Stretch[]): Stretch[] {
  return stretches.map(({ text, marked }) => ({ text: text.replace(/\s+/g, ' '), marked }))
}
