import { AsyncResource } from 'node:async_hooks'
import { EventEmitter } from 'node:events'
import { type Db, inOne, type Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { readTextOf } from '../../files/reading/reading-texts.js'
import type { WordsFound } from '../../files/reading/words-found.js'
import type { FileKind } from '../../files/tables.js'
import type { House } from '../../house.js'
import { now } from '../../web/now.js'
import '../facts.js'
import { currentText, keepText } from '../readable-texts/readable-texts.js'
import type { FileReading } from '../tables.js'

const READ: FileKind[] = ['document', 'table', 'text']
/** A file that ends the program every time it is read is given up after so many times. */
const MOST_TRIES = 3
const HOUR = 3_600_000

const bell = new EventEmitter()

/** In the transaction that brings a file in, or replaces it: its text is read as soon as that is committed. */
export async function askForReading(trx: Trx, evidenceId: string, file: { id: string; kind: FileKind }): Promise<void> {
  if (!READ.includes(file.kind)) return
  await trx.deleteFrom('fileReadings').where('fileId', '=', file.id).execute()
  const waiting = {
    fileId: file.id,
    evidenceId,
    askedAt: now(),
    readAt: null,
    outcome: null,
    pages: null,
    leftOut: null,
  }
  await trx.insertInto('fileReadings').values(waiting).execute()
  bell.emit('asked')
}

/** How far the files of a piece have been read, by the file's id. */
export async function readingsOf(db: Db, piece: { id: string }): Promise<Map<string, FileReading>> {
  const rows = await db.selectFrom('fileReadings').selectAll().where('evidenceId', '=', piece.id).execute()
  return new Map(rows.map(row => [row.fileId, row]))
}

type DbAndStore = Pick<House, 'db' | 'store'>

const beingRead = new WeakMap<Db, Promise<void>>()

/** Reads everything that waits, and what comes in meanwhile. */
export function readWaiting(house: DbAndStore): Promise<void> {
  const already = beingRead.get(house.db)
  // One that failed keeps none from being read after it.
  const work = (already ?? Promise.resolve()).catch(() => undefined).then(() => readAll(house))
  beingRead.set(house.db, work)
  return work
}

/** Reads what waited when the workbench stopped, and from then on whatever is asked for. @returns what stops it */
export function keepReading({ db, engine, store, log }: House): () => Promise<void> {
  let stopped = false
  // It rings within the transaction that brings a file in; what is read is read outside of it, once that is committed.
  const read = AsyncResource.bind(() => {
    if (!stopped) readWaiting({ db, store }).catch((error: unknown) => log.error({ err: error }, 'reading failed'))
  })
  bell.on('asked', read)
  // What came in here is read here; what was left waiting, by whichever instance leads.
  const readLeft = () => void engine.leads().then(ours => ours && read())
  const hourly = setInterval(readLeft, HOUR)
  hourly.unref()
  readLeft()
  return async () => {
    stopped = true
    stopping.add(db)
    bell.off('asked', read)
    clearInterval(hourly)
    await beingRead.get(db)?.catch(() => undefined)
  }
}

const stopping = new WeakSet<Db>()

async function readAll({ db, store }: DbAndStore): Promise<void> {
  for (let next = await nextWaiting(db); next && !stopping.has(db); next = await nextWaiting(db)) {
    const { fileId, tries, storedAs, mediaType } = next
    // Counted before it is read, so that a file that takes the whole workbench down is not read for ever.
    await db
      .updateTable('fileReadings')
      .set({ tries: tries + 1 })
      .where('fileId', '=', fileId)
      .execute()
    const found: WordsFound =
      tries >= MOST_TRIES
        ? { outcome: 'failed', words: '', pages: null }
        : await store
            .lend([storedAs], pathOf => readTextOf({ path: pathOf(storedAs), mediaType }))
            .catch(async (error: unknown) => {
              // It was not read at all: where files are kept cannot be reached.
              await putOff(db, fileId, tries)
              throw error
            })
    if (stopping.has(db)) return void (await putOff(db, fileId, tries))
    await inOne(db, trx => keepWordsOf(trx, next, found))
  }
}

function putOff(db: Db, fileId: string, tries: number) {
  return db.updateTable('fileReadings').set({ tries }).where('fileId', '=', fileId).execute()
}

function nextWaiting(db: Db) {
  return db
    .selectFrom('fileReadings')
    .innerJoin('files', 'files.id', 'fileReadings.fileId')
    .innerJoin('evidenceFiles', join =>
      join
        .onRef('evidenceFiles.fileId', '=', 'fileReadings.fileId')
        .onRef('evidenceFiles.evidenceId', '=', 'fileReadings.evidenceId'),
    )
    .select(['fileReadings.fileId', 'fileReadings.evidenceId', 'fileReadings.tries'])
    .select(['files.storedAs', 'files.mediaType'])
    .where('fileReadings.readAt', 'is', null)
    .where('files.erasedAt', 'is', null)
    .where('evidenceFiles.removedAt', 'is', null)
    .orderBy('fileReadings.askedAt')
    .executeTakeFirst()
}

type Waiting = NonNullable<Awaited<ReturnType<typeof nextWaiting>>>

/** Nothing is kept of a file that was taken out, or replaced, while it was read. */
async function keepWordsOf(trx: Trx, { fileId, evidenceId, storedAs }: Waiting, found: WordsFound): Promise<void> {
  const file = await trx
    .selectFrom('files')
    .select(['storedAs', 'erasedAt'])
    .where('id', '=', fileId)
    .executeTakeFirstOrThrow()
  if (file.erasedAt !== null || file.storedAs !== storedAs) return
  const { outcome, words, pages } = found
  const leftOut = found.leftOut && found.leftOut.length > 0 ? JSON.stringify(found.leftOut) : null
  await trx
    .updateTable('fileReadings')
    .set({ readAt: now(), outcome, pages, leftOut })
    .where('fileId', '=', fileId)
    .execute()
  const which = { evidenceId, source: 'document', fileId } as const
  // What somebody typed from a scan stays when the workbench finds nothing in it.
  const typed = words === '' && (await currentText(trx, which))?.madeBy
  if (typed) return

  await keepText(trx, which, words, null)
  const { number } = await trx
    .selectFrom('evidence')
    .select('number')
    .where('id', '=', evidenceId)
    .executeTakeFirstOrThrow()
  await record(trx, { kind: 'file read', by: null, aboutKind: 'evidence', aboutId: evidenceId, number, file: fileId })
}
