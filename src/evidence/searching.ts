import type { Db } from '../database.js'
import { enquiriesById } from '../enquiries/enquiry.js'
import type { Thread } from '../enquiries/comments/threads.js'
import { withinTheGroup } from '../names/names.js'
import type { Reader } from '../names/reader.js'
import { readers } from '../reach/readers.js'
import { idsIn, idsInGroup, idsOf } from '../search/ids.js'
import { plainWords } from '../search/plain.js'
import { after, itself } from '../search/renewals.js'
import type { Entry, Found, Searchable } from '../search/searchables.js'
import { readersOfPiece } from '../reach/ways.js'
import { today } from '../web/now.js'
import { afterPieces } from './logging/after-pieces.js'
import { numberOf } from './listing/cards.js'
import { evidenceInGroups, evidenceVisibleTo, type Piece } from './evidence.js'
import { filled } from './filling.js'
import { kindNamed } from './kinds.js'
import type { Timing } from './texts/readable-texts.js'
import type { ReadableText } from './tables.js'

/** A piece by its title, what was seen, and the names and descriptions of its files. */
export const pieceSearch: Searchable = {
  kind: 'piece',
  one: 'piece of evidence',
  many: 'pieces of evidence',
  version: 2,
  renewals: [afterPieces((_db, pieces) => pieces)],
  ids: idsIn('evidence'),
  async entries(db, ids) {
    const pieces = await findable(db, ids)
    return pieces.map(piece => ({ record: piece.id, title: titleOf(piece), words: wordsOf(piece), ...placed(piece) }))
  },
  async find(db, person, ids) {
    const pieces = await piecesVisibleTo(db, person, ids)
    return pieces.map(piece => ({ ...foundIn(piece), record: piece.id, title: piece.title, words: wordsOf(piece) }))
  },
}

/** The text of a document, and what is said in a sound or a film. */
export const textSearch: Searchable = {
  kind: 'text',
  one: 'document or transcript',
  many: 'documents and transcripts',
  version: 2,
  renewals: [afterPieces(textsOfPieces), after(['draft erased'], ({ details }) => details.texts)],
  ids: idsIn('readableTexts'),
  async entries(db, ids) {
    const texts = await textsBy(db, ids)
    const pieces = byId(
      await findable(
        db,
        texts.map(text => text.evidenceId),
      ),
    )
    return texts.flatMap(text => {
      const piece = pieces.get(text.evidenceId)
      if (!piece || !isThere(piece, text)) return []
      return [{ record: text.id, title: titleOf(piece), words: text.words, ...placed(piece, [text.source]) }]
    })
  },
  async find(db, person, ids) {
    const texts = await textsBy(db, ids)
    const pieces = byId(
      await piecesVisibleTo(
        db,
        person,
        texts.map(text => text.evidenceId),
      ),
    )
    return texts.flatMap(text => {
      const piece = pieces.get(text.evidenceId)
      if (!piece || !isThere(piece, text)) return []
      const found = foundIn(piece, [text.source])
      const moments = text.timings === null ? undefined : (JSON.parse(text.timings) as Timing[])
      const href = text.fileId ? `/evidence/${piece.id}/texts/${text.id}` : `/evidence/${piece.id}`
      return [{ ...found, record: text.id, kind: text.source, title: piece.title, words: text.words, href, moments }]
    })
  },
}

/** Words that the group has pointed at, to code them or to lean a claim on them: the group's own work. */
export const passageSearch: Searchable = {
  kind: 'passage',
  one: 'passage',
  many: 'passages',
  version: 1,
  renewals: [
    after(['passage made'], itself),
    afterPieces(passagesOfPieces),
    after(['draft erased'], ({ details }) => details.passages),
  ],
  ids: idsIn('passages'),
  async entries(db, ids) {
    const passages = await passagesBy(db, ids)
    const pieces = byId(
      await findable(
        db,
        passages.map(passage => passage.evidenceId),
      ),
    )
    return passages.flatMap(({ id, evidenceId, words }) => {
      const piece = pieces.get(evidenceId)
      if (!piece) return []
      const inside = [piece.sharedWithGroupAt ? readers.member(piece.groupId) : readers.author(piece.loggedBy)]
      return [{ record: id, title: titleOf(piece), words, ...placed(piece), readers: inside }]
    })
  },
  async find(db, person, ids) {
    const passages = await passagesBy(db, ids)
    const pieces = byId(
      await piecesVisibleTo(
        db,
        person,
        passages.map(passage => passage.evidenceId),
      ),
    )
    return passages.flatMap(({ id, evidenceId, words }) => {
      const piece = pieces.get(evidenceId)
      if (!piece || !person?.isVolunteerIn(piece.groupId)) return []
      return [{ ...foundIn(piece), record: id, kind: 'passage', title: piece.title, words }]
    })
  },
}

/** The pieces that somebody comments on: a draft has no thread, and a group's thread is for those who stand by it. */
export const aboutPieces: Thread = async (db, person, ids) => {
  const pieces = (await piecesVisibleTo(db, person, ids)).filter(piece => piece.sharedWithGroupAt !== null)
  const enquiries = await enquiriesById(
    db,
    person,
    pieces.map(piece => piece.enquiryId),
  )
  const shown = pieces.filter(piece => enquiries.has(piece.enquiryId))
  return new Map(shown.map(piece => [piece.id, { name: `evidence ${numberOf(piece)}`, page: `/evidence/${piece.id}` }]))
}

/** The records of a group. */
export const ofGroup = {
  piece: idsInGroup('evidence'),
  text: async (db: Db, groupId: string) => textsOfPieces(db, await ofGroup.piece(db, groupId)),
  passage: async (db: Db, groupId: string) => passagesOfPieces(db, await ofGroup.piece(db, groupId)),
}

/** In every version, since one that was replaced leaves the index. */
async function textsOfPieces(db: Db, pieces: string[]): Promise<string[]> {
  return idsOf(pieces, some =>
    db.selectFrom('readableTexts').select('id').where('evidenceId', 'in', some).where('source', '<>', 'words'),
  )
}

async function passagesOfPieces(db: Db, pieces: string[]): Promise<string[]> {
  return idsOf(pieces, some => db.selectFrom('passages').select('id').where('evidenceId', 'in', some))
}

/** Pieces that somebody may come upon: gaps are nobody's. */
async function findable(db: Db, ids: string[]): Promise<Piece[]> {
  if (ids.length === 0) return []
  const rows = await evidenceInGroups(db).selectAll('evidence').where('evidence.id', 'in', ids).execute()
  return (await filled(db, withinTheGroup, rows)).filter(piece => !piece.gap)
}

async function piecesVisibleTo(db: Db, person: Reader | undefined, ids: string[]): Promise<Piece[]> {
  if (!person || ids.length === 0) return []
  return filled(
    db,
    person,
    await evidenceVisibleTo(db, person).selectAll('evidence').where('evidence.id', 'in', ids).execute(),
  )
}

async function textsBy(db: Db, ids: string[]): Promise<ReadableText[]> {
  return db
    .selectFrom('readableTexts')
    .selectAll()
    .where('id', 'in', ids)
    .where('source', '<>', 'words')
    .where('replacedAt', 'is', null)
    .execute()
}

async function passagesBy(db: Db, ids: string[]) {
  return db
    .selectFrom('passages')
    .selectAll()
    .where('id', 'in', ids)
    .where('removedAt', 'is', null)
    .where('lostAt', 'is', null)
    .execute()
}

function byId(pieces: Piece[]): Map<string, Piece> {
  return new Map(pieces.map(piece => [piece.id, piece]))
}

/** A text of a file that was taken out stays with it. */
function isThere(piece: Piece, text: ReadableText): boolean {
  return text.fileId === null || piece.files.some(file => file.id === text.fileId)
}

function placed(piece: Piece, kinds: string[] = []): Omit<Entry, 'record' | 'title' | 'words'> {
  return {
    day: piece.gatheredOn,
    readers: readersOfPiece({ ...piece, schoolIds: piece.schools.map(school => school.id) }, today()),
    about: {
      kinds: [piece.kind, ...kinds],
      schools: piece.schools.map(school => school.id),
      group: piece.groupId,
      by: piece.loggedBy,
      stage: piece.stage,
    },
  }
}

function titleOf(piece: Piece): string {
  return `${numberOf(piece)} ${piece.title}`
}

function wordsOf(piece: Piece): string {
  const files = piece.files.flatMap(file => [file.alt, file.name])
  return [plainWords(piece.whatWeSaw), ...files].filter(Boolean).join('\n\n')
}

function foundIn(piece: Piece, kinds: string[] = []): Omit<Found, 'record' | 'title' | 'words'> {
  return {
    thing: `piece ${piece.id}`,
    label: numberOf(piece),
    kind: kindNamed(piece.kind),
    href: `/evidence/${piece.id}`,
    day: piece.gatheredOn,
    schools: piece.schools,
    group: { id: piece.groupId, name: piece.groupName },
    by: piece.loggedBy,
    kinds: [piece.kind, ...kinds],
    stage: piece.stage,
  }
}
