import type { Request, Response } from 'express'
import multer from 'multer'
import type { Kept } from './kept-forms.js'

/** Reads the words of a posted form, whichever way it was sent. Files are let go as they arrive: none touches the disk. */
export async function wordsOfForm(req: Request, res: Response): Promise<Kept> {
  if (!req.is('multipart/form-data')) return { fields: fieldsOf(req.body), withFiles: false, filesLost: false }
  let filesLost = false
  const form = multer({
    defParamCharset: 'utf8',
    fileFilter: (_req, _file, take) => {
      filesLost = true
      take(null, false)
    },
    limits: {
      fieldNameSize: 100,
      fieldSize: 256 * 1024,
      fields: 100,
      fileSize: 1,
      files: 30,
      parts: 130,
      headerPairs: 20,
      fieldNestingDepth: 1,
      fieldArrayIndexLimit: 100,
    },
  })
  await new Promise<void>((resolve, reject) => {
    form.any()(req, res, (error?: unknown) => (error instanceof Error ? reject(error) : resolve()))
  })
  return { fields: fieldsOf(req.body), withFiles: true, filesLost }
}

function fieldsOf(body: unknown): Kept['fields'] {
  const fields: [string, string | string[]][] = []
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (typeof value === 'string') fields.push([name, value])
    else if (Array.isArray(value)) fields.push([name, value.filter(word => typeof word === 'string')])
  }
  return Object.fromEntries(fields)
}
