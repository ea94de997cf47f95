import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { hashOfToken, newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'

const place = 'setup-code'

/** Prints the one-time code that makes the first administrator, when there is none yet. Only its hash is stored. */
export async function printSetupCode(db: Db, baseUrl: string): Promise<void> {
  await db.deleteFrom('settings').where('key', '=', place).execute()
  if (await hasAdministrator(db)) return
  const code = newId(12)
  await db
    .insertInto('settings')
    .values({ key: place, value: hashOfToken(code) })
    .execute()
  process.stdout.write(
    `Nobody looks after this workbench yet. To become its first administrator, open ${baseUrl}/setup\n` +
      `and enter this setup code, which works once: ${code.match(/.{4}/g)!.join('-')}\n`,
  )
}

export async function hasAdministrator(db: Db): Promise<boolean> {
  const row = await db.selectFrom('people').select('id').where('administratorSince', 'is not', null).executeTakeFirst()
  return row !== undefined
}

export interface FirstAdministrator {
  name: string
  email: string
  passwordHash: string
}

/**
 * Makes the first administrator of an empty installation; the code is used up with it.
 * @param typed the code, with or without its dashes, in any case
 * @returns the administrator's id, or null when the code is not the one that was printed
 * @throws Conflict when there is an administrator meanwhile
 */
export async function becomeFirstAdministrator(
  trx: Trx,
  typed: string,
  one: FirstAdministrator,
): Promise<string | null> {
  const code = typed.toLowerCase().replace(/[^a-z0-9]/g, '')

  if (await hasAdministrator(trx)) throw new Conflict('This workbench has its administrator already. You can sign in.')
  const used = await trx
    .deleteFrom('settings')
    .where('key', '=', place)
    .where('value', '=', hashOfToken(code))
    .executeTakeFirst()
  if (used.numDeletedRows === 0n) return null
  const id = newId()
  await trx
    .insertInto('people')
    .values({ id, ...one, createdAt: now(), administratorSince: now(), disabledAt: null, disabledBy: null })
    .execute()
  await record(trx, { kind: 'first administrator made', by: { id }, aboutKind: 'person', aboutId: id })
  return id
}
