import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request, Response } from 'express'
import multer, { MulterError } from 'multer'
import { readableText } from '../../files/receiving/text.js'

const largest = 150 * 1024 * 1024

export interface ReceivedExtract {
  name: string
  path: string
  /** What is wrong with what was sent, in a sentence; null when a file has arrived. */
  refused: string | null
  remove(): Promise<void>
}

/** Takes one large CSV file into the folder for temporary files; the caller removes it when it has been read. */
export async function receiveExtract(req: Request, res: Response): Promise<ReceivedExtract> {
  const name = `extract-${randomUUID()}.csv`
  const path = join(tmpdir(), name)
  const form = multer({
    storage: multer.diskStorage({ destination: tmpdir(), filename: (_req, _file, use) => use(null, name) }),
    defParamCharset: 'utf8',
    limits: {
      fieldNameSize: 100,
      fieldSize: 10_000,
      fields: 10,
      fileSize: largest,
      files: 1,
      parts: 12,
      headerPairs: 20,
    },
  })
  const trouble = await new Promise<unknown>(resolve => form.single('file')(req, res, resolve))
  return {
    name: req.file?.originalname ?? '',
    path,
    refused: trouble ? troubleInWords(trouble) : req.file ? null : 'Choose the CSV file first.',
    remove: () => rm(path, { force: true }),
  }
}

function troubleInWords(trouble: unknown): string {
  if (trouble instanceof MulterError && trouble.code === 'LIMIT_FILE_SIZE')
    return 'The file is larger than 150 MB. The list of all schools is about 60 MB; check that you chose the right file.'
  return 'The file did not arrive whole. Please send it once more.'
}

/**
 * The fields of a form and the words of the small CSV file sent with it, if there is one; at most 1 MB.
 * @param of whom the list is of, such as `people`
 */
export async function receiveSmallList(
  req: Request,
  res: Response,
  of: string,
): Promise<{ fields: Record<string, unknown>; file: string | null; refused: string | null }> {
  if (!req.is('multipart/form-data'))
    return { fields: (req.body ?? {}) as Record<string, unknown>, file: null, refused: null }
  const form = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      fieldNameSize: 100,
      fieldSize: 400_000,
      fields: 10,
      fileSize: 1024 * 1024,
      files: 1,
      parts: 12,
      headerPairs: 20,
    },
  })
  const trouble = await new Promise<unknown>(resolve => form.single('file')(req, res, resolve))
  const fields = { ...((req.body ?? {}) as Record<string, unknown>) }
  if (trouble)
    return {
      fields,
      file: null,
      refused: `The file did not arrive whole, or is larger than 1 MB. A list of ${of} is far smaller: check that you chose the right file.`,
    }
  if (!req.file || req.file.size === 0) return { fields, file: null, refused: null }
  const text = readableText(req.file.buffer)
  return {
    fields,
    file: text ?? null,
    refused: text === undefined ? 'This is not a text file. Save the sheet as CSV and choose that.' : null,
  }
}
