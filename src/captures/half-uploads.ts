import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import { newKey, type Store } from '../files/store.js'
import type { Person } from '../people/person.js'
import { now } from '../web/now.js'
import type { Capture, HalfUpload } from '../evidence/tables.js'
import type { CaptureFile } from './tables.js'

/** A file on its way. To anybody but the one who sends it, it does not exist. @throws NotFound */
export function findHalf(db: Db, person: Person, id: string): Promise<HalfUpload> {
  return db
    .selectFrom('halfUploads')
    .selectAll()
    .where('id', '=', id)
    .where('personId', '=', person.id)
    .executeTakeFirstOrThrow(() => new NotFound('upload'))
}

/** Without asking whose it is. */
export function halfById(db: Db, id: string): Promise<Pick<HalfUpload, 'id' | 'bytes'> | undefined> {
  return db.selectFrom('halfUploads').select(['id', 'bytes']).where('id', '=', id).executeTakeFirst()
}

export function halvesOf(db: Db, { personId, capture }: Pick<Capture, 'personId' | 'capture'>): Promise<HalfUpload[]> {
  return db
    .selectFrom('halfUploads')
    .selectAll()
    .where('personId', '=', personId)
    .where('capture', '=', capture)
    .execute()
}

/** Nothing of this file may be on its way already. @returns the name it grows under */
export async function beginHalf(db: Db, { personId, capture, part, bytes }: CaptureFile): Promise<string> {
  const id = newKey()
  const at = now()
  await db
    .insertInto('halfUploads')
    .values({ id, personId, capture, part, bytes, begunAt: at, touchedAt: at })
    .execute()
  return id
}

export async function touchHalf(db: Db, id: string): Promise<void> {
  await db.updateTable('halfUploads').set({ touchedAt: now() }).where('id', '=', id).execute()
}

/** What has come so far of a piece’s files, when its author gives up. */
export async function dropHalves(db: Db, store: Store, evidenceId: string): Promise<void> {
  const captures = await db.selectFrom('captures').selectAll().where('evidenceId', '=', evidenceId).execute()
  for (const capture of captures) {
    for (const half of await halvesOf(db, capture)) await dropHalf(db, store, half.id)
  }
}

/** What came of a file before it is sent anew: what that took of the room is not counted twice. */
export async function dropOlderHalves(db: Db, store: Store, file: CaptureFile): Promise<void> {
  const older = (await halvesOf(db, file)).filter(half => half.part === file.part)
  for (const half of older) await dropHalf(db, store, half.id)
}

export async function dropHalf(db: Db, store: Store, id: string): Promise<void> {
  await forgetHalf(db, id)
  await store.halves.remove(id)
}

/** The row alone, where its bytes are gone already. */
export async function forgetHalf(db: Db, id: string): Promise<void> {
  await db.deleteFrom('halfUploads').where('id', '=', id).execute()
}

/**
 * Removes what nobody has gone on with since before then, and bytes that no row speaks of.
 * @returns how many were removed
 */
export async function sweepHalves(db: Db, store: Store, before: Date): Promise<number> {
  const old = await db.selectFrom('halfUploads').select('id').where('touchedAt', '<', before.toISOString()).execute()
  for (const { id } of old) await dropHalf(db, store, id)
  const names = await store.halves.ids()
  const known = await db.selectFrom('halfUploads').select('id').execute()
  const ids = new Set(known.map(one => one.id))
  const lost = names.filter(name => !ids.has(name))
  for (const name of lost) await store.halves.remove(name)
  return old.length + lost.length
}
