import type { Request, Response } from 'express'
import multer from 'multer'
import { BadInput, TooLarge } from '../../errors.js'

export interface WordsReceived {
  fields: Record<string, string>
  /** The one small file that may come along, such as subtitles; undefined when none was chosen. */
  file?: { name: string; bytes: Buffer }
}

const MOST_BYTES = 2 * 1024 ** 2

/**
 * Reads a form of words with at most one small text file, none of which reaches the disk. Call it only after the right
 * to write was checked. @throws BadInput (400), TooLarge (413)
 */
export async function receiveWords(req: Request, res: Response): Promise<WordsReceived> {
  if (!req.is('multipart/form-data')) return { fields: words(req.body) }
  const form = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      fieldNameSize: 100,
      fieldSize: MOST_BYTES,
      fields: 20,
      fileSize: MOST_BYTES,
      files: 1,
      parts: 22,
      headerPairs: 20,
      fieldNestingDepth: 1,
      fieldArrayIndexLimit: 20,
    },
  })
  const trouble = await new Promise<unknown>(resolve => form.single('file')(req, res, resolve))
  if (trouble !== undefined) {
    req.resume()
    throw whatWentWrong(trouble)
  }
  const sent = req.file
  return {
    fields: words(req.body),
    // One that was chosen and is empty has a name; where none was chosen nothing comes at all.
    ...(sent ? { file: { name: sent.originalname, bytes: sent.buffer } } : {}),
  }
}

function words(body: unknown): Record<string, string> {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>)
  return Object.fromEntries(fields.filter((field): field is [string, string] => typeof field[1] === 'string'))
}

function whatWentWrong(error: unknown): Error {
  const code = error instanceof multer.MulterError ? error.code : ''
  if (code === 'LIMIT_FILE_SIZE' || code === 'LIMIT_FIELD_VALUE')
    return new TooLarge('This is larger than a text may be: 2 MB. Choose the subtitles or the text, not the film.')
  return new BadInput('This form arrived broken, perhaps because the connection dropped. Go back and send it again.')
}
