import type { Db } from '../database.js'
import { formerPeopleOf, peopleOf } from '../groups/people.js'
import { formerNamesOfSchools, renamedPeopleIn } from '../names/former-names.js'
import type { Pseudonym } from '../names/tables.js'
import { folded } from '../words/folded.js'
import { byName } from '../words/words.js'
import { chosenPseudonyms } from './choosing.js'

/** Schools and colleagues of a group about whose names nobody has decided, though one of its schools goes by a pseudonym. */
export interface Undecided {
  schools: { id: string; name: string }[]
  people: string[]
  /** What they were called before, by what they are called now. */
  before: Map<string, string[]>
}

/**
 * A group decides about all names or about none: as soon as one school has a pseudonym, every other school around the group
 * and everybody in it could give it away. For each of them a pseudonym is chosen, or it is said that the name may stand.
 */
export async function undecidedIn(db: Db, groupId: string, chosen?: Pseudonym[]): Promise<Undecided> {
  const decided = chosen ?? (await chosenPseudonyms(db, groupId))
  if (!decided.some(one => one.kind === 'school' && one.pseudonym !== ''))
    return { schools: [], people: [], before: new Map() }
  const schools = new Set(decided.map(one => one.schoolId))
  const names = new Set(decided.flatMap(one => [one.name, ...one.also.split('\n')]).map(folded))
  const renamed = await renamedPeopleIn(db, [groupId])
  for (const one of renamed)
    if (one.names.some(name => names.has(folded(name)))) for (const name of one.names) names.add(folded(name))
  const people = [...(await peopleOf(db, groupId)), ...(await formerPeopleOf(db, groupId))].map(one => one.name)
  const left = (await schoolsAround(db, groupId)).filter(one => !schools.has(one.id)).sort(byName)
  const ofSchools = await formerNamesOfSchools(
    db,
    left.map(one => one.id),
  )
  return {
    schools: left,
    people: [...new Set(people)]
      .filter(name => !names.has(folded(name)))
      .sort((one, other) => one.localeCompare(other)),
    before: new Map([
      ...left.map(({ id, name }): [string, string[]] => [name, ofSchools.get(id) ?? []]),
      ...renamed.map(({ names: [name, ...before] }): [string, string[]] => [name!, before]),
    ]),
  }
}

/** The schools that colleagues of the group come from, now or before, those of its pieces, and those that it asked something of. */
async function schoolsAround(db: Db, groupId: string): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('groupPeople')
    .select('groupPeople.schoolId')
    .where('groupPeople.groupId', '=', groupId)
    .union(
      db
        .selectFrom('evidenceSchools')
        .innerJoin('evidence', 'evidence.id', 'evidenceSchools.evidenceId')
        .select('evidenceSchools.schoolId')
        .where('evidence.groupId', '=', groupId)
        .where('evidence.sharedWithGroupAt', 'is not', null),
    )
    .union(
      db
        .selectFrom('responses')
        .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
        .select('responses.schoolId')
        .where('recommendations.groupId', '=', groupId),
    )
    .execute()
  const ids = rows.flatMap(row => row.schoolId ?? [])
  return ids.length === 0 ? [] : db.selectFrom('schools').select(['id', 'name']).where('id', 'in', ids).execute()
}

/** Those whose names may stand, of the undecided: one school, one colleague, or all colleagues. */
export function keptAmong({ schools, people }: Undecided, asked: { school: string; name: string; all: string }) {
  const school = schools.find(one => one.id === asked.school)
  if (school) return [{ kind: 'school' as const, schoolId: school.id, name: school.name }]
  return people
    .filter(name => asked.all === 'people' || name === asked.name)
    .map(name => ({ kind: 'person' as const, schoolId: null, name }))
}
