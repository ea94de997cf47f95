import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request, Response } from 'express'
import multer from 'multer'
import { largestSheet, readCsv, type ReadSheet, readXlsx } from './reading-sheets.js'

export interface ReceivedSheet {
  fields: Record<string, string>
  name: string
  sheet: ReadSheet
}

/** Takes one sheet, as a file or as pasted words, at most 5 MB. Call it after the right to add was checked. */
export async function receiveSheet(req: Request, res: Response): Promise<ReceivedSheet> {
  const form = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      fieldNameSize: 100,
      fieldSize: 1024 * 1024,
      fields: 10,
      fileSize: largestSheet,
      files: 1,
      parts: 12,
      headerPairs: 20,
      fieldNestingDepth: 1,
      fieldArrayIndexLimit: 10,
    },
  })
  const trouble = req.is('multipart/form-data')
    ? await new Promise<unknown>(resolve => form.single('file')(req, res, resolve))
    : undefined
  const sent = Object.entries((req.body ?? {}) as Record<string, unknown>)
  const fields = Object.fromEntries(sent.filter((one): one is [string, string] => typeof one[1] === 'string'))
  const name = (req.file?.originalname ?? 'Pasted rows').replace(/[\p{Cc}/\\]+/gu, ' ').slice(0, 120)
  if (trouble)
    return {
      fields,
      name,
      sheet: { refused: 'The file did not arrive whole, or is larger than 5 MB. Send it once more, or in parts.' },
    }
  return { fields, name, sheet: await readSent(req.file, fields.pasted ?? '') }
}

async function readSent(file: Express.Multer.File | undefined, pasted: string): Promise<ReadSheet> {
  if (!file || file.size === 0)
    return pasted.trim() ? readCsv(Buffer.from(pasted)) : { refused: 'Choose a file, or paste the rows.' }
  if (!/\.xlsx$/i.test(file.originalname)) {
    if (!/\.(csv|tsv|txt)$/i.test(file.originalname))
      return { refused: 'This is neither CSV nor xlsx. Save the sheet as one of them, and choose that.' }
    return readCsv(file.buffer)
  }
  const path = join(tmpdir(), `sheet-${randomUUID()}.xlsx`)
  try {
    await writeFile(path, file.buffer, { mode: 0o600 })
    return await readXlsx(path)
  } finally {
    await rm(path, { force: true })
  }
}
