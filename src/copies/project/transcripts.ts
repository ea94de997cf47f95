import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { Piece } from '../../evidence/evidence.js'
import type { Timing } from '../../evidence/readable-texts/readable-texts.js'
import type { CopiedText } from '../gathering.js'
import { textEntry } from '../zipping.js'
import { guidOf } from './guid.js'
import { codePointsTo } from './places.js'
import { chosen, type Marked, markedIn, putCodings, selectionOf } from './selections.js'
import { made, shortened, type Writing } from './writing.js'
import { plainXml } from './xml.js'

/** Each end of a line and of a coded passage is a point that joins a place in the words to a moment, where one is known. */
export function putTranscript(
  element: XMLBuilder,
  writing: Writing,
  piece: Piece,
  text: CopiedText,
  name: string,
): void {
  const guid = guidOf('source', text.id)
  writing.files.push(textEntry(`sources/${guid}.txt`, plainXml(text.words)))
  const transcript = element.ele('Transcript', {
    guid,
    name: `${name}, transcript`,
    plainTextPath: `internal://${guid}.txt`,
    ...made(writing, piece),
  })
  const marked = markedIn(writing, text)
  const point = (at: number) => guidOf('moment', `${text.id} ${at}`)
  const count = codePointsTo(text.words)
  for (const [at, seconds] of momentsIn(text, marked))
    transcript.ele('SyncPoint', {
      guid: point(at),
      ...(seconds === null ? {} : { timeStamp: Math.round(seconds * 1000) }),
      position: count(at),
    })
  for (const { passageId, startsAt, endsAt, words, codings } of marked) {
    const selection = transcript.ele('TranscriptSelection', {
      guid: selectionOf(writing, passageId),
      name: shortened(words, writing),
      fromSyncPoint: point(startsAt),
      toSyncPoint: point(endsAt),
      ...chosen(writing, text, codings),
    })
    putCodings(selection, writing, passageId, codings)
  }
}

/** The places where a line or a marked passage begins or ends, in their order, each with its second where one is known. */
function momentsIn({ renamed, timings }: CopiedText, marked: Marked[]): [place: number, seconds: number | null][] {
  const lines = renamed || timings === null ? [] : (JSON.parse(timings) as Timing[])
  const moments = new Map<number, number | null>()
  for (const { startsAt, endsAt, from, to } of lines) {
    if (!moments.has(endsAt)) moments.set(endsAt, to)
    moments.set(startsAt, from)
  }
  for (const { startsAt, endsAt } of marked)
    for (const at of [startsAt, endsAt]) if (!moments.has(at)) moments.set(at, null)
  return [...moments].sort(([a], [b]) => a - b)
}
