import type { Db } from '../../database.js'
import type { Document } from '../../documents/document.js'
import { everydayNames } from '../../names/everyday.js'
import { formerNamesOfPeople, formerNamesOfSchools } from '../../names/former-names.js'
import type { Names } from '../../names/names.js'
import { partsOfSchoolName, shortFormsOfSchool } from '../../names/short-names.js'
import type { Edition } from '../../publishing/tables.js'

/** Somebody or something with a name, and what is said instead; `{}` stands for a letter: School A, School B. */
export interface NamedAround {
  names: string[]
  instead: string
  isPerson: boolean
}

/**
 * Everybody and everything with a name in the edition's network, now or before, and whatever the work itself names: people,
 * schools, places, the network. Somebody whose account is closed has no name here any more, and still has one in the work.
 * @param held every edition of the work, as it was frozen
 * @param pseudonyms those that stand in it, which are the names of nobody
 */
export async function namesAround(
  db: Db,
  edition: Pick<Edition, 'networkId' | 'ofKind' | 'ofId'>,
  held: Document[],
  pseudonyms: Pick<Names, 'schools' | 'people'>,
): Promise<NamedAround[]> {
  const inWork = namesHeldIn(held, [...pseudonyms.schools, ...pseudonyms.people])
  return [
    ...(await schoolsAround(db, inWork.schools)),
    ...(await networksAround(db, inWork.networks)),
    ...(await peopleAround(db, edition, inWork.people)),
  ]
}

async function schoolsAround(db: Db, held: string[]): Promise<NamedAround[]> {
  const rows = await db.selectFrom('schools').select(['id', 'name', 'town', 'localAuthority', 'postcode']).execute()
  const before = await formerNamesOfSchools(
    db,
    rows.map(row => row.id),
  )
  const places = new Set(rows.flatMap(row => [row.town, row.localAuthority]).filter(Boolean))
  const called = rows.map(({ id, name }) => [name, ...(before.get(id) ?? [])])
  const schools = together([...called, ...held.map(name => [name])]).map(names => ({
    names,
    parts: [...new Set(names.flatMap(name => [...shortFormsOfSchool(name), ...partsOfSchoolName(name)]))],
  }))
  const parts = schools.flatMap(school => school.parts)
  const shared = new Set(parts.filter((part, at) => parts.indexOf(part) !== at))
  const codes = new Set(rows.map(row => row.postcode).filter(Boolean))
  return [
    ...schools.map(({ names, parts: own }) => ({
      names: [...names, ...own.filter(part => !shared.has(part) && !places.has(part))],
      instead: 'School {}',
      isPerson: false,
    })),
    // What two schools are called by says neither of them.
    ...[...shared]
      .filter(part => !places.has(part))
      .map(part => ({ names: [part], instead: 'a school', isPerson: false })),
    ...[...places].map(name => ({ names: [name], instead: 'a place', isPerson: false })),
    ...[...codes].map(name => ({ names: [name], instead: 'a postcode', isPerson: false })),
  ]
}

/** Whoever is called the same is one: a school of two networks, and an author of an edition who is here still. */
function together(all: string[][]): string[][] {
  const each: Set<string>[] = []
  const byName = new Map<string, Set<string>>()
  for (const names of all) {
    const known = names.map(name => byName.get(name)).find(Boolean)
    const one = known ?? new Set<string>()
    if (!known) each.push(one)
    for (const name of names) byName.set(name, one.add(name))
  }
  return each.map(one => [...one])
}

async function networksAround(db: Db, held: string[]): Promise<NamedAround[]> {
  const rows = await db.selectFrom('networks').select('name').execute()
  return [...new Set([...rows.map(row => row.name), ...held])].map(name => ({
    names: [
      name,
      ...shortFormsOfSchool(name.replace(/\b(?:learning|schools?|network|partnership|alliance|cluster)\b/gi, ' ')),
    ],
    instead: 'a network of schools',
    isPerson: false,
  }))
}

async function peopleAround(
  db: Db,
  { networkId, ofKind, ofId }: Pick<Edition, 'networkId' | 'ofKind' | 'ofId'>,
  held: string[],
): Promise<NamedAround[]> {
  const people = await db
    .selectFrom('people')
    .select(['people.id', 'people.name'])
    .where(eb =>
      eb.or([
        eb('people.id', 'in', eb.selectFrom('networkRoles').select('personId').where('networkId', '=', networkId)),
        eb(
          'people.id',
          'in',
          eb
            .selectFrom('groupPeople')
            .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
            .select('groupPeople.personId')
            .where('groups.networkId', '=', networkId),
        ),
      ]),
    )
    .execute()
  const leads = new Set(ofKind === 'write-up' ? await leadsOf(db, ofId) : [])
  const before = await formerNamesOfPeople(
    db,
    people.map(person => person.id),
  )
  const called = people.map(({ id, name }) => ({ id, names: [name, ...(before.get(id) ?? [])] }))
  const known = new Set(called.flatMap(one => one.names))
  const gone = held.filter(name => !known.has(name)).map(name => ({ id: '', names: [name] }))
  const whole = [...called, ...gone].map(({ id, names }) => ({
    names,
    instead: leads.has(id) ? (leads.size === 1 ? 'the lead learner' : 'Lead learner {}') : 'Colleague {}',
    isPerson: true,
    parts: [...new Set(names.flatMap(partsOf))],
  }))
  const shared = new Map<string, number>()
  for (const part of whole.flatMap(one => one.parts)) shared.set(part, (shared.get(part) ?? 0) + 1)
  return [
    ...whole.map(({ parts, names, ...one }) => ({
      ...one,
      names: [...names, ...parts.filter(part => shared.get(part) === 1)],
    })),
    // A name that two people share says neither of them.
    ...[...shared]
      .filter(([, count]) => count > 1)
      .map(([name]) => ({ names: [name], instead: 'a colleague', isPerson: false })),
  ]
}

function partsOf(name: string): string[] {
  const parts = name.split(/\s+/)
  if (parts.length < 2) return []
  return [parts[0]!, parts.at(-1)!].filter(
    part => part.length > 2 && /^\p{Lu}/u.test(part) && !everydayNames.has(part.toLowerCase()),
  )
}

/** Who and what the editions of a work say that they are by, and of. */
function namesHeldIn(held: Document[], pseudonyms: string[]) {
  const authors = held.flatMap(document => document.authors ?? [])
  const schools = [...held.flatMap(document => document.schools ?? []), ...authors.flatMap(one => one.school ?? [])]
  const own = (names: string[]) => [...new Set(names)].filter(name => !pseudonyms.includes(name))
  return {
    people: own(authors.map(one => one.name)),
    schools: own(schools),
    networks: [...new Set(held.flatMap(document => document.publisher ?? []))],
  }
}

async function leadsOf(db: Db, writeUpId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('groupPeople')
    .innerJoin('writeUps', 'writeUps.groupId', 'groupPeople.groupId')
    .select('groupPeople.personId')
    .where('writeUps.id', '=', writeUpId)
    .where('groupPeople.role', '=', 'lead learner')
    .where('groupPeople.leftAt', 'is', null)
    .execute()
  return rows.map(row => row.personId)
}
