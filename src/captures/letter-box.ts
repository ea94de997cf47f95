import { webcrypto } from 'node:crypto'
import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import { now } from '../web/now.js'
import './tables.js'

/**
 * A person's letter box. A device keeps only the slot, the public key: with it, what was captured without signal is
 * sealed at once, and nobody can read it on the device any more. The private key stays here and is only handed to a page
 * of the person themself, who must be signed in to send anyway.
 */
export interface LetterBox {
  publicKey: JsonWebKey
  privateKey: JsonWebKey
}

export async function letterBoxOf(db: Db, person: Person): Promise<LetterBox> {
  const known = await boxOf(db, person)
  if (known) return known
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const [publicKey, privateKey] = await Promise.all(
    [pair.publicKey, pair.privateKey].map(async key => JSON.stringify(await webcrypto.subtle.exportKey('jwk', key))),
  )
  await db
    .insertInto('letterBoxes')
    .values({ personId: person.id, publicKey: publicKey!, privateKey: privateKey!, madeAt: now() })
    .onConflict(c => c.doNothing())
    .execute()
  return (await boxOf(db, person))!
}

async function boxOf(db: Db, person: Person): Promise<LetterBox | undefined> {
  const row = await db.selectFrom('letterBoxes').selectAll().where('personId', '=', person.id).executeTakeFirst()
  return row && { publicKey: asKey(row.publicKey), privateKey: asKey(row.privateKey) }
}

const asKey = (words: string) => JSON.parse(words) as JsonWebKey
