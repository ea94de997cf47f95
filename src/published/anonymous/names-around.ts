import type { Db } from '../../database.js'
import { everydayNames } from '../../names/everyday.js'
import { partsOfSchoolName, shortFormsOfSchool } from '../../names/short-names.js'
import type { Edition } from '../../publishing/tables.js'

/** Somebody or something with a name, and what is said instead; `{}` stands for a letter: School A, School B. */
export interface NamedAround {
  names: string[]
  instead: string
  isPerson: boolean
}

/** Everybody and everything with a name in the edition's network: people, schools, places, the network itself. */
export async function namesAround(
  db: Db,
  edition: Pick<Edition, 'networkId' | 'ofKind' | 'ofId'>,
): Promise<NamedAround[]> {
  return [...(await schoolsAround(db)), ...(await networksAround(db)), ...(await peopleAround(db, edition))]
}

async function schoolsAround(db: Db): Promise<NamedAround[]> {
  const rows = await db.selectFrom('schools').select(['name', 'town', 'localAuthority', 'postcode']).execute()
  const places = new Set(rows.flatMap(row => [row.town, row.localAuthority]).filter(Boolean))
  const names = new Set(rows.map(row => row.name))
  const parts = [...names].flatMap(name => [...new Set([...shortFormsOfSchool(name), ...partsOfSchoolName(name)])])
  const shared = new Set(parts.filter((part, at) => parts.indexOf(part) !== at))
  const schools = [...names].map(name => [
    name,
    ...[...shortFormsOfSchool(name), ...partsOfSchoolName(name)].filter(part => !shared.has(part) && !places.has(part)),
  ])
  const codes = new Set(rows.map(row => row.postcode).filter(Boolean))
  return [
    ...schools.map(names => ({ names, instead: 'School {}', isPerson: false })),
    // What two schools are called by says neither of them.
    ...[...shared]
      .filter(part => !places.has(part))
      .map(part => ({ names: [part], instead: 'a school', isPerson: false })),
    ...[...places].map(name => ({ names: [name], instead: 'a place', isPerson: false })),
    ...[...codes].map(name => ({ names: [name], instead: 'a postcode', isPerson: false })),
  ]
}

async function networksAround(db: Db): Promise<NamedAround[]> {
  const rows = await db.selectFrom('networks').select('name').execute()
  return rows.map(({ name }) => ({
    names: [
      name,
      ...shortFormsOfSchool(name.replace(/\b(?:learning|schools?|network|partnership|alliance|cluster)\b/gi, ' ')),
    ],
    instead: 'a network of schools',
    isPerson: false,
  }))
}

async function peopleAround(db: Db, { networkId, ofKind, ofId }: Pick<Edition, 'networkId' | 'ofKind' | 'ofId'>) {
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
  const whole = people.map(person => ({
    names: [person.name],
    instead: leads.has(person.id) ? (leads.size === 1 ? 'the lead learner' : 'Lead learner {}') : 'Colleague {}',
    isPerson: true,
    parts: partsOf(person.name),
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
