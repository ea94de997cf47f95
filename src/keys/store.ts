import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import { type Db, openDatabase } from '../database.js'
import { newId } from '../web/new-id.js'
import { seal, unseal } from '../web/sealing.js'
import { waysToCall } from './ways-to-call.js'

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

/**
 * The names behind the codes, in a SQLite file of their own beside the main one. Each key has a secret of its own, sealed
 * under the house's secret; each line is sealed under the key's (AES-256-GCM). Names can be compared without being read:
 * each way to write one is kept as a keyed hash too. The passphrase is a second lock, at the door: whoever has the file
 * and the house's secret does not need it, so that a forgotten one can be chosen anew and no key is lost with it.
 */
export class KeyStore {
  private readonly sqlite: Sqlite.Database
  private readonly house: Buffer

  constructor(path: string, secret: string) {
    this.sqlite = openDatabase(path).sqlite
    this.house = Buffer.from(hkdfSync('sha256', secret, '', 'keys of the workbench', 32))
    this.sqlite.exec(`
      create table if not exists keys (id text primary key, sealed blob not null);
      create table if not exists lines (id text primary key, key_id text not null references keys(id),
        code text not null, sealed blob not null, unique (key_id, code));
      create table if not exists marks (line_id text not null references lines(id), key_id text not null,
        mark blob not null);
      create index if not exists marks_mark on marks (key_id, mark);
      create table if not exists let_be (mark blob primary key);`)
    this.renewMarks()
    const columns = this.sqlite.pragma('table_info(keys)') as { name: string }[]
    if (!columns.some(one => one.name === 'passphrase')) this.sqlite.exec('alter table keys add passphrase blob')
  }

  /** Where more ways to call somebody are known than when they were put into their key, their marks are made anew. */
  private renewMarks(): void {
    if (Number(this.sqlite.pragma('user_version', { simple: true })) >= waysKnown) return
    const keys = this.sqlite.prepare('select id from keys').all() as { id: string }[]
    this.sqlite.transaction(() => {
      for (const { id } of keys)
        for (const { id: line, name, also } of this.lines(id))
          this.mark(id, line, waysToCall([name, ...also.split('\n')]))
      this.sqlite.pragma(`user_version = ${waysKnown}`)
    })()
  }

  private mark(keyId: string, lineId: string, ways: string[]): void {
    const secret = this.secretOf(keyId)
    this.sqlite.prepare('delete from marks where line_id = ?').run(lineId)
    const mark = this.sqlite.prepare('insert into marks (line_id, key_id, mark) values (?, ?, ?)')
    for (const way of new Set(ways)) mark.run(lineId, keyId, hashed(secret, way))
  }

  make(keyId: string): void {
    this.sqlite
      .prepare('insert into keys (id, sealed) values (?, ?)')
      .run(keyId, seal(this.house, keyId, randomBytes(32)))
  }

  /** @param hash argon2id of the passphrase; it is sealed too */
  setPassphrase(keyId: string, hash: string): void {
    const sealed = seal(this.house, `passphrase of ${keyId}`, Buffer.from(hash))
    this.sqlite.prepare('update keys set passphrase = ? where id = ?').run(sealed, keyId)
  }

  /** The hash of the key's passphrase; null for a key that was made before keys had one. */
  passphraseOf(keyId: string): string | null {
    const row = this.sqlite.prepare('select passphrase from keys where id = ?').get(keyId) as
      { passphrase: Buffer | null } | undefined
    return row?.passphrase ? unseal(this.house, `passphrase of ${keyId}`, row.passphrase).toString('utf8') : null
  }

  /** Adds somebody under a code, or writes their line anew. */
  put(keyId: string, line: Omit<KeyLine, 'id'>): void {
    const secret = this.secretOf(keyId)
    const id = newId()
    const { code, ...said } = line
    this.sqlite.transaction(() => {
      this.removeCode(keyId, code)
      this.sqlite
        .prepare('insert into lines (id, key_id, code, sealed) values (?, ?, ?, ?)')
        .run(id, keyId, code, seal(secret, id, Buffer.from(JSON.stringify(said))))
      this.mark(keyId, id, waysToCall([line.name, ...line.also.split('\n')]))
    })()
  }

  lines(keyId: string): KeyLine[] {
    const secret = this.secretOf(keyId)
    const rows = this.sqlite
      .prepare('select id, code, sealed from lines where key_id = ? order by code')
      .all(keyId) as { id: string; code: string; sealed: Buffer }[]
    return rows.map(({ id, code, sealed }) => ({
      id,
      code,
      ...(JSON.parse(unseal(secret, id, sealed).toString('utf8')) as Omit<KeyLine, 'id' | 'code'>),
    }))
  }

  /** The codes that are given in these keys, without a name. */
  codes(keyIds: string[]): string[] {
    const rows = keyIds.flatMap(id => this.sqlite.prepare('select code from lines where key_id = ?').all(id))
    return (rows as { code: string }[]).map(row => row.code)
  }

  remove(keyId: string, code: string): void {
    this.sqlite.transaction(() => this.removeCode(keyId, code))()
    this.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  }

  /** Erases a key with everybody in it: without its own secret, also a copy of the file tells nothing any more. */
  erase(keyId: string): void {
    this.sqlite.transaction(() => {
      this.sqlite.prepare('delete from marks where key_id = ?').run(keyId)
      this.sqlite.prepare('delete from lines where key_id = ?').run(keyId)
      this.sqlite.prepare('delete from keys where id = ?').run(keyId)
    })()
    this.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  }

  /** For each of these words, the codes of those who are called so; words of nobody are left out. All are asked for together. */
  matching(keyIds: string[], ways: Iterable<string>): Map<string, string[]> {
    const all = [...new Set(ways)]
    const found = new Map<string, string[]>()
    for (const id of keyIds) {
      const secret = this.secretIn(id)
      if (!secret) continue
      for (let from = 0; from < all.length; from += mostAtOnce) {
        const byMark = new Map(
          all.slice(from, from + mostAtOnce).map(way => [hashed(secret, way).toString('hex'), way]),
        )
        for (const { mark, code } of this.codesUnder(id, [...byMark.keys()])) {
          const way = byMark.get(mark.toString('hex'))!
          found.set(way, [...new Set([...(found.get(way) ?? []), code])])
        }
      }
    }
    return found
  }

  private codesUnder(keyId: string, marks: string[]): { mark: Buffer; code: string }[] {
    return this.sqlite
      .prepare(
        `select marks.mark, lines.code from json_each(?) as asked cross join marks inner join lines on lines.id = marks.line_id
        where marks.key_id = ? and marks.mark = unhex(asked.value)`,
      )
      .all(JSON.stringify(marks), keyId) as { mark: Buffer; code: string }[]
  }

  /** Keeps that some words are no pupil's name, as a keyed hash: it may have been said of a pupil's by mistake. */
  letBe(words: string): void {
    this.sqlite.prepare('insert or ignore into let_be (mark) values (?)').run(hashed(this.house, words))
  }

  isLetBe(words: string): boolean {
    return this.sqlite.prepare('select 1 from let_be where mark = ?').get(hashed(this.house, words)) !== undefined
  }

  close(): void {
    this.sqlite.close()
  }

  private removeCode(keyId: string, code: string): void {
    this.sqlite
      .prepare('delete from marks where line_id in (select id from lines where key_id = ? and code = ?)')
      .run(keyId, code)
    this.sqlite.prepare('delete from lines where key_id = ? and code = ?').run(keyId, code)
  }

  private secretOf(keyId: string): Buffer {
    const secret = this.secretIn(keyId)
    if (!secret) throw new Error('There is nothing in the file of keys for this key.')
    return secret
  }

  private secretIn(keyId: string): Buffer | undefined {
    const row = this.sqlite.prepare('select sealed from keys where id = ?').get(keyId) as { sealed: Buffer } | undefined
    return row && unseal(this.house, keyId, row.sealed)
  }
}

function hashed(secret: Buffer, way: string): Buffer {
  return createHmac('sha256', secret).update(`called ${way}`).digest()
}

/** The house's secret: from KEYS_SECRET, or from a file beside the keys that is made at the first start, 0600. */
export function secretFor(path: string): string {
  if (process.env.KEYS_SECRET) return process.env.KEYS_SECRET
  const file = `${path}.secret`
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
