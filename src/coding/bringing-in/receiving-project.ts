import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request, Response } from 'express'
import multer, { MulterError } from 'multer'

const largest = 100 * 1024 * 1024

export interface ReceivedProject {
  fields: Record<string, string>
  name: string
  path: string
  /** What is wrong with what was sent; null when a file has arrived. */
  refused: string | null
  remove(): Promise<void>
}

/** Takes a codebook or a project into the folder for temporary files; the caller removes it. Call it after the right was checked. */
export async function receiveProject(req: Request, res: Response): Promise<ReceivedProject> {
  const own = `project-${randomUUID()}`
  const path = join(tmpdir(), own)
  const form = multer({
    storage: multer.diskStorage({ destination: tmpdir(), filename: (_req, _file, use) => use(null, own) }),
    defParamCharset: 'utf8',
    limits: { fieldNameSize: 100, fieldSize: 1000, fields: 5, fileSize: largest, files: 1, parts: 6, headerPairs: 20 },
  })
  const trouble = await new Promise<unknown>(resolve => form.single('file')(req, res, resolve))
  const sent = Object.entries((req.body ?? {}) as Record<string, unknown>)
  return {
    fields: Object.fromEntries(sent.filter((one): one is [string, string] => typeof one[1] === 'string')),
    name: (req.file?.originalname ?? '').replace(/[\p{Cc}/\\]+/gu, ' ').slice(0, 120),
    path,
    refused: trouble ? inWords(trouble) : req.file && req.file.size > 0 ? null : 'Choose the codebook or project first',
    remove: () => rm(path, { force: true }),
  }
}

function inWords(trouble: unknown): string {
  return trouble instanceof MulterError && trouble.code === 'LIMIT_FILE_SIZE'
    ? 'This is larger than 100 MB. Take sounds, films and pictures out of the project, and export it again'
    : 'The file did not arrive whole. Send it once more'
}
