import type { Place } from '../../evidence/readable-texts/anchoring.js'
import { type Counts, noCounts } from './kappa.js'
import { overlap } from '../passages/sentences.js'
import type { ReaderPlace } from '../tables.js'

export type Unit = 'sentences' | 'characters'

/** What was read of one text, and by whom what was coded in it. */
export interface ReadText {
  textId: string
  evidenceId: string
  length: number
  sentences: Place[]
  codings: (Place & { codeId: string; reader: ReaderPlace; passageId: string })[]
}

/**
 * Compares two readings of the same texts by one code.
 * By sentences: a reader used the code in a sentence when any word of the sentence carries it. By characters: each
 * character inside a sentence is a unit, so that where a passage begins and ends counts too.
 */
export function countsFor(texts: ReadText[], codeId: string, unit: Unit): Counts {
  let counts = noCounts
  for (const text of texts) {
    const of = (reader: ReaderPlace) => text.codings.filter(one => one.codeId === codeId && one.reader === reader)
    const [first, second] = [of('first'), of('second')]
    for (const sentence of text.sentences)
      counts =
        unit === 'sentences'
          ? withSentence(counts, sentence, first, second)
          : withCharacters(counts, sentence, first, second)
  }
  return counts
}

function withSentence(counts: Counts, sentence: Place, first: Place[], second: Place[]): Counts {
  return counted(
    counts,
    first.some(one => overlap(one, sentence)),
    second.some(one => overlap(one, sentence)),
    1,
  )
}

/** Stretches between the places where something begins or ends are alike from end to end. */
function withCharacters(counts: Counts, sentence: Place, first: Place[], second: Place[]): Counts {
  const cuts = [sentence.startsAt, sentence.endsAt]
  for (const { startsAt, endsAt } of [...first, ...second])
    cuts.push(...[startsAt, endsAt].filter(at => at > sentence.startsAt && at < sentence.endsAt))
  const order = [...new Set(cuts)].sort((one, other) => one - other)
  for (let at = 0; at + 1 < order.length; at++) {
    const stretch = { startsAt: order[at]!, endsAt: order[at + 1]! }
    const used = (places: Place[]) => places.some(one => overlap(one, stretch))
    counts = counted(counts, used(first), used(second), stretch.endsAt - stretch.startsAt)
  }
  return counts
}

function counted(counts: Counts, first: boolean, second: boolean, units: number): Counts {
  const cell = first ? (second ? 'both' : 'first') : second ? 'second' : 'neither'
  return { ...counts, [cell]: counts[cell] + units }
}

/** Sentences in a row on which the two differ alike. */
export interface FoundDifference extends Place {
  textId: string
  evidenceId: string
  onlyFirst: string[]
  onlySecond: string[]
}

/** Where only one of the two used a code, in the order of the text; sentences in a row that differ alike are one place. */
export function differencesIn(text: ReadText, codeIds: string[]): FoundDifference[] {
  const found: FoundDifference[] = []
  let last: FoundDifference | null = null
  for (const sentence of text.sentences) {
    const used = (reader: ReaderPlace) =>
      codeIds.filter(code =>
        text.codings.some(one => one.codeId === code && one.reader === reader && overlap(one, sentence)),
      )
    const [first, second] = [used('first'), used('second')]
    const onlyFirst = first.filter(code => !second.includes(code))
    const onlySecond = second.filter(code => !first.includes(code))
    if (onlyFirst.length + onlySecond.length === 0) last = null
    else if (last && last.onlyFirst.join() === onlyFirst.join() && last.onlySecond.join() === onlySecond.join())
      last.endsAt = sentence.endsAt
    else {
      last = { textId: text.textId, evidenceId: text.evidenceId, ...sentence, onlyFirst, onlySecond }
      found.push(last)
    }
  }
  return found
}
