import type { Place } from '../../evidence/readable-texts/anchoring.js'

/** Something that is drawn on a text: a coding or a memo. */
export interface Mark extends Place {
  id: string
  /** `BTH`; for a memo a sign. */
  mark: string
  colour: string
}

/** A run of words that carries the same marks from end to end. */
export interface Run {
  startsAt: number
  words: string
  /** The ids of all that is drawn here. */
  ids: string[]
  lines: { colour: string; lane: number }[]
  /** The marks of what ends here, said after the last word. */
  ends: string[]
}

const lanes = 6

/**
 * Cuts a text where something begins or ends, so that overlapping codings are lines beneath each other: each keeps its
 * lane from its first word to its last.
 * @param also where else it is cut: at its pages and lines
 */
export function runsOf(words: string, marks: Mark[], also: number[] = []): Run[] {
  const laid = inLanes(marks)
  const cuts = [...new Set([0, words.length, ...also, ...marks.flatMap(one => [one.startsAt, one.endsAt])])]
    .filter(at => at >= 0 && at <= words.length)
    .sort((one, other) => one - other)
  return cuts.slice(0, -1).map((startsAt, place) => {
    const endsAt = cuts[place + 1]!
    const here = laid.filter(one => one.startsAt <= startsAt && one.endsAt >= endsAt)
    return {
      startsAt,
      words: asBrowserCounts(words.slice(startsAt, endsAt)),
      ids: here.map(one => one.id),
      lines: here.map(({ colour, lane }) => ({ colour, lane })).sort((one, other) => other.lane - one.lane),
      ends: [...new Set(here.filter(one => one.endsAt === endsAt).map(one => one.mark))],
    }
  })
}

/** The longest first, each in the highest lane that is free over its whole length. */
function inLanes(marks: Mark[]): (Mark & { lane: number })[] {
  const laid: (Mark & { lane: number })[] = []
  const order = [...marks].sort((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt)
  for (const mark of order) {
    const taken = laid.filter(one => one.startsAt < mark.endsAt && mark.startsAt < one.endsAt).map(one => one.lane)
    let lane = 0
    while (taken.includes(lane) && lane < lanes - 1) lane++
    laid.push({ ...mark, lane })
  }
  return laid
}

/** As long as the words are, since places are counted in them; a browser would make one sign of a return and a line feed. */
function asBrowserCounts(words: string): string {
  return words.replace(/[\r\0]/g, ' ')
}
