import type { Request, Response } from 'express'
import type { House } from '../../house.js'
import { localPath } from '../../web/local-path.js'
import { keepForm, mayKeep } from './kept-forms.js'
import { wordsOfForm } from './words-of-a-form.js'

/** Keeps what somebody sent and what cannot be done yet. @returns its id; null where nothing could or should be kept */
export async function keepWords(
  { db, log }: Pick<House, 'db' | 'log'>,
  req: Request,
  res: Response,
  personId: string | undefined,
): Promise<string | null> {
  const address = localPath(req.originalUrl, '')
  if (!personId || !address || !mayKeep(address)) {
    req.resume()
    return null
  }
  try {
    return await keepForm(db, personId, address, await wordsOfForm(req, res))
  } catch (error) {
    req.resume()
    log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'a form could not be kept')
    return null
  }
}
