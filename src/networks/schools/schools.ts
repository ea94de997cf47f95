import type { Db, Trx } from '../../database.js'
import { asksWith, type Slots } from '../../database/in-the-same-words.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { keepFormerName } from '../../names/former-names.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import type { Network, School } from '../tables.js'

export type SchoolWords = Pick<
  School,
  'name' | 'phase' | 'roll' | 'town' | 'postcode' | 'localAuthority' | 'language' | 'safeguardingContact'
>

/** The schools that belong to a network now, in alphabetical order: schools are never ranked. */
export async function schoolsOf(db: Db, networkId: string): Promise<School[]> {
  return (await schoolsNow(db, { networkId })).sort(byName)
}

const schoolsNow = asksWith((db, { networkId }: Slots<{ networkId: string }>) =>
  db.selectFrom('schools').selectAll().where('networkId', '=', networkId).where('leftAt', 'is', null),
)

/** The schools with somebody's own before the others, so that no table cuts them off; each part keeps its order. */
export function ownFirst<School extends { id: string }>(schools: School[], ownIds: string[]): School[] {
  const isOwn = (school: School) => ownIds.includes(school.id)
  return [...schools.filter(isOwn), ...schools.filter(school => !isOwn(school))]
}

/** The schools that belonged to a network before, in alphabetical order. */
export async function schoolsThatLeft(db: Db, networkId: string): Promise<School[]> {
  const schools = await db
    .selectFrom('schools')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('leftAt', 'is not', null)
    .execute()
  return schools.sort(byName)
}

/** A school of the network, also one that has left it. @throws NotFound */
export function findSchool(db: Db, network: Network, id: string): Promise<School> {
  return db
    .selectFrom('schools')
    .selectAll()
    .where('networkId', '=', network.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('school'))
}

/** A school belongs to the network from now on. @param words with its number on the government's list, where it is from there */
export async function addSchool(
  db: Db,
  network: Network,
  person: Person,
  words: SchoolWords & { urn: string | null },
): Promise<School> {
  const school: School = {
    id: newId(),
    networkId: network.id,
    ...words,
    joinedAt: now(),
    joinedBy: person.id,
    leftAt: null,
    leftBy: null,
  }
  await db.insertInto('schools').values(school).execute()
  return school
}

/** Changes what is known of a school. */
export async function changeSchool(trx: Trx, school: School, person: Person, words: SchoolWords): Promise<void> {
  await trx.updateTable('schools').set(words).where('id', '=', school.id).execute()
  await noteRenaming(trx, school, person, words.name)
}

/** Where a school is called otherwise from now on, what it was called is kept, and is looked for in texts too. */
export async function noteRenaming(
  trx: Trx,
  school: Pick<School, 'id' | 'networkId' | 'name'>,
  person: Person,
  name: string,
): Promise<void> {
  if (name === school.name) return
  await keepFormerName(trx, { schoolId: school.id }, school.name, name)
  const about = { networkId: school.networkId, aboutKind: 'school', aboutId: school.id }
  await record(trx, { kind: 'school renamed', by: person, ...about })
}

/** A school leaves the network; its people and their groups keep their work, and it can come back. */
export async function leaveNetwork(trx: Trx, school: School, person: Person): Promise<void> {
  await noteLeaving(trx, school, person, 'school left the network', { leftAt: now(), leftBy: person.id })
}

/** A school that had left belongs to the network again. */
export async function comeBack(trx: Trx, school: School, person: Person): Promise<void> {
  await noteLeaving(trx, school, person, 'school came back', { leftAt: null, leftBy: null })
}

async function noteLeaving(
  trx: Trx,
  school: School,
  person: Person,
  kind: 'school left the network' | 'school came back',
  set: Pick<School, 'leftAt' | 'leftBy'>,
): Promise<void> {
  await trx.updateTable('schools').set(set).where('id', '=', school.id).execute()
  await record(trx, { kind, by: person, networkId: school.networkId, aboutKind: 'school', aboutId: school.id })
}

/** Adds the schools with these URNs from the government's list; those that are there already are left as they are. */
export async function pickSchools(trx: Trx, network: Network, person: Person, urns: string[]): Promise<number> {
  if (urns.length === 0) return 0
  const establishments = await trx.selectFrom('establishments').selectAll().where('urn', 'in', urns).execute()
  let added = 0
  for (const { urn, name, phase, roll, town, postcode, localAuthority } of establishments) {
    const known = await trx
      .selectFrom('schools')
      .select(['id', 'leftAt'])
      .where('networkId', '=', network.id)
      .where('urn', '=', urn)
      .executeTakeFirst()
    if (known && !known.leftAt) continue
    if (known) await comeBack(trx, { ...known, networkId: network.id } as School, person)
    else
      await addSchool(trx, network, person, {
        urn,
        name,
        phase,
        roll,
        town,
        postcode,
        localAuthority,
        language: '',
        safeguardingContact: '',
      })
    added++
  }
  return added
}

export interface KnownSchool {
  id: string
  name: string
  urn: string | null
}

/** These schools, in the order of the alphabet: nobody is first. */
export async function schoolsByIds(db: Db, ids: string[]): Promise<KnownSchool[]> {
  if (ids.length === 0) return []
  return (await schoolsWithIds(db, { ids })).sort(byName)
}

const schoolsWithIds = asksWith((db, { ids }: Slots<{ ids: string[] }>) =>
  db.selectFrom('schools').select(['id', 'name', 'urn']).where('id', 'in', ids),
)
