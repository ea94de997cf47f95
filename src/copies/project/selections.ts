import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { CopiedText } from '../gathering.js'
import type { CopiedCoding, CopiedMemo } from './codes.js'
import { guidOf } from './guid.js'
import { putMemos, putMemosAsDescription } from './notes.js'
import { codePointsTo } from './places.js'
import { made, shortened, userOf, type Writing } from './writing.js'

/** A passage that is coded, or that a claim leans on. */
export interface Marked {
  passageId: string
  startsAt: number
  endsAt: number
  words: string
  codings: CopiedCoding[]
}

/** The passages of a text that something is said of. A text whose names were changed has lost its places. */
export function markedIn({ codes, quoted, notCarried, copy }: Writing, text: CopiedText): Marked[] {
  const own = codes.codings.filter(coding => coding.readableTextId === text.id)
  const leanedOn = quoted.get(text.id) ?? []
  if (own.length + leanedOn.length > 0 && text.renamed) {
    const piece = copy.pieces.find(one => one.id === text.evidenceId)!
    const what = own.length === 0 ? 'passages' : leanedOn.length === 0 ? 'codings' : 'codings and passages'
    notCarried.push(
      `The ${what} of ${numberOf(piece)}: names in this text were changed, so their places no longer hold.`,
    )
    return []
  }
  const passages = new Map<string, Marked>()
  for (const { passageId, startsAt, endsAt, words } of [...own, ...leanedOn])
    passages.set(passageId, {
      passageId,
      startsAt,
      endsAt,
      words,
      codings: own.filter(coding => coding.passageId === passageId),
    })
  return [...passages.values()]
}

/** REFI-QDA counts whole letters (Unicode code points) from 0; the end is the place behind the last one. */
export function putSelections(element: XMLBuilder, writing: Writing, text: CopiedText): void {
  const count = codePointsTo(text.words)
  for (const { passageId, startsAt, endsAt, words, codings } of markedIn(writing, text)) {
    const selection = element.ele('PlainTextSelection', {
      guid: selectionOf(writing, passageId),
      name: shortened(words, writing),
      startPosition: count(startsAt),
      endPosition: count(endsAt),
      ...chosen(writing, text, codings),
    })
    putCodings(selection, writing, passageId, codings)
  }
}

/** Who chose the words, and when: the first who coded them, or else whoever logged what they stand in. Some programs read no selection without. */
export function chosen(writing: Writing, { evidenceId }: CopiedText, [first]: CopiedCoding[]) {
  if (first) return { creatingUser: userOf(writing, first.madeBy, first.madeByName), creationDateTime: first.madeAt }
  return made(
    writing,
    writing.copy.pieces.find(piece => piece.id === evidenceId)!,
  )
}

/** @returns the GUID of the selection */
export function selectionOf({ selections }: Writing, passageId: string): string {
  const guid = guidOf('passage', passageId)
  selections.set(passageId, guid)
  return guid
}

/** The codes that a selection carries, and the memos on it. */
export function putCodings(selection: XMLBuilder, writing: Writing, passageId: string, codings: CopiedCoding[]): void {
  const isOnIt = (memo: CopiedMemo) => memo.passageId === passageId
  putMemosAsDescription(selection, writing, isOnIt)
  for (const { id, codeId, madeBy, madeByName, madeAt } of codings)
    selection
      .ele('Coding', {
        guid: guidOf('coding', id),
        creatingUser: userOf(writing, madeBy, madeByName),
        creationDateTime: madeAt,
      })
      .ele('CodeRef', { targetGUID: guidOf('code', codeId) })
  putMemos(selection, writing, isOnIt)
}
