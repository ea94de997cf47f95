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
  if (taken.numInsertedOrUpdatedRows === 0n) {
    await giveFirstAnswer(db, res, key)
    return true
  }
  holdBack(res, () => keepAnswer(db, req, res, key))
  return false
}

async function giveFirstAnswer(db: Db, res: Response, key: string): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const first = await db.selectFrom('sentForms').select('answer').where('key', '=', key).executeTakeFirst()
    if (first?.answer) return res.redirect(303, first.answer)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Conflict(
    'This form is being handled already. Wait a moment and open the page again before you send it once more.',
  )
}

/**
 * Before the answer goes out, so that whoever lost their signal meanwhile gets it when they send again. What was not accepted
 * frees its key, for the mended form.
 */
async function keepAnswer(db: Db, req: Request, res: Response, key: string): Promise<void> {
  if (res.statusCode >= 400) await db.deleteFrom('sentForms').where('key', '=', key).execute()
  else {
    const answer = res.get('location') ?? pageBefore(req, res)
    await db.updateTable('sentForms').set({ answer }).where('key', '=', key).execute()
  }
}
