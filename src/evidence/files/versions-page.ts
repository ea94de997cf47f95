import type { Response } from 'express'
import type { Db } from '../../database.js'
import type { HowMade } from '../../files/tables.js'
import { versionsOf } from '../../files/versions.js'
import type { Reader } from '../../names/reader.js'
import { namesOf } from '../../people/people.js'
import type { FormState } from '../../web/read.js'
import { show } from '../../web/show.js'
import { dayAndTime } from '../../words/words.js'
import type { Piece, PieceFile } from '../evidence.js'
import { addressOf, numberOf } from '../listing/cards.js'
import { placeOf } from '../crumbs.js'

const madeAs: Record<HowMade, string> = {
  sent: 'Added',
  replaced: 'Replaced',
  restored: 'Brought back',
  covered: 'Covered or cut',
}

/** What a file was, the newest first, by whom it was made so and when. */
export async function showVersions(
  res: Response,
  db: Db,
  person: Reader,
  piece: Piece,
  file: PieceFile,
  form: FormState,
): Promise<void> {
  const address = `/evidence/${piece.id}/files/${file.id}/versions`
  const versions = await versionsOf(db, file.id)
  const now = versions.find(one => one.version === file.version)
  const nameOfPerson = await namesOf(db, [file.uploadedBy, ...versions.map(one => one.madeBy)])
  show(res, 'evidence/versions', {
    title: `Versions of ${file.name}`,
    ...(await placeOf(db, person, piece, true)),
    number: numberOf(piece),
    name: file.name,
    current: addressOf(file),
    version: file.version,
    address,
    back: `/evidence/${piece.id}/files`,
    form,
    accept: acceptFor(file),
    earlier: versions
      .filter(one => one.version !== file.version)
      .map(one => ({
        version: one.version,
        name: one.name,
        bytes: one.bytes,
        sentence: `${madeAs[one.how]} by ${nameOfPerson(one.madeBy)}, ${dayAndTime(one.madeAt)}`,
        keptBecause: one.keptBecause,
        address: `${address}/${one.version}/${encodeURIComponent(one.name)}`,
      })),
    sentence: `${madeAs[now?.how ?? 'sent']} by ${nameOfPerson(file.uploadedBy)}, ${dayAndTime(file.uploadedAt)}`,
  })
}

function acceptFor(file: PieceFile): string {
  if (file.kind === 'image') return '.jpg,.jpeg,.png,.webp,.heic,.heif'
  return file.kind === 'sound' || file.kind === 'film' ? '.m4a,.mp3,.ogg,.webm,.mp4' : '.pdf,.docx,.xlsx,.csv,.txt'
}
