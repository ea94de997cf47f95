import type { Db, Trx } from '../../database.js'
import { asksWith, type Slots } from '../../database/in-the-same-words.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { record } from '../../facts/facts.js'
import { type Prepared, recordFile } from '../../files/keeping.js'
import { unread } from '../../names/names.js'
import type { Person } from '../../people/person.js'
import { renewReach } from '../../reach/renewing.js'
import type { Stage } from '../../stages.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { day } from '../../words/words.js'
import { opening } from '../listing/cards.js'
import { type Kind, kindNamed, likelyKind } from '../kinds.js'
import type { Speaker } from '../speakers.js'
import { keepText } from '../readable-texts/readable-texts.js'
import { askForReading } from '../files/reading-files.js'
import { nobodyInIt, recordConsent } from '../consent/consent.js'
import { piecesWithIds } from '../evidence.js'
import { aboutPiece } from '../as-fact.js'
import { refuseBeyondRoom } from '../files/room-for-files.js'
import { storedOnce } from '../files/same-files.js'
import type { Evidence } from '../tables.js'

/** A piece as it was typed. What its author left out is worked out here: the title, and the likeliest kind. */
export interface Logged {
  title: string
  whatWeSaw: string
  /** Empty when the author left it to us. */
  kind: Kind | ''
  stage: Stage
  gatheredOn: string
  schools: string[]
  speaker?: Speaker
  elsewhere?: string
  audience: 'author' | 'group'
  /** Nobody can be seen, heard or recognised in it, its author says. */
  nobody?: boolean
  /** The device's own name for this piece; sent again, it is not logged again. */
  capture: string | null
}

/** A file that is safe in the store, with the words that stand for it. */
export interface WithAlt extends Prepared {
  alt?: string
}

/**
 * Logs a piece under the group's next number. The same capture sent twice gives the piece of the first time.
 * @returns the piece's row, and whether it is new
 */
export async function logEvidence(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  words: Logged,
  files: WithAlt[] = [],
): Promise<{ piece: Evidence; isNew: boolean }> {
  const known = await capturedBefore(trx, person, words.capture)
  if (known) return { piece: known, isNew: false }
  const id = await writeDown(trx, enquiry, person, words, files)
  await placeFiles(trx, id, files, person)
  if (files.length > 0) await refuseBeyondRoom(trx, enquiry.groupId)
  await linkToSchools(trx, id, words.schools)
  await renewReach(trx, [id])
  const piece = await trx.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  await keepText(trx, { evidenceId: piece.id, source: 'words' }, unread(piece.whatWeSaw), person)
  await recordLogging(trx, enquiry, piece, person)
  if (words.nobody)
    for (const one of await piecesWithIds(trx, [id])) await recordConsent(trx, one, person, nobodyInIt())
  return { piece, isNew: true }
}

/** The piece that this person's device has sent before under this name. */
export async function capturedBefore(db: Db, person: Person, capture: string | null): Promise<Evidence | undefined> {
  if (!capture) return undefined
  return db
    .selectFrom('evidence')
    .selectAll()
    .where('loggedBy', '=', person.id)
    .where('capture', '=', capture)
    .executeTakeFirst()
}

async function writeDown(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  words: Logged,
  files: Prepared[],
): Promise<string> {
  const { number } = await trx
    .selectFrom('evidence')
    .select(eb => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('number'))
    .where('groupId', '=', enquiry.groupId)
    .executeTakeFirstOrThrow()
  const kind = words.kind || likelyKind(files[0]?.kind)
  const at = now()
  const piece = {
    id: newId(),
    groupId: enquiry.groupId,
    enquiryId: enquiry.id,
    number: Number(number) + 1,
    capture: words.capture,
    title: words.title || titleFor(words.whatWeSaw, kind, words.gatheredOn),
    whatWeSaw: words.whatWeSaw,
    kind,
    stage: words.stage,
    speaker: words.speaker ?? '',
    elsewhere: words.elsewhere ?? '',
    gatheredOn: words.gatheredOn,
    loggedAt: at,
    loggedBy: person.id,
    sharedWithGroupAt: words.audience === 'group' ? at : null,
  }
  await trx.insertInto('evidence').values(piece).execute()
  return piece.id
}

/** The first sentence, as far as it is short; a picture without words is called by its kind and day. */
export function titleFor(whatWeSaw: string, kind: string, gatheredOn: string): string {
  const first = opening(whatWeSaw.split('\n')[0] ?? '', 400)
  const sentence = /^.{12,}?[.!?…](?=\s|$)/.exec(first)?.[0].replace(/\.$/, '') ?? first
  if (sentence) return opening(sentence, 90)
  const name = kindNamed(kind)
  return `${name[0]!.toUpperCase()}${name.slice(1)}, ${day(gatheredOn)}`
}

/** Puts files behind those that the piece has already. */
export async function placeFiles(trx: Trx, evidenceId: string, files: WithAlt[], person: Person): Promise<void> {
  const { last } = await trx
    .selectFrom('evidenceFiles')
    .select(eb => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
    .where('evidenceId', '=', evidenceId)
    .executeTakeFirstOrThrow()
  for (const [place, { alt, ...prepared }] of files.entries()) {
    const file = await recordFile(trx, await storedOnce(trx, evidenceId, prepared), person)
    const row = { evidenceId, fileId: file.id, position: Number(last) + place + 1, alt: alt ?? '' }
    await trx.insertInto('evidenceFiles').values(row).execute()
    await askForReading(trx, evidenceId, file)
  }
}

/** Says which schools a piece comes from, in place of what was said before. */
export async function linkToSchools(trx: Trx, evidenceId: string, schools: string[]): Promise<void> {
  await trx.deleteFrom('evidenceSchools').where('evidenceId', '=', evidenceId).execute()
  const rows = [...new Set(schools)].map(schoolId => ({ evidenceId, schoolId }))
  if (rows.length > 0) await trx.insertInto('evidenceSchools').values(rows).execute()
}

export function recordLogging(trx: Trx, { networkId }: Enquiry, piece: Evidence, person: Person): Promise<void> {
  return record(trx, { kind: 'evidence logged', by: person, ...aboutPiece({ ...piece, networkId }) })
}

/** What this person chose the last time they logged something: only themselves, or their group. */
export async function lastChosenAudience(db: Db, person: Person): Promise<'author' | 'group'> {
  const [last] = await lastOf(db, { personId: person.id })
  return last && last.sharedWithGroupAt === last.loggedAt ? 'group' : 'author'
}

const lastOf = asksWith((db, { personId }: Slots<{ personId: string }>) =>
  db
    .selectFrom('evidence')
    .select(['sharedWithGroupAt', 'loggedAt'])
    .where('loggedBy', '=', personId)
    .orderBy('loggedAt', 'desc')
    .limit(1),
)
