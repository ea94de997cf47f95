import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Kysely, Transaction } from 'kysely'
import { askedOnce } from '../asked-once.js'
import type { Db } from '../database.js'
import { type Engine, isPostgres } from '../database/engine.js'
import { openPostgres } from '../database/postgres.js'
import { openSqlite } from '../database/sqlite.js'
import { newId } from '../web/new-id.js'
import { seal, unseal } from '../web/sealing.js'
import { waysToCall } from './ways-to-call.js'
import { makeFolder } from '../places-on-disk.js'

/** How many words are looked up together. */
const mostAtOnce = 500

/** Counts up when another way to call somebody is looked for. */
const waysKnown = 1

/** A database and the file of keys beside it, as a house has them; within a deed, its transaction and the same file. */
export interface DbAndKeys {
  db: Db
  keys: KeyStore
}

/** Somebody in a key, as its page shows them once it is open. */
export interface KeyLine {
  id: string
  code: string
  name: string
  /** Nicknames and other ways to write the name, one a line. */
  also: string
  year: string
  notes: string
}

interface KeyTables {
  keys: { id: string; sealed: Buffer; passphrase: Buffer | null }
  lines: { id: string; keyId: string; code: string; sealed: Buffer }
  marks: { lineId: string; keyId: string; mark: Buffer }
  letBe: { mark: Buffer }
  /** How many ways to call somebody were known when the marks were made. */
  waysKnown: { ways: number }
}

type Said = Omit<KeyLine, 'id' | 'code'>
type Within = Transaction<KeyTables>

/**
 * The names behind the codes, in a database of their own: a SQLite file beside the main one, or a PostgreSQL database with an
 * address and a role of its own. Each key has a secret of its own, sealed
 * under the house's secret; each line is sealed under the key's (AES-256-GCM). Names can be compared without being read:
 * each way to write one is kept as a keyed hash too. The passphrase is a second lock, at the door: whoever has the file
 * and the house's secret does not need it, so that a forgotten one can be chosen anew and no key is lost with it.
 */
export class KeyStore {
  private readonly db: Kysely<KeyTables>
  private readonly engine: Engine
  private readonly house: Buffer
  /** For what stands sealed in the main database: derived apart, so that neither opens what the other sealed. */
  private readonly beside: Buffer
  /** Its tables are there, and its marks are those that this program makes. */
  private readonly ready: () => Promise<void>

  /** @param address the path of a SQLite file, or the address of a PostgreSQL database */
  constructor(address: string, secret: string) {
    const opened = isPostgres(address) ? openPostgres<KeyTables>(address) : openSqlite<KeyTables>(address)
    this.db = opened.db
    this.engine = opened.engine
    this.house = Buffer.from(hkdfSync('sha256', secret, '', 'keys of the workbench', 32))
    this.beside = Buffer.from(hkdfSync('sha256', secret, '', 'sealed in the main database', 32))
    this.ready = askedOnce(() => this.engine.alone(() => this.prepare()))
  }

  /** @throws a sentence where it cannot be opened, or is sealed under another secret */
  async open(): Promise<this> {
    await this.ready()
    const one = await this.db.selectFrom('keys').select(['id', 'sealed']).limit(1).executeTakeFirst()
    try {
      if (one) unseal(this.house, one.id, one.sealed)
    } catch (error) {
      throw new Error(
        'The keys to pupils’ codes are sealed under another secret than KEYS_SECRET, or than the file beside them. Put the former one back: nothing else opens them.',
        { cause: error },
      )
    }
    return this
  }

  /** Seals what stands in the main database, such as the secret of somebody’s second step. @param boundTo what it belongs to */
  seal(boundTo: string, words: string): string {
    return seal(this.beside, boundTo, Buffer.from(words)).toString('base64')
  }

  /** @returns null where it was sealed under another secret, or for something else */
  unseal(boundTo: string, sealed: string): string | null {
    try {
      return unseal(this.beside, boundTo, Buffer.from(sealed, 'base64')).toString()
    } catch {
      return null
    }
  }

  /** Words as they can be known again by whoever has the house’s secret, and read by nobody. */
  markOf(words: string): string {
    return hashed(this.beside, words).toString('base64url')
  }

  async make(keyId: string): Promise<void> {
    await this.ready()
    const sealed = seal(this.house, keyId, randomBytes(32))
    await this.db.insertInto('keys').values({ id: keyId, sealed, passphrase: null }).execute()
  }

  /** @param hash argon2id of the passphrase; it is sealed too */
  async setPassphrase(keyId: string, hash: string): Promise<void> {
    await this.ready()
    const passphrase = seal(this.house, `passphrase of ${keyId}`, Buffer.from(hash))
    await this.db.updateTable('keys').set({ passphrase }).where('id', '=', keyId).execute()
  }

  /** The hash of the key's passphrase; null for a key that was made before keys had one. */
  async passphraseOf(keyId: string): Promise<string | null> {
    await this.ready()
    const row = await this.db.selectFrom('keys').select('passphrase').where('id', '=', keyId).executeTakeFirst()
    return row?.passphrase ? unseal(this.house, `passphrase of ${keyId}`, row.passphrase).toString('utf8') : null
  }

  /** Adds somebody under a code, or writes their line anew. */
  async put(keyId: string, line: Omit<KeyLine, 'id'>): Promise<void> {
    await this.ready()
    const id = newId()
    const { code, ...said } = line
    await this.inOne(async trx => {
      const secret = await this.secretOf(trx, keyId)
      await removeCode(trx, keyId, code)
      const sealed = seal(secret, id, Buffer.from(JSON.stringify(said)))
      await trx.insertInto('lines').values({ id, keyId, code, sealed }).execute()
      await mark(trx, secret, { keyId, lineId: id }, said)
    })
  }

  async lines(keyId: string): Promise<KeyLine[]> {
    await this.ready()
    return this.linesIn(this.db, keyId)
  }

  /** The codes that are given in these keys, without a name. */
  async codes(keyIds: string[]): Promise<string[]> {
    await this.ready()
    if (keyIds.length === 0) return []
    const rows = await this.db.selectFrom('lines').select('code').where('keyId', 'in', keyIds).execute()
    return rows.map(row => row.code)
  }

  async remove(keyId: string, code: string): Promise<void> {
    await this.ready()
    await this.inOne(trx => removeCode(trx, keyId, code))
    await this.engine.forgetErased()
  }

  /** Erases a key with everybody in it: without its own secret, also a copy of the file tells nothing any more. */
  async erase(keyId: string): Promise<void> {
    await this.ready()
    await this.inOne(async trx => {
      await trx.deleteFrom('marks').where('keyId', '=', keyId).execute()
      await trx.deleteFrom('lines').where('keyId', '=', keyId).execute()
      await trx.deleteFrom('keys').where('id', '=', keyId).execute()
    })
    await this.engine.forgetErased()
  }

  /** For each of these words, the codes of those who are called so; words of nobody are left out. All are asked for together. */
  async matching(keyIds: string[], ways: Iterable<string>): Promise<Map<string, string[]>> {
    await this.ready()
    const all = [...new Set(ways)]
    const found = new Map<string, string[]>()
    for (const id of keyIds) {
      const secret = await this.secretIn(this.db, id)
      if (!secret) continue
      for (let from = 0; from < all.length; from += mostAtOnce) {
        const byMark = new Map(
          all.slice(from, from + mostAtOnce).map(way => [hashed(secret, way).toString('hex'), way]),
        )
        for (const { mark: made, code } of await this.codesUnder(id, [...byMark.keys()])) {
          const way = byMark.get(made.toString('hex'))!
          found.set(way, [...new Set([...(found.get(way) ?? []), code])])
        }
      }
    }
    return found
  }

  /** Keeps that some words are no pupil's name, as a keyed hash: it may have been said of a pupil's by mistake. */
  async letBe(words: string): Promise<void> {
    await this.ready()
    await this.db
      .insertInto('letBe')
      .values({ mark: hashed(this.house, words) })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }

  /** Those of these words that are let be. */
  async letBeAmong(words: string[]): Promise<Set<string>> {
    if (words.length === 0) return new Set()
    await this.ready()
    const byMark = new Map(words.map(one => [hashed(this.house, one), one]))
    const rows = await this.db
      .selectFrom('letBe')
      .select('mark')
      .where('mark', 'in', [...byMark.keys()])
      .execute()
    const known = new Set(rows.map(row => row.mark.toString('hex')))
    return new Set([...byMark].flatMap(([made, one]) => (known.has(made.toString('hex')) ? [one] : [])))
  }

  async close(): Promise<void> {
    await this.engine.rest()
    await this.db.destroy()
  }

  private async prepare(): Promise<void> {
    const { schema } = this.db
    await schema
      .createTable('keys')
      .ifNotExists()
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('sealed', 'blob', column => column.notNull())
      .addColumn('passphrase', 'blob')
      .execute()
    const tables = await this.db.withoutPlugins().introspection.getTables()
    const known = tables.find(table => table.name === 'keys')!.columns.map(column => column.name)
    if (!known.includes('passphrase')) await schema.alterTable('keys').addColumn('passphrase', 'blob').execute()
    await schema
      .createTable('lines')
      .ifNotExists()
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('key_id', 'text', column => column.notNull().references('keys.id'))
      .addColumn('code', 'text', column => column.notNull())
      .addColumn('sealed', 'blob', column => column.notNull())
      .addUniqueConstraint('lines_code', ['key_id', 'code'])
      .execute()
    await schema
      .createTable('marks')
      .ifNotExists()
      .addColumn('line_id', 'text', column => column.notNull().references('lines.id'))
      .addColumn('key_id', 'text', column => column.notNull())
      .addColumn('mark', 'blob', column => column.notNull())
      .execute()
    await schema.createIndex('marks_mark').ifNotExists().on('marks').columns(['key_id', 'mark']).execute()
    await schema
      .createTable('let_be')
      .ifNotExists()
      .addColumn('mark', 'blob', column => column.primaryKey())
      .execute()
    await schema
      .createTable('ways_known')
      .ifNotExists()
      .addColumn('ways', 'integer', column => column.notNull())
      .execute()
    await this.renewMarks()
  }

  /** Where more ways to call somebody are known than when they were put into their key, their marks are made anew. */
  private async renewMarks(): Promise<void> {
    const row = await this.db.selectFrom('waysKnown').select('ways').executeTakeFirst()
    if (row && row.ways >= waysKnown) return
    await this.inOne(async trx => {
      for (const { id } of await trx.selectFrom('keys').select('id').execute())
        for (const line of await this.linesIn(trx, id))
          await mark(trx, await this.secretOf(trx, id), { keyId: id, lineId: line.id }, line)
      await trx.deleteFrom('waysKnown').execute()
      await trx.insertInto('waysKnown').values({ ways: waysKnown }).execute()
    })
  }

  private inOne<Result>(deed: (trx: Within) => Promise<Result>): Promise<Result> {
    return this.db.transaction().execute(deed)
  }

  private async linesIn(db: Kysely<KeyTables>, keyId: string): Promise<KeyLine[]> {
    const secret = await this.secretOf(db, keyId)
    const rows = await db
      .selectFrom('lines')
      .select(['id', 'code', 'sealed'])
      .where('keyId', '=', keyId)
      .orderBy('code')
      .execute()
    return rows.map(({ id, code, sealed }) => ({
      id,
      code,
      ...(JSON.parse(unseal(secret, id, sealed).toString('utf8')) as Said),
    }))
  }

  private codesUnder(keyId: string, marks: string[]): Promise<{ mark: Buffer; code: string }[]> {
    return this.db
      .selectFrom('marks')
      .innerJoin('lines', 'lines.id', 'marks.lineId')
      .select(['marks.mark', 'lines.code'])
      .where('marks.keyId', '=', keyId)
      .where(
        'marks.mark',
        'in',
        marks.map(one => Buffer.from(one, 'hex')),
      )
      .execute()
  }

  private async secretOf(db: Kysely<KeyTables>, keyId: string): Promise<Buffer> {
    const secret = await this.secretIn(db, keyId)
    if (!secret) throw new Error('There is nothing among the keys for this one.')
    return secret
  }

  private async secretIn(db: Kysely<KeyTables>, keyId: string): Promise<Buffer | undefined> {
    const row = await db.selectFrom('keys').select('sealed').where('id', '=', keyId).executeTakeFirst()
    return row && unseal(this.house, keyId, row.sealed)
  }
}

async function mark(
  trx: Within,
  secret: Buffer,
  { keyId, lineId }: { keyId: string; lineId: string },
  { name, also }: Pick<KeyLine, 'name' | 'also'>,
): Promise<void> {
  await trx.deleteFrom('marks').where('lineId', '=', lineId).execute()
  const ways = new Set(waysToCall([name, ...also.split('\n')]))
  const marks = [...ways].map(way => ({ lineId, keyId, mark: hashed(secret, way) }))
  if (marks.length > 0) await trx.insertInto('marks').values(marks).execute()
}

async function removeCode(trx: Within, keyId: string, code: string): Promise<void> {
  await trx
    .deleteFrom('marks')
    .where('lineId', 'in', eb =>
      eb.selectFrom('lines').select('id').where('keyId', '=', keyId).where('code', '=', code),
    )
    .execute()
  await trx.deleteFrom('lines').where('keyId', '=', keyId).where('code', '=', code).execute()
}

function hashed(secret: Buffer, way: string): Buffer {
  return createHmac('sha256', secret).update(`called ${way}`).digest()
}

/** The house's secret: from KEYS_SECRET, or from a file beside the keys that is made at the first start, 0600. */
export function secretFor(path: string): string {
  if (process.env.KEYS_SECRET) return process.env.KEYS_SECRET
  const file = `${path}.secret`
  makeFolder(dirname(file))
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
