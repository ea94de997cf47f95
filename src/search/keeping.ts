import type { Logger } from 'pino'
import { type Db, inOne } from '../database.js'
import { isAway } from '../database/engine.js'
import type { House } from '../house.js'
import { fullTextOf } from './index/full-text.js'
import { breathe } from '../web/limits/breathing.js'
import type { Searchable } from './searchables.js'
import './tables.js'

/** How many are taken at once: as many as a few milliseconds are enough for, since nobody else is answered meanwhile. */
let atOnce = 10
const [few, long] = [8, 16]

/**
 * Reads into the index what waits for it: first what has changed, then what a deed with many pieces left, then what is being made
 * anew; and clears what was taken out. It goes on between the pages, a little at a time.
 * @param milliseconds how long it may take; what is begun is ended
 * @returns whether nothing waits any more
 */
export async function bringUpToDate(
  db: Db,
  searchables: Searchable[],
  { milliseconds = Infinity, log }: { milliseconds?: number; log?: Pick<Logger, 'error'> } = {},
): Promise<boolean> {
  const end = performance.now() + milliseconds
  for (;;) {
    const began = performance.now()
    if (!(await oneStep(db, searchables, log))) return true
    const took = performance.now() - began
    if (took > long) atOnce = Math.max(10, Math.floor(atOnce / 2))
    else if (took < few) atOnce = Math.min(100, atOnce + 2)
    if (performance.now() >= end) return false
    await breathe()
  }
}

/** Keeps the index up to date beside everything else, in short steps. */
export function keepIndexing(
  { db, engine, log }: Pick<House, 'db' | 'engine' | 'log'>,
  searchables: Searchable[],
): () => Promise<void> {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let step: Promise<void> = Promise.resolve()
  const again = (after: number) => {
    if (isStopped) return
    timer = setTimeout(() => (step = once()), after)
    timer.unref()
  }
  async function once(): Promise<void> {
    try {
      const isDone = !(await engine.leads()) || (await bringUpToDate(db, searchables, { milliseconds: 20, log }))
      again(isDone ? 2000 : 20)
    } catch (error) {
      log.error({ err: error }, 'indexing failed')
      again(60_000)
    }
  }
  again(200)
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await step
  }
}

type Log = Pick<Logger, 'error'> | undefined

/** @returns whether there was anything */
async function oneStep(db: Db, searchables: Searchable[], log: Log): Promise<boolean> {
  return (
    (await readWaiting(db, 'searchWaiting', searchables, log)) ||
    (await readWaiting(db, 'searchLater', searchables, log)) ||
    (await readMore(db, searchables, log)) ||
    (await inOne(db, trx => fullTextOf(trx).clear(trx, atOnce)))
  )
}

async function readWaiting(
  db: Db,
  table: 'searchWaiting' | 'searchLater',
  searchables: Searchable[],
  log: Log,
): Promise<boolean> {
  const kind = (await db.selectFrom(table).select('kind').limit(1).executeTakeFirst())?.kind
  if (kind === undefined) return false
  const rows = await db.selectFrom(table).select('record').where('kind', '=', kind).limit(atOnce).execute()
  const records = rows.map(row => row.record)
  await put(db, searchables, kind, records, log)
  return true
}

async function readMore(db: Db, searchables: Searchable[], log: Log): Promise<boolean> {
  const cursor = await db.selectFrom('searchRebuilding').selectAll().limit(1).executeTakeFirst()
  if (!cursor) return false
  const { kind, after } = cursor
  const records = (await searchables.find(one => one.kind === kind)?.ids(db, after, atOnce)) ?? []
  const last = records.at(-1)
  if (last === undefined) await db.deleteFrom('searchRebuilding').where('kind', '=', kind).execute()
  else {
    await put(db, searchables, kind, records, log)
    await db.updateTable('searchRebuilding').set({ after: last }).where('kind', '=', kind).execute()
  }
  return true
}

/** A record that cannot be read is left out, and does not keep the others waiting. */
async function put(db: Db, searchables: Searchable[], kind: string, records: string[], log: Log): Promise<void> {
  const searchable = searchables.find(one => one.kind === kind)
  try {
    await putTogether(db, searchable, kind, records)
  } catch (error) {
    // Nothing is wrong with a record while nobody can be asked for it.
    if (isAway(error)) throw error
    if (records.length > 1) for (const record of records) await put(db, searchables, kind, [record], log)
    else {
      log?.error({ err: error, kind, record: records[0] }, 'a record could not be indexed')
      await putTogether(db, undefined, kind, records)
    }
  }
}

function putTogether(db: Db, searchable: Searchable | undefined, kind: string, records: string[]): Promise<void> {
  return inOne(db, async trx => {
    const entries = new Map((await searchable?.entries(trx, records))?.map(entry => [entry.record, entry]))
    for (const record of records) {
      const entry = entries.get(record)
      if (entry && entry.readers.length > 0 && `${entry.title}${entry.words}`.trim() !== '')
        await fullTextOf(trx).put(trx, kind, entry)
      else await fullTextOf(trx).takeOut(trx, kind, [record])
    }
    for (const table of ['searchWaiting', 'searchLater'] as const)
      await trx.deleteFrom(table).where('kind', '=', kind).where('record', 'in', records).execute()
  })
}
