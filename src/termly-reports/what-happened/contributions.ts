import { byName, listed, plural } from '../../words/words.js'
import type { TermInRecords } from './term-in-records.js'
import { within } from './window.js'

/** What a school brought to a term. Schools stand in alphabetical order, each in a line of its own, and none is ranked. */
export interface Contribution {
  id: string
  name: string
  joined: boolean
  /** Groups that may be named beside the school. */
  groups: string[]
  /** Groups in which the school has a pseudonym: they are counted and not named. */
  unnamedGroups: number
  people: number
  evidence: number
  answers: number
  inPlace: number
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
        inPlace: answered.filter(one => within(one.inPlaceAt, window)).length,
      }
    }),
  )
}

export function tookPart({ people, evidence, answers, inPlace }: Contribution): boolean {
  return people + evidence + answers + inPlace > 0
}

/** What a school brought, in one friendly line. A school that brought nothing this term is one of us all the same. */
export function contributionInWords(school: Contribution): string {
  const { groups, unnamedGroups, people, evidence, answers, inPlace } = school
  const joined = school.joined ? 'Joined the network this term. ' : ''
  if (!tookPart(school))
    return joined
      ? `${joined}Welcome: every group has a place open.`
      : 'One of our schools, with its hands full this term. Every group has a place open, and everything here is for its classrooms too.'
  const among = [...groups, ...(unnamedGroups > 0 ? [plural(unnamedGroups, 'other group', 'other groups')] : [])]
  const where =
    groups.length === 0 && unnamedGroups > 0 ? plural(unnamedGroups, 'enquiry group', 'enquiry groups') : listed(among)
  const heads = [
    answers > 0 ? `${plural(answers, 'answer', 'answers')} to recommendations` : '',
    inPlace > 0 ? `${plural(inPlace, 'recommendation', 'recommendations')} put in place` : '',
  ].filter(Boolean)
  const brought = [
    people > 0 ? `${plural(people, 'colleague', 'colleagues')} in ${where}` : '',
    evidence > 0 ? `${plural(evidence, 'piece', 'pieces')} of evidence` : '',
    ...heads,
  ].filter(Boolean)
  return `${joined}${asSentence(listed(brought))}`
}

function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
