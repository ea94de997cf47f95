import type { Db, Trx } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import { type Names, unread } from '../names/names.js'
import { type Read, type Written, written } from '../names/written.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { merge } from './merging.js'
import './facts.js'
import type { Text } from './tables.js'

/** Where a text lives: the kind of its owner ('stage', 'write-up part', …), the owner's id, and which of its fields. */
export interface TextPlace {
  kind: string
  owner: string
  field: string
}

export type Saving =
  | { outcome: 'saved' | 'same'; text: Saved }
  /** Somebody else had saved meanwhile, elsewhere in the text: both are kept. */
  | { outcome: 'merged'; text: Saved }
  /** Somebody else had changed the same words: nothing was saved, both are shown. */
  | { outcome: 'conflict'; theirs: Saved; mine: string }

export interface Saved {
  body: string
  version: number
  savedAt: string | null
  savedBy: string | null
}

/** A text as it was written, before it is read under somebody’s names. */
export interface TextAsWritten extends Omit<Saved, 'body'> {
  body: Written
}

/** A text before anybody wrote it. */
export const blank: TextAsWritten = { body: written(''), version: 0, savedAt: null, savedBy: null }

/** Whether it says anything. */
export function isWritten(text: TextAsWritten | undefined): boolean {
  return unread(text?.body ?? '').trim() !== ''
}

/** Texts as they are read under somebody’s names. */
export function readTexts<Field extends string>(
  texts: Record<Field, TextAsWritten>,
  { read }: Pick<Names, 'read'>,
): Record<Field, Saved> {
  const entries = Object.entries<TextAsWritten>(texts)
  return Object.fromEntries(entries.map(([field, text]) => [field, { ...text, body: read(text.body) }])) as Record<
    Field,
    Saved
  >
}

const versionsKept = 200

/** All texts of an owner by field; a field that nobody wrote is missing. */
export async function textsOf(db: Db, kind: string, owner: string): Promise<Record<string, TextAsWritten>> {
  const rows = await textsWith(db, { kind, owner })
  return Object.fromEntries(rows.map(row => [row.field, row]))
}

const textsWith = asksWith((db, { kind, owner }: Slots<{ kind: string; owner: string }>) =>
  db.selectFrom('texts').selectAll().where('kind', '=', kind).where('owner', '=', owner),
)

/** The texts of several owners at once: owner → field → text. */
export async function textsOfMany(
  db: Db,
  kind: string,
  owners: string[],
): Promise<Record<string, Record<string, TextAsWritten>>> {
  if (owners.length === 0) return {}
  const rows = await db.selectFrom('texts').selectAll().where('kind', '=', kind).where('owner', 'in', owners).execute()
  const found: Record<string, Record<string, TextAsWritten>> = Object.fromEntries(owners.map(owner => [owner, {}]))
  for (const row of rows) found[row.owner]![row.field] = row
  return found
}

/** What whoever saved a text last is called. */
export async function saverOf(db: Db, { savedBy }: Pick<Saved, 'savedBy'>): Promise<string> {
  const row = savedBy
    ? await db.selectFrom('people').select('name').where('id', '=', savedBy).executeTakeFirst()
    : undefined
  return row?.name ?? 'Somebody else'
}

/**
 * Saves words that were written upon a version of the text. If the text has moved on since, the two are merged word by
 * word where they do not overlap; where they do, nothing is saved and both come back.
 */
export async function saveText(
  trx: Trx,
  place: TextPlace,
  sent: { body: string; version: number },
  person: Person,
): Promise<Saving> {
  const body = sent.body.replace(/\r\n?/g, '\n')

  const current = await find(trx, place)
  if (!current) return { outcome: 'saved', text: await create(trx, place, body, person) }
  if (current.body === body) return { outcome: 'same', text: current }
  if (current.version === sent.version) return { outcome: 'saved', text: await update(trx, current, body, person) }

  const base = await bodyAt(trx, current, sent.version)
  const merged = base === undefined ? undefined : merge(base, current.body, body)
  if (merged === undefined) return { outcome: 'conflict', theirs: current, mine: body }
  return { outcome: 'merged', text: await update(trx, current, merged, person) }
}

/** Writes a text without asking for a version: for what the workbench itself composes. */
export async function putText(trx: Trx, place: TextPlace, body: string, person: Person): Promise<Saved> {
  const current = await find(trx, place)
  if (!current) return create(trx, place, body, person)
  return current.body === body ? current : update(trx, current, body, person)
}

/** Takes these words away from what a text said before. */
export async function forgetVersionsThatSay(trx: Trx, place: TextPlace, words: string): Promise<void> {
  const current = await find(trx, place)
  if (!current) return
  await trx
    .deleteFrom('textVersions')
    .where('textId', '=', current.id)
    .where('body', '=', written(words))
    .where('version', '<', current.version)
    .execute()
}

/** As it was written: whoever may write in it reads it so. */
async function find(trx: Trx, place: TextPlace): Promise<Read<Text> | undefined> {
  const row = await trx
    .selectFrom('texts')
    .selectAll()
    .where('kind', '=', place.kind)
    .where('owner', '=', place.owner)
    .where('field', '=', place.field)
    .executeTakeFirst()
  return unread(row)
}

async function create(trx: Trx, place: TextPlace, body: string, person: Person): Promise<Read<Text>> {
  const text = { id: newId(), ...place, body, version: 1, savedAt: now(), savedBy: person.id }
  await trx.insertInto('texts').values(text).execute()
  await keepVersion(trx, text)
  return text
}

async function update(trx: Trx, current: Read<Text>, body: string, person: Person): Promise<Read<Text>> {
  const text = { ...current, body, version: current.version + 1, savedAt: now(), savedBy: person.id }
  await trx.updateTable('texts').set(text).where('id', '=', text.id).execute()
  await keepVersion(trx, text)
  return text
}

async function keepVersion(trx: Trx, { id, kind, body, version, savedAt, savedBy }: Read<Text>): Promise<void> {
  await trx.insertInto('textVersions').values({ textId: id, body, version, savedAt, savedBy }).execute()
  await trx
    .deleteFrom('textVersions')
    .where('textId', '=', id)
    .where('version', '<=', version - versionsKept)
    .execute()
  await record(trx, {
    kind: 'text saved',
    by: savedBy === null ? null : { id: savedBy },
    aboutKind: 'text',
    aboutId: id,
    of: kind,
  })
}

/** What the text said at a version; the empty text was there before the first. */
async function bodyAt(trx: Db | Trx, text: Read<Text>, version: number): Promise<string | undefined> {
  if (version === 0) return ''
  const row = await trx
    .selectFrom('textVersions')
    .select('body')
    .where('textId', '=', text.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return unread(row)?.body
}
