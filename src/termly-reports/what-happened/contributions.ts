import { byName } from '../../words/words.js'
import type { Brought } from '../sentences.js'
import { isToldInPlace } from './recommendations-in-records.js'
import type { TermInRecords } from './term-in-records.js'
import { within } from './window.js'

/** What a school brought to a term. Schools stand in alphabetical order, each in a line of its own, and none is ranked. */
export interface Contribution extends Brought {
  id: string
  name: string
}

export async function contributionsIn(records: TermInRecords): Promise<Contribution[]> {
  const window = await records.window()
  const schools = await records.schools()
  const members = await records.members()
  const evidence = await records.evidenceBySchool()
  const responses = (await records.responses()).filter(one => one.withdrawnAt === null)
  const isNamed = async (school: { id: string; name: string }, groupId: string) =>
    (await records.namesIn(groupId)).school(school) === school.name
  return Promise.all(
    schools.sort(byName).map(async school => {
      const own = members.filter(member => member.schoolId === school.id)
      const named: string[] = []
      const groups = new Map(own.map(member => [member.groupId, member.group]))
      for (const [id, name] of groups) if (await isNamed(school, id)) named.push(name)
      // A school that answers a group under a pseudonym is counted there and not here: together the two would tell which it is.
      const answered: typeof responses = []
      for (const one of responses.filter(given => given.schoolId === school.id))
        if (await isNamed(school, one.groupId)) answered.push(one)
      return {
        id: school.id,
        name: school.name,
        joined: within(school.joinedAt, window),
        groups: named
          .map(name => ({ name }))
          .sort(byName)
          .map(one => one.name),
        unnamedGroups: groups.size - named.length,
        people: new Set(own.map(member => member.personId)).size,
        evidence: evidence.get(school.id) ?? 0,
        answers: answered.filter(one => within(one.answeredAt, window)).length,
        inPlace: answered.filter(one => isToldInPlace(one, window)).length,
      }
    }),
  )
}

export function tookPart({ people, evidence, answers, inPlace }: Contribution): boolean {
  return people + evidence + answers + inPlace > 0
}
