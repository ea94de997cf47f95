import type { Request, RequestHandler, Response } from 'express'
import type { Db } from '../database.js'
import { Conflict } from '../errors.js'
import { holdBack } from './limits/holding-back.js'
import { pageBefore } from './page-before.js'

/**
 * A form that carries a `once` key acts once: sent again, it gets the first answer's address. The key is taken out of
 * the body, so that no form's schema needs to know it. Every form of our pages carries one (src/web/show.ts).
 */
export function actsOnce(db: Db): RequestHandler {
  return async (req, res, next) => {
    const body = req.body as Record<string, unknown> | undefined
    const key = body?.once
    if (!body || !('once' in body)) return next()
    delete body.once
    if (await answeredBefore(db, req, res, key)) return
    next()
  }
}

/** For forms with files, whose fields are only known after they have arrived. @returns whether it was answered already */
export async function answeredBefore(db: Db, req: Request, res: Response, sent: unknown): Promise<boolean> {
  const person = res.locals.person
  if (!person || typeof sent !== 'string' || !/^[\w-]{16,80}$/.test(sent)) return false
  const key = `${person.id}:${req.path}:${sent}`
  const taken = await db
    .insertInto('sentForms')
    .values({ key, personId: person.id, answer: null, sentAt: new Date().toISOString() })
    .onConflict(c => c.doNothing())
    .executeTakeFirst()
  const wasRefused = notKept.get(key) === null
  if (wasRefused) notKept.delete(key)
  if (taken.numInsertedOrUpdatedRows === 0n && !wasRefused) {
    await giveFirstAnswer(db, res, key)
    return true
  }
  holdBack(res, () => keepAnswer(db, req, res, key))
  return false
}

async function giveFirstAnswer(db: Db, res: Response, key: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const first = await db.selectFrom('sentForms').select('answer').where('key', '=', key).executeTakeFirst()
    const answer = first?.answer ?? notKept.get(key)
    if (answer) return res.redirect(303, answer)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Conflict(
    'This form is being handled already. Wait a moment and open the page again before you send it once more.',
  )
}

/**
 * Before the answer goes out, so that whoever lost their signal meanwhile gets it when they send again. What was not accepted
 * frees its key, for the mended form. Where the disk is too full even for that, this instance remembers it.
 */
async function keepAnswer(db: Db, req: Request, res: Response, key: string): Promise<void> {
  const answer = res.statusCode >= 400 ? null : (res.get('location') ?? pageBefore(req, res))
  try {
    if (answer === null) await db.deleteFrom('sentForms').where('key', '=', key).execute()
    else await db.updateTable('sentForms').set({ answer }).where('key', '=', key).execute()
    notKept.delete(key)
  } catch {
    notKept.set(key, answer)
  }
}

/** How forms ended of which the database could not be told; null where they were refused, and may be sent again. */
const notKept = new Map<string, string | null>()
