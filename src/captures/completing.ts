import { inOne, type Trx } from '../database.js'
import { BadInput } from '../errors.js'
import { record } from '../facts/facts.js'
import { type Prepared, prepareFile } from '../files/keeping.js'
import { takeOver } from '../files/receiving/resuming.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { renewReach } from '../reach/renewing.js'
import { now } from '../web/now.js'
import { filesOfCapture, pieceOfCapture } from './capturing.js'
import { halvesOf } from './half-uploads.js'
import { placeFiles, recordLogging } from '../evidence/logging/logging.js'
import { mayLogEvidence } from '../evidence/permissions.js'
import { enquiryOf } from '../evidence/crumbs.js'
import type { Capture, HalfUpload } from '../evidence/tables.js'
import type { CaptureFile } from './tables.js'

/** One at a time for each capture: a second sending waits, and finds the work done. */
const lines = new Map<string, Promise<unknown>>()

/**
 * Takes into the piece whatever has all come and is not in it yet, each file once, and completes the capture when
 * nothing is missing any more: only then is the piece shared, if that was wished. Files are long in coming and slow to
 * read, so each is taken in by a transaction of its own, and what a crash cuts short goes on where it was.
 * @returns whether it became complete now
 */
export function settleCapture(house: House, person: Reader, capture: Capture): Promise<boolean> {
  const name = `${capture.personId}:${capture.capture}`
  const before = lines.get(name) ?? Promise.resolve()
  const work = before.catch(() => undefined).then(() => settle(house, person, capture))
  lines.set(name, work)
  const done = () => lines.get(name) === work && lines.delete(name)
  work.then(done, done)
  return work
}

async function settle(house: House, person: Reader, capture: Capture): Promise<boolean> {
  if (capture.completedAt) return false
  const { db, store } = house
  for (const half of await halvesOf(db, capture)) {
    if ((await store.halves.grownTo(half.id)) !== half.bytes) continue
    const files = await filesOfCapture(db, capture)
    const file = files.find(one => one.part === half.part)
    if (file?.settledAt === null) {
      const arrived = await readied(store, file, half)
      await inOne(db, trx => takeIn(trx, person, capture, file, arrived))
    }
    await store.halves.remove(half.id).catch(() => undefined)
  }
  return inOne(db, trx => complete(trx, person, capture))
}

type Readied = Prepared | { because: string }

/** The slow part, outside of any transaction: a file as it can be taken in, or why it cannot. */
async function readied(store: House['store'], file: CaptureFile, half: HalfUpload): Promise<Readied> {
  const arrived = await takeOver(store, half, file.name)
  return 'because' in arrived ? arrived : prepareFile(store, arrived).catch(asReason)
}

/** A file is settled in the same transaction that puts it into the piece. */
async function takeIn(trx: Trx, person: Reader, capture: Capture, file: CaptureFile, arrived: Readied): Promise<void> {
  const isRefused = 'because' in arrived
  if (!(await settleFile(trx, file, isRefused ? arrived.because : null)) || isRefused) return
  await placeFiles(trx, capture.evidenceId, [arrived], person)
  await renewReach(trx, [capture.evidenceId])
  await recordArrival(trx, capture, person)
}

async function recordArrival(trx: Trx, { evidenceId }: Capture, person: Reader): Promise<void> {
  const { number } = await trx
    .selectFrom('evidence')
    .select('number')
    .where('id', '=', evidenceId)
    .executeTakeFirstOrThrow()
  await record(trx, {
    kind: 'file of a capture arrived',
    by: person,
    aboutKind: 'evidence',
    aboutId: evidenceId,
    number,
  })
}

/** @throws what is not about the file: then it is tried again later */
function asReason(error: unknown): { because: string } {
  if (error instanceof BadInput && error.status === 422) return { because: error.message }
  throw error
}

async function settleFile(trx: Trx, { personId, capture, part }: CaptureFile, refusedBecause: string | null) {
  const { numUpdatedRows } = await trx
    .updateTable('captureFiles')
    .set({ settledAt: now(), refusedBecause })
    .where('personId', '=', personId)
    .where('capture', '=', capture)
    .where('part', '=', part)
    .where('settledAt', 'is', null)
    .executeTakeFirst()
  await trx
    .deleteFrom('halfUploads')
    .where('personId', '=', personId)
    .where('capture', '=', capture)
    .where('part', '=', part)
    .execute()
  return numUpdatedRows === 1n
}

async function complete(trx: Trx, person: Reader, capture: Capture): Promise<boolean> {
  const files = await filesOfCapture(trx, capture)
  if (files.some(file => file.settledAt === null)) return false
  const whole = files.every(file => file.refusedBecause === null)

  const { numUpdatedRows } = await trx
    .updateTable('captures')
    .set({ completedAt: now() })
    .where('personId', '=', capture.personId)
    .where('capture', '=', capture.capture)
    .where('completedAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 1n && whole && capture.audience === 'group') await share(trx, person, capture)
  return numUpdatedRows === 1n
}

/** It counts as logged now that all of it is there. Who has left the group meanwhile keeps it as a draft. */
async function share(trx: Trx, person: Reader, { evidenceId }: Capture): Promise<void> {
  const piece = await pieceOfCapture(trx, { evidenceId })
  if (!piece || piece.sharedWithGroupAt || piece.withdrawnAt) return
  const enquiry = await enquiryOf(trx, person, piece)
  if (!enquiry || !mayLogEvidence(enquiry)) return
  const at = now()
  await trx.updateTable('evidence').set({ loggedAt: at, sharedWithGroupAt: at }).where('id', '=', piece.id).execute()
  await renewReach(trx, [piece.id])
  await recordLogging(trx, enquiry, { ...piece, sharedWithGroupAt: at }, person)
}
