import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { insteadOf, inTheirPlace, somebody } from '../../keys/typed/names-typed.js'
import { namesAround, type Noticed, noticedAmong } from '../../keys/noticing.js'
import { type Instead, withInstead } from '../../texts/instead.js'
import type { DbAndKeys } from '../../keys/store.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { Piece } from '../evidence.js'
import { titleFor } from '../logging/logging.js'
import type { EvidencePage } from '../showing/pages.js'
import { mayReviseEvidence } from '../permissions.js'
import { aboutPiece } from '../as-fact.js'
import { type Change, rewordText, rewordTexts } from '../readable-texts/rewording.js'
import type { ReadableText } from '../tables.js'

const mostTold = 10

/** Words of the piece that look like a pupil's name, each once: in its title, its words, and what was typed of its files. */
export async function namesIn(
  house: DbAndKeys,
  person: Person,
  piece: Piece,
  texts: ReadableText[],
): Promise<EvidencePage['names']> {
  const typed = texts.filter(text => text.source !== 'words' && text.madeBy !== null)
  const each = new Map<string, Noticed>()
  const noticed = await noticingIn(house, person, piece)
  for (const text of [piece.title, piece.whatWeSaw, ...typed.map(one => one.words)])
    for (const one of await noticed(text)) each.set(one.words, one)
  const mayFix = mayReviseEvidence(person, piece)
  return [...each.values()].slice(0, mostTold).map(one => ({
    words: one.words,
    fix: mayFix ? { address: `/evidence/${piece.id}/names`, instead: one.code ?? somebody } : null,
  }))
}

async function noticingIn(
  house: DbAndKeys,
  person: Person,
  piece: Piece,
): Promise<(text: string) => Promise<Noticed[]>> {
  const around = await namesAround(house, piece, person)
  return text => noticedAmong(around, text, `/evidence/${piece.id}`)
}

/** What makes the former words again; held in memory, never stored. */
export interface Former {
  version: number
  words: string
  instead: string
  title: string
  whatWeSaw: string
  texts: { textId: string; back: Change[] }[]
}

/** Where in a piece a name stands, and what is to stand there instead. */
export interface Named {
  words: string
  instead: string
  inTitle: Noticed[]
  inWhatWeSaw: Noticed[]
  inTexts: Map<string, Noticed[]>
}

/** Looks for a name in all that a piece says, also in every earlier version of it; undefined when it is not there. */
export async function whereNamed(
  house: DbAndKeys,
  person: Person,
  piece: Piece,
  words: string,
): Promise<Named | undefined> {
  const noticed = await noticingIn(house, person, piece)
  const called = async (text: string) => (await noticed(text)).filter(one => one.words === words)
  const inTitle = await called(piece.title)
  const inWhatWeSaw = await called(piece.whatWeSaw)
  const inTexts = new Map<string, Noticed[]>()
  for (const { words: said } of await everyVersion(house.db, piece)) inTexts.set(said, await called(said))
  const [first] = [...inTitle, ...inWhatWeSaw, ...[...inTexts.values()].flat()]
  return first && { words, instead: first.code ?? somebody, inTitle, inWhatWeSaw, inTexts }
}

/**
 * Writes the code, or "a pupil", in place of a name, also in every earlier version of what the piece says. Passages
 * keep their places. @returns what makes the former words again
 */
export async function writeCodeInstead(
  trx: Trx,
  piece: Piece,
  person: Person,
  { words, instead, inTitle, inWhatWeSaw, inTexts }: Named,
): Promise<Former> {
  const texts = await rewordTexts(trx, piece.id, person, text =>
    (inTexts.get(text) ?? []).map(one => ({ ...one, instead: insteadOf(text, one) })),
  )
  const version = await say(trx, piece, {
    title: inTheirPlace(piece.title, inTitle),
    whatWeSaw: inTheirPlace(piece.whatWeSaw, inWhatWeSaw),
  })
  await record(trx, { kind: 'name in evidence replaced', by: person, ...aboutPiece(piece) })
  return { version, words, instead, title: piece.title, whatWeSaw: piece.whatWeSaw, texts }
}

/** Writes words of a piece anew: its title, its words, its texts in every version, and what its files are called and show. */
export async function rewordPiece(
  trx: Trx,
  piece: Piece,
  person: Person,
  changesIn: (words: string) => Instead[],
): Promise<void> {
  const anew = (words: string) => withInstead(words, changesIn(words))
  await rewordTexts(trx, piece.id, person, changesIn)
  await say(trx, piece, { title: anew(piece.title), whatWeSaw: anew(piece.whatWeSaw) })
  for (const { id, alt, name } of piece.files) {
    await trx
      .updateTable('evidenceFiles')
      .set({ alt: anew(alt) })
      .where('evidenceId', '=', piece.id)
      .where('fileId', '=', id)
      .execute()
    for (const version of await trx
      .selectFrom('fileVersions')
      .select(['version', 'name'])
      .where('fileId', '=', id)
      .execute())
      await trx
        .updateTable('fileVersions')
        .set({ name: anew(version.name) })
        .where('fileId', '=', id)
        .where('version', '=', version.version)
        .execute()
    await trx
      .updateTable('files')
      .set({ name: anew(name) })
      .where('id', '=', id)
      .execute()
  }
  await record(trx, { kind: 'name in evidence replaced', by: person, ...aboutPiece(piece) })
}

/** The former words stand again, as long as nobody has changed the piece since. @returns whether they do */
export async function writeNameAgain(trx: Trx, piece: Piece, person: Person, former: Former): Promise<boolean> {
  if (piece.version !== former.version) return false

  for (const { textId, back } of former.texts) await rewordText(trx, textId, back, person)
  await say(trx, piece, former)
  await record(trx, { kind: 'name in evidence written again', by: person, ...aboutPiece(piece) })

  return true
}

function everyVersion(db: Db, piece: Pick<Piece, 'id'>): Promise<{ words: string }[]> {
  return db.selectFrom('readableTexts').select('words').where('evidenceId', '=', piece.id).execute()
}

async function say(trx: Trx, piece: Piece, { title, whatWeSaw }: Pick<Piece, 'title' | 'whatWeSaw'>): Promise<number> {
  const version = piece.version + 1
  const done = await trx
    .updateTable('evidence')
    .set({ title: title || titleFor(whatWeSaw, piece.kind, piece.gatheredOn), whatWeSaw, version, revisedAt: now() })
    .where('id', '=', piece.id)
    .where('version', '=', piece.version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Conflict('Somebody else has changed this piece meanwhile. Open it again.')
  return version
}
