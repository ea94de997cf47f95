import type { ValueOrSlot } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { mostBytesOfForm } from '../../web/limits/form-size.js'
import { newId } from '../../web/new-id.js'
import { isSecret } from '../../web/secret-fields.js'
import type { Person } from '../person.js'
import type { KeptForm } from '../tables.js'

export interface Kept {
  fields: Record<string, string | string[]>
  /** The form could carry files; they could not be kept. */
  withFiles: boolean
  filesLost: boolean
}

/** The longest form: its signs are kept as three bytes each. */
const mostBytes = mostBytesOfForm
const mostForms = 20
/**
 * Forms of signing in and of accounts are quick to fill in again, and hold what should not lie about. What a colleague answers
 * to a questionnaire or in a review is never kept beside who they are. Names of pupils stand in the store of the keys alone, and
 * what a request about somebody's data says is sealed.
 */
const neverKept =
  /^\/(sign-|setup|account|administration|forgotten-password|password-resets|invitations|kept-forms|people\/|names|keys\/|groups\/[\w-]+\/keys|evidence\/[\w-]+\/name|questionnaires\/\w+\/answer|networks\/[\w-]+\/reviews\/[\w-]+\/answer|reviews\/by-link\/|networks\/[\w-]+\/requests|complaints\/)/

export function mayKeep(address: string): boolean {
  return !neverKept.test(address)
}

/**
 * Keeps what somebody posted after their session had ended, for them alone.
 * @returns its id, or null when it is too large or there was nothing in it
 */
export async function keepForm(db: Db, personId: string, address: string, kept: Kept): Promise<string | null> {
  const fields = Object.fromEntries(Object.entries(kept.fields).filter(([name]) => !isSecret(name)))
  const form = JSON.stringify({ ...kept, fields })
  if (Object.keys(fields).length === 0 || Buffer.byteLength(form) > mostBytes) return null
  const id = newId()
  await db
    .insertInto('keptForms')
    .values({ id, personId, address, fields: form, keptAt: new Date().toISOString(), givenBackAt: null })
    .execute()
  await dropOldest(db, personId)
  return id
}

/** @throws NotFound for anybody else's form, and for one that was sent or thrown away */
export async function findKeptForm(db: Db, person: Person, id: string): Promise<KeptForm & { kept: Kept }> {
  const row = await db
    .selectFrom('keptForms')
    .selectAll()
    .where('id', '=', id)
    .where('personId', '=', person.id)
    .where('givenBackAt', 'is', null)
    .executeTakeFirst()
  if (!row || (await wasSent(db, row))) throw new NotFound('kept form')
  return { ...row, kept: JSON.parse(row.fields) as Kept }
}

/** What waits for somebody who has just signed in, the newest first. */
export async function waitingFormOf(db: Db, personId: string): Promise<KeptForm | undefined> {
  return firstNotSent(db, await keptFormsOf(db, personId, dayAgo()).execute())
}

/** Forms are kept for a day. */
export function dayAgo(): string {
  return new Date(Date.now() - 86_400_000).toISOString()
}

/** What was kept for somebody and not given back, the newest first. */
export function keptFormsOf(db: Db, personId: ValueOrSlot, since: ValueOrSlot) {
  return db
    .selectFrom('keptForms')
    .selectAll()
    .where('personId', '=', personId)
    .where('givenBackAt', 'is', null)
    .where('keptAt', '>', since)
    .orderBy('keptAt', 'desc')
}

/** The first of these that was not sent after all. */
export async function firstNotSent(db: Db, rows: KeptForm[]): Promise<KeptForm | undefined> {
  for (const row of rows) if (!(await wasSent(db, row))) return row
  return undefined
}

/** The person does not want the form any more. */
export async function throwAway(db: Db, form: KeptForm): Promise<void> {
  await db.deleteFrom('keptForms').where('id', '=', form.id).execute()
}

/** The form's own key of sending: sent again it acts once, and once sent it is known to have been given back. */
export function onceOf(form: Pick<KeptForm, 'id'>): string {
  return `kept-form-${form.id}`
}

async function wasSent(db: Db, form: KeptForm): Promise<boolean> {
  const key = `${form.personId}:${form.address.split('?')[0]}:${onceOf(form)}`
  const sent = await db.selectFrom('sentForms').select('answer').where('key', '=', key).executeTakeFirst()
  return Boolean(sent?.answer)
}

async function dropOldest(db: Db, personId: string): Promise<void> {
  const kept = await db
    .selectFrom('keptForms')
    .select('id')
    .where('personId', '=', personId)
    .orderBy('keptAt', 'desc')
    .execute()
  const over = kept.slice(mostForms).map(one => one.id)
  if (over.length > 0) await db.deleteFrom('keptForms').where('id', 'in', over).execute()
}
