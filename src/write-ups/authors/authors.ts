import type { Db, Trx } from '../../database.js'
import type { Author } from '../../documents/document.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { record } from '../../facts/facts.js'
import { formerPeopleOf, type InGroup, peopleOf } from '../../groups/people.js'
import { schoolsByIds } from '../../networks/schools/schools.js'
import type { Person } from '../../people/person.js'
import { takesPart } from '../../people/roles/roles.js'
import { newId } from '../../web/new-id.js'
import type { Names } from '../../names/names.js'
import { byNameOutside } from '../../names/order-outside.js'
import { byName } from '../../words/words.js'
import type { WriteUp } from '../tables.js'
import { aboutWriteUp, type FoundWriteUp } from '../write-ups.js'

/** Who is named as having written a write-up, and which schools it is of. */
export interface Named {
  authors: (Author & { personId: string | null })[]
  schools: { id: string; name: string }[]
  /** Said by the group, or kept from an edition; until then it is everybody who takes part now. */
  isKept: boolean
  /** Who is or was in the group, for what to think of. */
  everybody: InGroup[]
}

/**
 * The authors and schools of a write-up. Once they are said, or an edition was submitted, they stay what they are whoever
 * comes or goes; a group that nobody has said anything about is everybody in it.
 */
export async function namedIn(db: Db, writeUp: Pick<WriteUp, 'id'> | undefined, enquiry: Enquiry): Promise<Named> {
  const people = await everybodyOf(db, enquiry.groupId)
  const schoolOf = (personId: string) => people.find(one => one.personId === personId)?.school ?? undefined
  const kept = writeUp ? await keptAuthors(db, writeUp) : []
  if (kept.length === 0)
    return {
      authors: people.filter(one => !one.leftAt && takesPart(one)).map(authorFrom),
      schools: await schoolsByIds(db, enquiry.schoolIds),
      isKept: false,
      everybody: people,
    }
  return {
    authors: kept.map(({ personId, name }) => {
      const school = personId === null ? undefined : schoolOf(personId)
      return { personId, name, ...(school !== undefined && { school }) }
    }),
    schools: await keptSchools(db, writeUp!),
    isKept: true,
    everybody: people,
  }
}

/** The same, its schools as they stand in what leaves the group. */
export function schoolsInOrder(named: Named, names: Names): Named {
  return { ...named, schools: named.schools.toSorted(byNameOutside(names)) }
}

/** Everybody who is or was in the group, each once: those who are in it first. */
async function everybodyOf(db: Db, groupId: string): Promise<InGroup[]> {
  const all = [...(await peopleOf(db, groupId)), ...(await formerPeopleOf(db, groupId))]
  return all.filter((one, at) => all.findIndex(other => other.personId === one.personId) === at)
}

function authorFrom({ personId, name, school }: InGroup): Named['authors'][number] {
  return { personId, name, ...(school !== null && { school }) }
}

async function keptAuthors(db: Db, { id }: Pick<WriteUp, 'id'>) {
  const rows = await db
    .selectFrom('writeUpAuthors')
    .leftJoin('people', 'people.id', 'writeUpAuthors.personId')
    .select(['writeUpAuthors.personId', 'writeUpAuthors.name', 'people.name as called'])
    .where('writeUpAuthors.writeUpId', '=', id)
    .orderBy('writeUpAuthors.position')
    .execute()
  return rows.map(({ personId, name, called }) => ({ personId, name: called ?? name }))
}

async function keptSchools(db: Db, { id }: Pick<WriteUp, 'id'>) {
  const rows = await db
    .selectFrom('writeUpSchools')
    .innerJoin('schools', 'schools.id', 'writeUpSchools.schoolId')
    .select(['schools.id', 'schools.name'])
    .where('writeUpSchools.writeUpId', '=', id)
    .execute()
  return rows.sort(byName)
}

/** Somebody who takes part, or did, and is not named; with what to think of. */
export interface NotNamed {
  name: string
  because: string
}

/** Those who might be named besides: who came since, and who left before. */
export function notNamed({ authors, everybody }: Named): NotNamed[] {
  const named = new Set(authors.map(one => one.personId))
  return everybody
    .filter(one => takesPart(one) && !named.has(one.personId))
    .map(({ name, leftAt }) => ({ name, because: leftAt ? 'worked with you and has left' : 'is in the group now' }))
}

/** Those who are named and have left the group. */
export function namedAndGone({ authors, everybody }: Named): string[] {
  const here = new Set(everybody.filter(one => !one.leftAt && takesPart(one)).map(one => one.personId))
  return authors.flatMap(({ personId, name }) => (personId !== null && !here.has(personId) ? [name] : []))
}

/** Schools that can be named: those of its people, now or before, and those that are named. */
export function schoolsToName(db: Db, { schools, everybody }: Named) {
  const ofPeople = everybody.filter(takesPart).flatMap(one => one.schoolId ?? [])
  return schoolsByIds(db, [...new Set([...ofPeople, ...schools.map(one => one.id)])])
}

/** Says who is named, in this order, and which schools. @param names those of people in the group lead to them */
export async function nameAuthors(
  trx: Trx,
  writeUp: FoundWriteUp,
  person: Person,
  { names, schoolIds }: { names: string[]; schoolIds: string[] },
): Promise<void> {
  const people = await everybodyOf(trx, writeUp.groupId)
  const before = await namedIn(trx, writeUp, writeUp.enquiry)
  const known = [...before.authors, ...people]
  const authors = names.map(name => ({ name, personId: known.find(one => one.name === name)?.personId ?? null }))
  await keep(trx, writeUp, authors, schoolIds)
  await record(trx, { kind: 'authors of a write-up named', by: person, ...aboutWriteUp(writeUp) })
}

/** What goes out names these from now on, until the group says otherwise. */
export async function keepNamed(trx: Trx, writeUp: FoundWriteUp): Promise<void> {
  const { authors, schools, isKept } = await namedIn(trx, writeUp, writeUp.enquiry)
  if (isKept) return
  await keep(
    trx,
    writeUp,
    authors,
    schools.map(one => one.id),
  )
}

async function keep(
  trx: Trx,
  { id: writeUpId }: Pick<WriteUp, 'id'>,
  authors: { name: string; personId: string | null }[],
  schoolIds: string[],
): Promise<void> {
  await trx.deleteFrom('writeUpAuthors').where('writeUpId', '=', writeUpId).execute()
  await trx.deleteFrom('writeUpSchools').where('writeUpId', '=', writeUpId).execute()
  const rows = authors.map(({ name, personId }, position) => ({
    id: newId(),
    writeUpId,
    position,
    personId,
    name: personId === null ? name : '',
  }))
  if (rows.length > 0) await trx.insertInto('writeUpAuthors').values(rows).execute()
  const schools = [...new Set(schoolIds)].map(schoolId => ({ id: newId(), writeUpId, schoolId }))
  if (schools.length > 0) await trx.insertInto('writeUpSchools').values(schools).execute()
}
