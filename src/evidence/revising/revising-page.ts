import type { Response } from 'express'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { today } from '../../web/now.js'
import { formOf, type FormState } from '../../web/read.js'
import { show } from '../../web/show.js'
import { placeOf } from '../crumbs.js'
import type { Piece } from '../evidence.js'
import { numberOf } from '../listing/cards.js'
import { kindChoices, schoolChoices, speakerChoices, stageChoices } from '../logging/choices.js'
import type { RevisingPage } from '../pages.js'

/** The form for a piece's words, with what was typed. */
export async function showRevising(
  res: Response,
  db: Db,
  person: Reader,
  piece: Piece,
  form: FormState,
  more: { theirs?: RevisingPage['theirs']; note?: string } = {},
): Promise<void> {
  show(res, 'evidence/edit', {
    title: `Change ${numberOf(piece)}`,
    ...(await placeOf(db, person, piece, true)),
    number: numberOf(piece),
    address: `/evidence/${piece.id}/edit`,
    back: `/evidence/${piece.id}`,
    form: { ...form, values: { ...formOf(pieceAsTyped(piece)).values, ...form.values } },
    kinds: kindChoices,
    stages: stageChoices,
    speakers: speakerChoices,
    schools: await schoolChoices(db, piece.networkId),
    latest: today(),
    theirs: more.theirs ?? null,
    note: more.note ?? null,
  })
}

/** A piece as its form takes it in. */
export function pieceAsTyped(piece: Piece) {
  const { title, whatWeSaw, kind, stage, speaker, elsewhere, gatheredOn, version } = piece
  const schools = piece.schools.map(school => school.id)
  return { title, whatWeSaw, kind, stage, speaker, elsewhere, gatheredOn, version, schools }
}
