import { hkdfSync } from 'node:crypto'
import type { Response } from 'express'
import type { Db } from '../database.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { queried } from '../web/page-of.js'
import { seal, unseal } from '../web/sealing.js'
import { idleMinutes, tokenOf } from './sessions.js'

/**
 * Hands something to the page that follows a form, such as a link that is shown to whoever made it and to nobody else. It is
 * sealed with the cookie of this browser, of which only a hash is stored: neither the address, the database nor a backup
 * gives it away. The page can be loaded again for 20 minutes.
 * @returns the address of the page, to be led to
 */
export async function handToPage(db: Db, res: Response, address: string, what: object): Promise<string> {
  const id = newId()
  const sealed = seal(keyOf(res, id), address, Buffer.from(JSON.stringify(what))).toString('base64')
  const endsAt = new Date(Date.now() + idleMinutes * 60_000).toISOString()
  await db.insertInto('handedToPages').values({ id, sealed, endsAt }).execute()
  return `${address}?handed=${id}`
}

/** What was handed to this page; null for another browser, for another page, and when its time is over. */
export async function handedToPage<What extends object>(db: Db, res: Response): Promise<What | null> {
  const id = queried(res.req, 'handed')
  const row = await db
    .selectFrom('handedToPages')
    .select('sealed')
    .where('id', '=', id)
    .where('endsAt', '>', now())
    .executeTakeFirst()
  if (!row) return null
  try {
    return JSON.parse(unseal(keyOf(res, id), res.req.path, Buffer.from(row.sealed, 'base64')).toString()) as What
  } catch {
    return null
  }
}

function keyOf(res: Response, id: string): Buffer {
  const token = tokenOf(res.req, res)
  if (!token) throw new Error('Nothing is handed to a browser that is not signed in.')
  return Buffer.from(hkdfSync('sha256', token, id, 'handed to a page', 32))
}
