import type { Request, Response } from 'express'
import multer from 'multer'
import { BadInput, TooLarge } from '../../errors.js'
import { type Arrived, Arriving, type Refused } from './arriving.js'
import { LARGEST } from './rules.js'
import type { Store } from '../store.js'

export type Fields = Record<string, string | string[]>

export interface Received {
  fields: Fields
  arrived: Arrived[]
  refused: Refused[]
}

export interface Receiving {
  store: Store
  /** Files beyond this many are refused one by one; 10 unless said. */
  maxFiles?: number
  /** Bytes that must stay free on the disk. */
  freeReserveBytes: number
  /** Bytes left of the group's room for files. */
  roomLeft: number
}

/**
 * Reads a form with files. Call it only after the right to add was checked and the post was found to be from this site:
 * it writes to the disk. A file that cannot come in loses neither the others nor the words: it is named in `refused`
 * with a sentence. What has arrived waits outside the store until `prepareFiles` takes it; whatever still waits when the
 * answer has been sent is removed.
 * @throws BadInput (400) and TooLarge (413) when the form itself cannot be read, DiskFull (507); each with `fields`, the
 * words that were read until then, so that the page can show them again (see `fieldsReadBefore`).
 */
export function receiveFiles({ store, maxFiles = 10, freeReserveBytes, roomLeft }: Receiving) {
  return async (req: Request, res: Response): Promise<Received> => {
    if (!req.is('multipart/form-data')) return withoutFiles(req)

    const arriving = new Arriving(store, maxFiles, roomLeft)
    const coming = Number(req.headers['content-length'] ?? 0)
    // The reserve is there for words: without a file they are always taken.
    if ((await store.freeBytes()) - coming < freeReserveBytes) arriving.takeNoFile()

    const trouble = await readForm(req, res, arriving, maxFiles)
    await arriving.settled()
    const problem = arriving.trouble ?? (trouble === undefined ? undefined : whatWentWrong(trouble))
    if (problem) {
      req.resume()
      await arriving.removeAll()
      throw Object.assign(problem, { fields: fieldsOf(req.body) })
    }
    res.once('finish', () => void arriving.removeAll())
    return { fields: fieldsOf(req.body), arrived: arriving.arrived, refused: arriving.refused }
  }
}

/** The words that had been read when `receiveFiles` gave up; undefined for any other error. */
export function fieldsReadBefore(error: unknown): Fields | undefined {
  return error instanceof Error && 'fields' in error ? (error.fields as Fields) : undefined
}

function readForm(req: Request, res: Response, arriving: Arriving, maxFiles: number): Promise<unknown> {
  const form = multer({
    storage: arriving,
    defParamCharset: 'utf8',
    limits: {
      fieldNameSize: 100,
      // Each form has its own, shorter limits with a sentence beside the field; these stop what no form of ours sends.
      fieldSize: 256 * 1024,
      fields: 300,
      // Each kind of file has its own limit, and the files beyond `maxFiles` are refused kindly, so these stand further out.
      fileSize: 2 * LARGEST.film,
      files: maxFiles + 20,
      parts: 300 + maxFiles + 20,
      headerPairs: 20,
      fieldNestingDepth: 1,
      fieldArrayIndexLimit: 300,
    },
  })
  return new Promise(resolve => {
    form.any()(req, res, (error?: unknown) => {
      // Multer passes by what it does not take for a form, such as one with an empty boundary, without a word.
      resolve(error ?? (req.body === undefined ? new Error('The form was not read') : undefined))
    })
  })
}

function withoutFiles(req: Request): Received {
  const body: unknown = req.body
  if (typeof body === 'object' && body !== null) return { fields: fieldsOf(body), arrived: [], refused: [] }
  req.resume()
  throw new BadInput(
    'This form did not arrive as a form with files should. Go back, load the page again and send it again.',
  )
}

/** Forms of ours send words and lists of words; anything nested is left out, as unknown fields are. */
function fieldsOf(body: unknown): Fields {
  const fields: [string, string | string[]][] = []
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (typeof value === 'string') fields.push([name, value])
    else if (Array.isArray(value)) fields.push([name, value.filter(word => typeof word === 'string')])
  }
  return Object.fromEntries(fields)
}

const TOO_LARGE: Record<string, string> = {
  LIMIT_FILE_SIZE: `One of the files is far too large. The most is ${LARGEST.film / 1024 ** 2} MB, for a film.`,
  LIMIT_FILE_COUNT: 'There are far too many files in one go. Send ten at most, then add the rest.',
  LIMIT_PART_COUNT: 'There is more in this form than we can read in one go. Send fewer files.',
  LIMIT_FIELD_COUNT: 'There is more in this form than we can read in one go.',
  LIMIT_FIELD_VALUE: 'One of the texts is far too long. Keep each text under 50,000 characters.',
}

/** Everything that goes wrong while a form is read, apart from our own disk, is about the form that was sent. */
function whatWentWrong(error: unknown): Error {
  const code = error instanceof multer.MulterError ? error.code : ''
  const tooLarge = TOO_LARGE[code]
  if (tooLarge) return new TooLarge(tooLarge)
  return new BadInput('This form arrived broken, perhaps because the connection dropped. Go back and send it again.')
}
