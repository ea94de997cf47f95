import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import type { Document } from '../../documents/document.js'
import type { House } from '../../house.js'
import { pdfOf } from '../../pdf/draw.js'
import type { Form } from '../../pdf/form.js'
import { savedAs } from '../../web/saved-as.js'
import { picturesThen } from '../editions/pictures-then.js'

/**
 * Draws a document off the request path, or finds it drawn already, and sends it.
 * @param name what the file is called when it is saved, without `.pdf`
 */
export async function sendPdf(
  house: House,
  res: Response,
  document: Document,
  name: string,
  form?: Form,
): Promise<void> {
  const to = join(house.cache, 'pdf')
  const path = await withPictures(house, document, picturePath =>
    pdfOf(document, { picturePath, to, ...(form && { form }) }),
  )
  const { size } = await stat(path)
  res.type('application/pdf')
  res.set('Content-Length', String(size))
  res.set('Content-Disposition', savedAs(`${name}.pdf`, 'inline'))
  if (res.req.method === 'HEAD') return void res.end()
  await pipeline(createReadStream(path), res).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

/** Work with the file behind each picture of a document, by the picture's id: small enough for paper, as a JPEG. */
export async function withPictures<Result>(
  { db, store }: House,
  document: Document,
  work: (picturePath: Record<string, string>) => Promise<Result>,
): Promise<Result> {
  const files = [...(await picturesThen(db, document)).values()]
  const keys = files.flatMap(({ id, smallAs }) => (smallAs ? [[id, smallAs] as const] : []))
  return store.lend(
    keys.map(([, key]) => key),
    pathOf => work(Object.fromEntries(keys.map(([id, key]) => [id, pathOf(key)]))),
  )
}
