import { existsSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Db, Trx } from '../database.js'
import { nothingBeyond } from '../reach/reaches.js'
import { renewReach } from '../reach/renewing.js'
import { newId } from '../web/new-id.js'
import type { Erasing } from './erasing.js'
import { eraseTexts } from './readable-texts.js'
import { dayOf } from '../web/now.js'

/**
 * Withdrawals are written down beside the database as well, so that one that came after a backup is not forgotten when
 * that backup is put back. A line holds ids and a moment, no names and no words.
 */
interface Line {
  at: string
  piece: string
  person: string
  what: 'evidence' | 'consent' | 'put back' | 'file' | 'uncovered'
  /** Of what was erased or covered: in a backup from before, it is all there again, and is taken out. */
  file?: string
}

let journal: string | null = null

/** Where the journal is kept from now on; null keeps none. */
export function keepWithdrawalsAt(path: string | null): void {
  journal = path
}

/** Written after the withdrawal itself was committed, and safe on disk before it is answered. */
export async function noteWithdrawal(line: Line): Promise<void> {
  if (journal === null) return
  const file = await open(journal, 'a', 0o600)
  try {
    await file.write(`${JSON.stringify(line)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Records again what a database that was put back from a backup does not know: whatever happened after the newest entry
 * of its audit trail.
 * @returns how many withdrawals were recorded again
 */
export async function replayWithdrawals(
  db: Db,
  path: string,
  erasing: Pick<Erasing, 'store' | 'along'>,
): Promise<number> {
  if (!existsSync(path)) return 0
  const newest = await db
    .selectFrom('audit')
    .select(eb => eb.fn.max('at').as('at'))
    .executeTakeFirst()
  const lines = readFileSync(path, 'utf8').split('\n').flatMap(read)
  const unknown = lines.filter(line => line.at > (newest?.at ?? ''))
  for (const line of unknown)
    await db.transaction().execute(async trx => {
      await record(trx, erasing, line)
      await renewReach(trx, [line.piece])
    })
  return unknown.length
}

/** A line that a power cut left half-written is passed over. */
function read(words: string): Line[] {
  try {
    return [JSON.parse(words) as Line]
  } catch {
    return []
  }
}

async function record(
  trx: Trx,
  erasing: Pick<Erasing, 'store' | 'along'>,
  { piece, person, at, what, file }: Line,
): Promise<void> {
  const known = await trx.selectFrom('evidence').select('id').where('id', '=', piece).executeTakeFirst()
  const by = await trx.selectFrom('people').select('id').where('id', '=', person).executeTakeFirst()
  if (!known || !by) return
  const inside = nothingBeyond('group')
  const withdrawn = {
    withdrawnAt: at,
    withdrawnBy: person,
    withdrawnBecause: 'Recorded again after a backup was put back.',
  }
  const gone = { erasedAt: at, name: 'erased', sentSha256: null, keptBecause: null }
  const isCovered = what === 'uncovered' && file !== undefined && (await wasCovered(trx, file))
  if (isCovered || what === 'consent')
    await trx
      .updateTable('fileVersions')
      .set(gone)
      .where('fileId', 'in', row =>
        row.selectFrom('evidenceFiles').select('evidenceFiles.fileId').where('evidenceId', '=', piece),
      )
      .where('keptBecause', 'is not', null)
      .where('erasedAt', 'is', null)
      .execute()
  if (isCovered) return
  // A backup from before the covering holds the uncovered picture alone.
  if (what === 'file' || what === 'uncovered') {
    if (!file) return
    const { keptBecause: _, ...erased } = gone
    await trx.updateTable('files').set(erased).where('id', '=', file).where('erasedAt', 'is', null).execute()
    await trx.updateTable('fileVersions').set(gone).where('fileId', '=', file).where('erasedAt', 'is', null).execute()
    await trx.updateTable('evidenceFiles').set({ removedAt: at, alt: '' }).where('fileId', '=', file).execute()
    await eraseTexts(trx, erasing, { id: piece }, file)
  } else if (what === 'put back') {
    const back = { withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null, ...inside }
    await trx.updateTable('evidence').set(back).where('id', '=', piece).execute()
  } else if (what === 'evidence') {
    await trx.updateTable('evidence').set(withdrawn).where('id', '=', piece).where('withdrawnAt', 'is', null).execute()
  } else {
    await trx.updateTable('evidence').set(inside).where('id', '=', piece).execute()
    const consent = {
      evidenceId: piece,
      who: 'pupils',
      audience: 'group',
      givenOn: dayOf(at),
      recordedBy: person,
      recordedAt: at,
    }
    await trx
      .insertInto('consents')
      .values({ id: newId(), ...consent, ...withdrawn })
      .execute()
  }
}

async function wasCovered(trx: Db, file: string): Promise<boolean> {
  const row = await trx
    .selectFrom('fileVersions')
    .select('version')
    .where('fileId', '=', file)
    .where('how', '=', 'covered')
    .executeTakeFirst()
  return row !== undefined
}
