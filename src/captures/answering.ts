import type { Response } from 'express'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { loggedInWords } from '../evidence/logging/taking-in.js'
import type { Capture } from '../evidence/tables.js'
import { captureNamed, filesOfCapture, pieceOfCapture } from './capturing.js'
import { halvesOf } from './half-uploads.js'
import type { CaptureFile } from './tables.js'

/** How a capture stands: saved, or what is still to come of its files. @param isNew whether it became complete just now */
export async function answerAboutCapture(
  house: House,
  res: Response,
  person: Reader,
  before: Capture,
  isNew: boolean,
): Promise<void> {
  const { db } = house
  const capture = (await captureNamed(db, person, before.capture)) ?? before
  const piece = await pieceOfCapture(db, capture)
  const files = await filesOfCapture(db, capture)
  const saved = capture.completedAt !== null || !piece
  const refused = files.flatMap(file =>
    file.refusedBecause === null ? [] : [{ name: file.name, because: file.refusedBecause }],
  )
  const message = piece && saved ? loggedInWords(piece, refused) : null
  if (isNew && message) await tell(db, res, message, refused.length > 0 ? 'waiting' : 'done')
  const location = piece ? `/evidence/${piece.id}` : '/'
  if (saved) res.location(location)
  res
    .status(saved ? 201 : 202)
    .json({ saved, isDraft: refused.length > 0, location, message, files: await progressOf(house, capture, files) })
}

/** Of each file, whether it has been taken in or refused, and where what has come of it so far is gone on with. */
async function progressOf({ db, store }: House, capture: Capture, files: CaptureFile[]) {
  const halves = await halvesOf(db, capture)
  return Promise.all(
    files.map(async ({ part, settledAt, refusedBecause }) => {
      const half = halves.find(one => one.part === part)
      const offset = half && (await store.halves.grownTo(half.id))
      return {
        part,
        settled: settledAt !== null,
        because: refusedBecause,
        upload: half && offset !== undefined ? `/uploads/${half.id}` : null,
      }
    }),
  )
}
