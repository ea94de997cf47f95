import type { Db } from '../../database.js'
import { namesLeaving } from '../../keys/typed/names-before-leaving.js'
import type { DbAndKeys } from '../../keys/store.js'
import type { Reader } from '../../names/reader.js'
import type { Leaving, WayOut } from '../../texts/ways-out.js'
import { evidenceById, type Piece } from '../evidence.js'
import { SharingForm } from '../forms.js'
import { rewordPiece } from '../names/names-in-a-piece.js'
import { mayShareEvidence } from '../permissions.js'
import { readableTextsOf } from '../readable-texts/readable-texts.js'
import { beyondTheGroup } from './sharing.js'

/** Why a piece stays where it is when several are shared at once. */
export const mayNameAPupil = 'A word in it may be a pupil’s name. Share it by itself, and say there what it is.'

/** A piece that is shared beyond its group. */
export const pieceLeaves: WayOut = {
  at: '/evidence/:id/sharing',
  async leaving(db, person, { id }, fields) {
    const reading = SharingForm.safeParse(fields)
    if (!reading.success || !beyondTheGroup(reading.data.audience, reading.data.outside)) return undefined
    const piece = await evidenceById(db, person, id!)
    if (!piece || piece.gap || !mayShareEvidence(person, piece)) return undefined
    return {
      ...(await wordsLeaving(db, piece)),
      page: `/evidence/${piece.id}/edit`,
      reword: (trx, changesIn) => rewordPiece(trx, piece, person, changesIn),
    }
  },
}

/** Those of the pieces in which a word may name a pupil, by their ids. */
export async function piecesThatMayName(house: DbAndKeys, person: Reader, pieces: Piece[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (const piece of pieces)
    if ((await namesLeaving(house, person, await wordsLeaving(house.db, piece))).length > 0) found.add(piece.id)
  return found
}

/** Its title, its words, what was typed of its files, what they show, and what they are called. */
async function wordsLeaving(db: Db, piece: Piece): Promise<Pick<Leaving, 'groupId' | 'networkId' | 'texts'>> {
  const typed = (await readableTextsOf(db, piece)).filter(text => text.source !== 'words' && text.madeBy !== null)
  const files = piece.files.flatMap(({ alt, name }) => [alt, name.replaceAll('_', ' ')])
  const place = `/evidence/${piece.id}`
  const texts = [piece.title, piece.whatWeSaw, ...typed.map(text => text.words), ...files]
  return { groupId: piece.groupId, networkId: piece.networkId, texts: texts.map(words => ({ words, place })) }
}
