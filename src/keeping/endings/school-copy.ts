import type { Gathered } from '../../copies/gathering.js'
import { copiedName, copiedTexts } from '../../copies/gathering.js'
import { pieceInWords } from '../../copies/folder.js'
import { type Entry, storedEntry, textEntry } from '../../copies/zipping.js'
import type { House } from '../../house.js'
import { type Piece, piecesWithIds } from '../../evidence/evidence.js'
import { numberOf } from '../../evidence/listing/cards.js'
import { ownNames } from '../../names/names.js'
import { dayAndTime, plural } from '../../words/words.js'
import { piecesOfSchool } from '../erasing/erasing-school.js'

const atOnce = 50

/**
 * What a school brought, for the school to take along: the pieces that come from it alone and were shared with their group, each as
 * a text with its files beside it, by group. Drafts are their authors’ own.
 */
export async function* schoolCopy(
  { db, store }: Pick<House, 'db' | 'store'>,
  school: { id: string; name: string },
  at: string,
): AsyncIterable<Entry> {
  let count = 0
  for (const which of ['go', 'stay'] as const) {
    let after = ''
    for (;;) {
      const some = await piecesOfSchool(db, school.id, which, { after, most: atOnce })
      if (some.length === 0) break
      after = some.at(-1)!.id
      const pieces = await piecesWithIds(
        db,
        some.filter(one => one.shared).map(one => one.id),
      )
      for (const piece of pieces) yield* ofPiece({ db, store }, piece)
      count += pieces.length
    }
  }
  yield textEntry('READ ME.txt', readMe(school.name, count, at))
}

async function* ofPiece({ db, store }: Pick<House, 'db' | 'store'>, piece: Piece): AsyncIterable<Entry> {
  const copy: Gathered = {
    audience: 'group',
    pieces: [piece],
    left: [],
    called: { ...ownNames, person: (_, name) => name },
  }
  yield textEntry(
    `${piece.groupId}/${numberOf(piece)}.md`,
    pieceInWords(piece, copy, await copiedTexts(db, piece, copy)),
  )
  for (const [place, file] of piece.files.entries())
    yield storedEntry(store, file, `${piece.groupId}/files/${copiedName(piece, place)}`)
}

function readMe(name: string, count: number, at: string): string {
  return [
    `What ${name} brought to its network: ${plural(count, 'piece', 'pieces')} of evidence`,
    `Taken on ${dayAndTime(at)}.`,
    '',
    'A folder for each enquiry group; in it each piece as a text that any computer opens, with its pictures, sounds and',
    'documents beside it. Pieces that several schools brought together are not in it, nor drafts that nobody else has seen.',
    'Keep it as you keep other pupils’ data, and no longer than you need it.',
    '',
  ].join('\r\n')
}
