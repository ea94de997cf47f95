import type { FormerlyInGroup, InGroup } from '../../groups/people.js'
import { listed } from '../../words/words.js'
import type { Logged } from '../document/logged.js'
import { list, stacked } from './markdown.js'
import { takesPart } from '../../people/roles/roles.js'

/** The people by name, school by school, those who left and those who came from outside among them. */
export function composePeople({ people, former, inOrder }: Logged): string {
  const left = former.filter(takesPart)
  const friends = people.filter(one => one.role === 'facilitator')
  return stacked(
    list(bySchool(people.filter(takesPart), inOrder)),
    left.length > 0 && `${listed(left.map(one => withSchools(one, inOrder)))} worked with us earlier.`,
    friends.length > 0 && `${listed(friends.map(one => one.name))} asked us hard questions from outside.`,
  )
}

function bySchool(people: InGroup[], inOrder: Logged['inOrder']): string[] {
  const schools = [...new Set(people.map(one => one.school ?? ''))].map(name => ({ name })).sort(inOrder)
  return schools.map(({ name }) => {
    const here = people.filter(one => (one.school ?? '') === name).map(named)
    return name ? `**${name}:** ${listed(here)}` : listed(here)
  })
}

function named({ name, role }: InGroup): string {
  return role === 'lead learner' ? `${name} (lead learner)` : name
}

function withSchools({ name, schools }: FormerlyInGroup, inOrder: Logged['inOrder']): string {
  const ordered = schools.map(school => ({ name: school })).sort(inOrder)
  return schools.length > 0 ? `${name} (${listed(ordered.map(one => one.name))})` : name
}
