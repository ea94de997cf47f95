import type { Db, Trx } from '../database.js'
import { type Enquiry, findEnquiry } from '../enquiries/enquiry.js'
import { allow, Conflict, NotFound } from '../errors.js'
import { record } from '../facts/facts.js'
import type { Reader } from '../names/reader.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import type { InstrumentKind } from './kinds.js'
import { mayUseInstruments, readsInstruments } from './permissions.js'
import { newQuestion, type Question, questionsIn, questionsReadBy } from './questions.js'
import type { Instrument } from './tables.js'

/** An instrument as somebody found it, with the cycle that its group is on now: an instrument serves them all. */
export interface FoundInstrument extends Omit<Instrument, 'questions'> {
  questions: Question[]
  enquiry: Enquiry
  /** A sheet of it has become evidence, or colleagues were asked: what they saw keeps its questions. */
  used: boolean
}

/** @throws NotFound unless the person reads the group's instruments; a retired one is there for nobody */
export async function findInstrument(db: Db, person: Reader, id: string): Promise<FoundInstrument> {
  const row = await db.selectFrom('instruments').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.retiredAt) throw new NotFound('instrument')
  const enquiry = await findEnquiry(db, person, row.groupId)
  if (!readsInstruments(enquiry)) throw new NotFound('instrument')
  const sheet = await db.selectFrom('fillings').select('id').where('instrumentId', '=', id).executeTakeFirst()
  const asked = await db.selectFrom('questionnaires').select('id').where('instrumentId', '=', id).executeTakeFirst()
  return {
    ...enquiry.names.read(row),
    questions: questionsReadBy(enquiry.names, row.questions),
    enquiry,
    used: (sheet ?? asked) !== undefined,
  }
}

/** An instrument for somebody who means to work with it. @throws NotFound as `findInstrument` does, NotAllowed unless they may */
export async function findInstrumentToUse(db: Db, person: Reader, id: string): Promise<FoundInstrument> {
  const found = await findInstrument(db, person, id)
  allow(mayUseInstruments(found.enquiry))
  return found
}

/** The instruments that a group has not put away, by name. */
export async function instrumentsOf(db: Db, enquiry: Enquiry) {
  const rows = await db
    .selectFrom('instruments')
    .innerJoin('people', 'people.id', 'instruments.changedBy')
    .select(['instruments.id', 'instruments.kind', 'instruments.name', 'instruments.version', 'instruments.purpose'])
    .select(['instruments.changedAt', 'instruments.sharedAt', 'people.name as by'])
    .where('groupId', '=', enquiry.groupId)
    .where('retiredAt', 'is', null)
    .orderBy('instruments.name')
    .execute()
  return enquiry.names.read(rows)
}

/** What other groups of the network offer to be copied, under the names by which they are read outside. */
export async function sharedInNetwork(db: Db, reader: Reader, enquiry: Enquiry) {
  const rows = await db
    .selectFrom('instruments')
    .innerJoin('groups', 'groups.id', 'instruments.groupId')
    .select(['instruments.id', 'instruments.kind', 'instruments.name', 'instruments.purpose', 'groups.name as group'])
    .where('groups.networkId', '=', enquiry.networkId)
    .where('instruments.groupId', '<>', enquiry.groupId)
    .select('instruments.groupId')
    .where('sharedAt', 'is not', null)
    .where('retiredAt', 'is', null)
    .orderBy('instruments.name')
    .execute()
  return Promise.all(rows.map(async ({ groupId, ...row }) => (await reader.namesIn(db, groupId)).read(row)))
}

export interface InstrumentWords {
  kind: InstrumentKind
  name: string
  purpose: string
  questions: Question[]
}

/** Makes an instrument, as its version 1. @param origin where it was copied from, in words @returns its id */
export async function makeInstrument(
  trx: Trx,
  enquiry: Enquiry,
  person: Reader,
  words: InstrumentWords,
  origin = '',
): Promise<string> {
  const id = newId()
  const at = now()

  const { kind, name, purpose } = words
  const json = JSON.stringify(words.questions)
  await trx
    .insertInto('instruments')
    .values({
      ...{ id, groupId: enquiry.groupId, enquiryId: enquiry.id, kind, name, purpose, questions: json, origin },
      ...{ madeAt: at, madeBy: person.id, changedAt: at, changedBy: person.id },
      ...{ sharedAt: null, sharedBy: null, retiredAt: null, retiredBy: null },
    })
    .execute()
  await trx
    .insertInto('instrumentVersions')
    .values({ instrumentId: id, version: 1, name: words.name, questions: json, savedAt: at, savedBy: person.id })
    .execute()
  await record(trx, { kind: 'instrument made', by: person, ...aboutInstrument(enquiry, id), name: words.name })

  return id
}

/** Copies one that another group of the same network has shared, or one of the group's own. @throws NotFound */
export async function copyInstrument(trx: Trx, enquiry: Enquiry, person: Reader, id: string): Promise<string> {
  const found = await trx
    .selectFrom('instruments')
    .innerJoin('groups', 'groups.id', 'instruments.groupId')
    .selectAll('instruments')
    .select('groups.name as group')
    .where('instruments.id', '=', id)
    .where('groups.networkId', '=', enquiry.networkId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()
  if (!found || (found.groupId !== enquiry.groupId && !found.sharedAt)) throw new NotFound('instrument')
  const names = await person.namesIn(trx, found.groupId)
  const row = names.read(found)
  // Nobody has answered the copy yet, so what can be chosen in it is read too.
  const questions = names
    .read(questionsIn(found.questions))
    .map(({ id: _, words, kind, ...more }) => newQuestion(words, kind, more))
  const name = row.groupId === enquiry.groupId ? `${row.name}, copy`.slice(0, 120) : row.name
  const words = { kind: row.kind, name, purpose: row.purpose, questions }
  const origin = `“${row.name}”, version ${row.version}, of ${row.group}`
  return makeInstrument(trx, enquiry, person, words, origin)
}

/**
 * Saves an instrument as its next version; what was filled in with an earlier one keeps that one's questions.
 * @throws Conflict when somebody else has saved it since it was opened
 */
export async function reviseInstrument(
  trx: Trx,
  found: FoundInstrument,
  person: Reader,
  words: Omit<InstrumentWords, 'kind'>,
  version: number,
): Promise<void> {
  const questions = JSON.stringify(words.questions)

  const at = now()
  const changed = await trx
    .updateTable('instruments')
    .set({
      name: words.name,
      purpose: words.purpose,
      questions,
      version: version + 1,
      changedAt: at,
      changedBy: person.id,
    })
    .where('id', '=', found.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n)
    throw new Conflict('Somebody else has changed these questions since you opened them.')
  const kept = { instrumentId: found.id, version: version + 1, name: words.name, questions }
  await trx
    .insertInto('instrumentVersions')
    .values({ ...kept, savedAt: at, savedBy: person.id })
    .execute()
  await record(trx, { kind: 'instrument revised', by: person, ...aboutInstrument(found.enquiry, found.id) })
}

/** Offers an instrument to the other groups of the network, or takes it back. */
export async function shareInstrument(
  trx: Trx,
  found: FoundInstrument,
  person: Reader,
  shared: boolean,
): Promise<void> {
  const set = shared ? { sharedAt: now(), sharedBy: person.id } : { sharedAt: null, sharedBy: null }
  await trx.updateTable('instruments').set(set).where('id', '=', found.id).execute()
  const deed = { by: person, ...aboutInstrument(found.enquiry, found.id), name: found.name }
  await record(trx, { kind: shared ? 'instrument offered' : 'instrument taken back', ...deed })
}

/** Puts an instrument away. What was filled in with it stays. */
export async function retireInstrument(trx: Trx, found: FoundInstrument, person: Reader): Promise<void> {
  await trx
    .updateTable('instruments')
    .set({ retiredAt: now(), retiredBy: person.id, sharedAt: null, sharedBy: null })
    .where('id', '=', found.id)
    .execute()
  const deed = { by: person, ...aboutInstrument(found.enquiry, found.id), name: found.name }
  await record(trx, { kind: 'instrument put away', ...deed })
}

/** In whose history it stands that something was done to an instrument, or to a questionnaire made of it. */
export function aboutInstrument(enquiry: Enquiry, id: string) {
  return { networkId: enquiry.networkId, groupId: enquiry.groupId, aboutKind: 'instrument', aboutId: id }
}
