import type { Request, Response } from 'express'
import multer from 'multer'
import { readableText } from '../../files/receiving/text.js'

const LARGEST = 2 * 1024 * 1024

/** A list that was pasted or chosen as a file: its words, or what is wrong with it. */
export async function receiveListOfWorks(
  req: Request,
  res: Response,
): Promise<{ pasted: string; list: string; refused: string | null }> {
  const form = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      fieldNameSize: 100,
      fieldSize: LARGEST,
      fields: 5,
      fileSize: LARGEST,
      files: 1,
      parts: 6,
      headerPairs: 20,
    },
  })
  if (!req.is('multipart/form-data')) return { ...fieldOf(req), refused: null }
  const trouble = await new Promise<unknown>(resolve => form.single('file')(req, res, resolve))
  const { pasted } = fieldOf(req)
  if (trouble)
    return { pasted, list: '', refused: 'The list did not arrive whole, or is larger than 2 MB. Send it in parts.' }
  if (!req.file || req.file.size === 0) return { pasted, list: pasted, refused: null }
  const list = readableText(req.file.buffer)
  return { pasted, list: list ?? '', refused: list === undefined ? 'This is not a text file.' : null }
}

function fieldOf(req: Request): { pasted: string; list: string } {
  const body = (req.body ?? {}) as Record<string, unknown>
  const pasted = typeof body.list === 'string' ? body.list : ''
  return { pasted, list: pasted }
}
