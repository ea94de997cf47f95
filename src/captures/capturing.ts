import { z } from 'zod'
import type { Db, Trx } from '../database.js'
import { NotFound } from '../errors.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { cleanName, endingOf } from '../files/names.js'
import { asNamed, because, RULES } from '../files/receiving/rules.js'
import type { Person } from '../people/person.js'
import type { Audience } from '../reach/audiences.js'
import { now } from '../web/now.js'
import { ofThisNetwork } from '../evidence/logging/choices.js'
import { likelyKind } from '../evidence/kinds.js'
import { capturedBefore, type Logged, logEvidence } from '../evidence/logging/logging.js'
import { mostFilesAtOnce } from '../evidence/files/room-for-files.js'
import type { Capture, Evidence } from '../evidence/tables.js'
import type { CaptureFile } from './tables.js'

/** The files that a device says belong to a capture, each under the device's own name for it. */
export const AnnouncedFiles = z
  .array(
    z.strictObject({
      part: z.string().regex(/^[\w-]{1,80}$/),
      name: z.string().min(1).max(300),
      bytes: z.int().min(0),
    }),
  )
  .max(mostFilesAtOnce)
  .refine(files => new Set(files.map(file => file.part)).size === files.length)

export type Announced = z.output<typeof AnnouncedFiles>[number]

/** What this person's device has begun to send under this name. */
export function captureNamed(db: Db, person: Person, capture: string): Promise<Capture | undefined> {
  return db
    .selectFrom('captures')
    .selectAll()
    .where('personId', '=', person.id)
    .where('capture', '=', capture)
    .executeTakeFirst()
}

export function filesOfCapture(db: Db, { personId, capture }: Pick<Capture, 'personId' | 'capture'>) {
  return db
    .selectFrom('captureFiles')
    .selectAll()
    .where('personId', '=', personId)
    .where('capture', '=', capture)
    .orderBy('position')
    .execute()
}

/** What was logged of a capture; undefined where its author has erased it since. */
export function pieceOfCapture(db: Db, { evidenceId }: Pick<Capture, 'evidenceId'>): Promise<Evidence | undefined> {
  return db.selectFrom('evidence').selectAll().where('id', '=', evidenceId).executeTakeFirst()
}

/**
 * Logs the words as soon as they are here, so that they are safe. Until every file has followed, the piece is a draft
 * that only its author sees. Sent again, it is the same capture.
 */
export async function beginCapture(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  words: Logged & { capture: string },
  files: Announced[],
): Promise<Capture> {
  const rows = files.map((file, position) => announced(person, words.capture, file, position))
  const kind = words.kind || (rows[0] ? likelyKind(RULES[endingOf(rows[0].name)]?.kind) : ('' as const))
  const schools = await ofThisNetwork(trx, enquiry, words.schools)
  const { audience } = words
  const asDraft = rows.length > 0
  const logged = { ...words, kind, schools, audience: asDraft ? ('author' as const) : audience }
  const { piece, isNew } = await logEvidence(trx, enquiry, person, logged)
  if (isNew) await writeDown(trx, { ...words, evidenceId: piece.id }, person, rows)
  return (await captureNamed(trx, person, words.capture)) ?? (await adopt(trx, person, words.capture))
}

async function writeDown(
  trx: Trx,
  { capture, audience, evidenceId }: { capture: string; audience: Audience; evidenceId: string },
  person: Person,
  files: CaptureFile[],
): Promise<void> {
  const at = now()
  const completedAt = files.length === 0 ? at : null
  await trx
    .insertInto('captures')
    .values({ personId: person.id, capture, audience, evidenceId, begunAt: at, completedAt })
    .execute()
  if (files.length > 0) await trx.insertInto('captureFiles').values(files).execute()
}

/** A piece that came whole, in a form with files, has nothing to wait for. */
async function adopt(db: Db, person: Person, capture: string): Promise<Capture> {
  const piece = await capturedBefore(db, person, capture)
  if (!piece) throw new NotFound('capture')
  return {
    personId: person.id,
    capture,
    evidenceId: piece.id,
    audience: 'author',
    begunAt: piece.loggedAt,
    completedAt: piece.loggedAt,
  }
}

/** What can be known before a byte is sent is said at once. */
function announced(person: Person, capture: string, file: Announced, position: number): CaptureFile {
  const name = cleanName(file.name)
  const refused = whyNotAtAll(name, file.bytes) ?? null
  return {
    personId: person.id,
    capture,
    part: file.part,
    position,
    name,
    bytes: file.bytes,
    settledAt: refused === null ? null : now(),
    refusedBecause: refused,
  }
}

function whyNotAtAll(name: string, bytes: number): string | undefined {
  const expected = asNamed(name)
  if ('because' in expected) return expected.because
  if (bytes === 0) return because.empty()
  return bytes > expected.most ? because.tooLarge(expected.rule?.kind ?? 'film') : undefined
}
