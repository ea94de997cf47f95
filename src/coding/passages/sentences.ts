import type { Place } from '../../evidence/readable-texts/anchoring.js'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const wrapped = 60
const atOnce = 2000

/**
 * The sentences of a text, in order, without the white space around them. A line that was only broken at the edge of a
 * page goes on in the next one; a new speaker or an empty line begins a new sentence.
 */
export function sentencesOf(words: string): Place[] {
  const places: Place[] = []
  let from = 0
  for (const segment of segmentsOf(unwrapped(words))) {
    const startsAt = from + (segment.length - segment.trimStart().length)
    const endsAt = from + segment.trimEnd().length
    if (/[\p{L}\p{N}]/u.test(segment)) places.push({ startsAt, endsAt })
    // Signs on their own, such as a closing bracket, belong to what they follow.
    else if (segment.trim() !== '' && places.length > 0) places.at(-1)!.endsAt = endsAt
    from += segment.length
  }
  return places
}

/** A long text is taken in pieces, as the segmenter looks back over all that it has parted already. */
function* segmentsOf(words: string): Generator<string> {
  let open = ''
  for (let from = 0; from < words.length; from += atOnce) {
    const found = [...segmenter.segment(open + words.slice(from, from + atOnce))].map(one => one.segment)
    // Whether the last two are two may be told by what follows.
    open = from + atOnce < words.length ? found.splice(-2).join('') : ''
    yield* found
  }
}

/** The same length, with line breaks inside a paragraph as spaces. */
function unwrapped(words: string): string {
  const lines = words.split('\n')
  return lines
    .map((line, at) => line + (at === lines.length - 1 ? '' : goesOn(line, lines[at + 1]!) ? ' ' : '\n'))
    .join('')
}

function goesOn(line: string, next: string): boolean {
  return line.trimEnd().length >= wrapped && next.trim() !== '' && !/^\s*(\p{Lu}[\p{L} .]{0,24}:|[-*•\d])/u.test(next)
}

/** Whether two places share anything. */
export function overlap(one: Place, other: Place): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}
