import { whatIsReadOfFiles } from '../../files/reading/what-is-read.js'
import type { Response } from 'express'
import type { Db } from '../../database.js'
import { ACCEPT } from '../../files/receiving/rules.js'
import type { Reader } from '../../names/reader.js'
import { formOf, type FormState } from '../../web/read.js'
import { show } from '../../web/show.js'
import type { Piece } from '../evidence.js'
import { numberOf, pictureOf } from '../listing/cards.js'
import { mayDescribePictures, mayReviseEvidence } from '../permissions.js'
import { shownFile } from '../showing/showing.js'
import { placeOf } from '../crumbs.js'
import { mostFilesAtOnce } from './room-for-files.js'
import { sameFilesOf } from './same-files.js'

/** @param descriptions forms of descriptions that need mending, by the id of their picture */
export async function showFiles(
  res: Response,
  db: Db,
  person: Reader,
  piece: Piece,
  form: FormState,
  descriptions: Record<string, FormState> = {},
): Promise<void> {
  const same = await sameFilesOf(db, person, piece)
  show(res, 'evidence/files', {
    title: `Pictures and files of ${numberOf(piece)}`,
    ...(await placeOf(db, person, piece, true)),
    number: numberOf(piece),
    address: `/evidence/${piece.id}/files`,
    back: `/evidence/${piece.id}`,
    form,
    files: piece.files.map(file => ({
      ...shownFile(file),
      same: same.get(file.id) ?? [],
      picture: file.kind === 'image' ? pictureOf(file) : null,
      form: descriptions[file.id] ?? formOf({ alt: file.alt }),
    })),
    accept: ACCEPT,
    most: mostFilesAtOnce,
    read: whatIsReadOfFiles(piece.files),
    may: { attach: mayReviseEvidence(person, piece), describe: mayDescribePictures(person, piece) },
  })
}
