import type { Db } from '../../database.js'
import { writeReads } from '../../facts/reads/noting.js'
import { beginningOf, daysAfter, dayOf } from '../../web/now.js'

/** Somebody who read, fetched or took something along. */
export interface WhoRead {
  name: string
  did: string
  day: string
  times: number
}

/** What is asked after: one thing by its address here. */
export interface Thing {
  aboutIds: string[]
  evidenceId: string | null
}

/**
 * What an address or a number leads to, as it is copied from the browser: a piece with its files, a file, a meeting, a write-up, a
 * copy. @returns undefined where nothing of this network stands there
 */
export async function thingAt(db: Db, networkId: string, address: string): Promise<Thing | undefined> {
  const path = address
    .trim()
    .replace(/^https?:\/\/[^/]+/, '')
    .split(/[?#]/)[0]!
  const [noun = '', id = '', third = '', fourth = ''] = path.split('/').filter(Boolean)
  if (noun === 'evidence' || noun === 'files') {
    const evidenceId = noun === 'files' ? await pieceOfFile(db, id) : id
    const piece = await db
      .selectFrom('evidence')
      .innerJoin('groups', 'groups.id', 'evidence.groupId')
      .select('evidence.id')
      .where('evidence.id', '=', evidenceId)
      .where('groups.networkId', '=', networkId)
      .executeTakeFirst()
    if (!piece) return undefined
    const files = await db.selectFrom('evidenceFiles').select('fileId').where('evidenceId', '=', piece.id).execute()
    const own = noun === 'files' ? [id] : files.map(row => row.fileId)
    return { aboutIds: [piece.id, ...own], evidenceId: piece.id }
  }
  if (['keys', 'copies', 'claims', 'write-ups', 'meetings', 'recommendations'].includes(noun) && id !== '')
    return { aboutIds: [id], evidenceId: null }
  if (noun === 'networks' && id === networkId && fourth !== '') return { aboutIds: [fourth], evidenceId: null }
  if (noun === 'groups' && id !== '' && third !== '') return { aboutIds: [fourth || id], evidenceId: null }
  return undefined
}

async function pieceOfFile(db: Db, fileId: string): Promise<string> {
  const row = await db.selectFrom('evidenceFiles').select('evidenceId').where('fileId', '=', fileId).executeTakeFirst()
  return row?.evidenceId ?? ''
}

const deeds: Record<string, string> = {
  piece: 'opened the piece',
  file: 'looked at or fetched a file',
  minutes: 'opened confidential minutes',
  copy: 'fetched a copy',
  'request pack': 'fetched a pack of personal data',
}

/** Who read or fetched it within a span of days, from what is noted of reading, what was done to it, and copies that hold it. */
export async function whoRead(
  db: Db,
  networkId: string,
  { aboutIds, evidenceId }: Thing,
  { from, until }: { from: string; until: string },
): Promise<WhoRead[]> {
  await writeReads(db)
  const reads = await db
    .selectFrom('sensitiveReads')
    .innerJoin('people', 'people.id', 'sensitiveReads.personId')
    .select(['people.name', 'sensitiveReads.aboutKind', 'sensitiveReads.onDay', 'sensitiveReads.times'])
    .where('sensitiveReads.aboutKind', 'in', Object.keys(deeds))
    .where('sensitiveReads.aboutId', 'in', aboutIds)
    .where('sensitiveReads.onDay', '>=', from)
    .where('sensitiveReads.onDay', '<=', until)
    .where(eb => eb.or([eb('sensitiveReads.networkId', 'is', null), eb('sensitiveReads.networkId', '=', networkId)]))
    .limit(2000)
    .execute()
  const span = { from: beginningOf(from), until: beginningOf(daysAfter(until, 1)) }
  const opened = await db
    .selectFrom('facts')
    .innerJoin('people', 'people.id', 'facts.personId')
    .select(['people.name', 'facts.kind', 'facts.at'])
    .where('facts.aboutId', 'in', aboutIds)
    .where('facts.networkId', '=', networkId)
    .where('facts.kind', 'in', ['key opened', 'copy taken', 'data pack fetched'])
    .where('facts.at', '>=', span.from)
    .where('facts.at', '<', span.until)
    .limit(2000)
    .execute()
  const copies = evidenceId === null ? [] : await copiesWith(db, evidenceId, span)
  return [
    ...reads.map(row => ({ name: row.name, did: deeds[row.aboutKind]!, day: row.onDay, times: row.times })),
    ...opened.map(row => ({ name: row.name, did: factWords[row.kind]!, day: dayOf(row.at), times: 1 })),
    ...copies.map(row => ({ name: row.name, did: 'took a copy that holds it', day: dayOf(row.takenAt), times: 1 })),
  ].sort((one, other) => (one.day === other.day ? (one.name < other.name ? -1 : 1) : one.day < other.day ? 1 : -1))
}

const factWords: Record<string, string> = {
  'key opened': 'opened the key',
  'copy taken': 'took a copy',
  'data pack fetched': 'fetched a pack of personal data',
}

function copiesWith(db: Db, evidenceId: string, { from, until }: { from: string; until: string }) {
  return db
    .selectFrom('copyPieces')
    .innerJoin('copies', 'copies.id', 'copyPieces.copyId')
    .innerJoin('people', 'people.id', 'copies.takenBy')
    .select(['people.name', 'copies.takenAt'])
    .where('copyPieces.evidenceId', '=', evidenceId)
    .where('copies.takenAt', '>=', from)
    .where('copies.takenAt', '<', until)
    .limit(2000)
    .execute()
}
