import type { Db } from '../database.js'
import type { NetworkPart } from '../networks/network-parts.js'
import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { byName } from '../words/words.js'
import { addressOf, lineOf, projectsIn } from './listing.js'
import { mayProposeProjects } from './permissions.js'
import type { FoundProject } from './projects.js'

const most = 100

/** What one can join, and which school is in what: schools in the alphabet, their projects beside, nobody counted. */
export const projectsOnNetwork: NetworkPart = { place: 'joining', view: 'projects/_on-network', load }

async function load(db: Db, person: Person, network: Network): Promise<Record<string, unknown> | undefined> {
  const filter = { words: '', state: 'now', theme: '' }
  const { rows } = await projectsIn(db, person, network.id, filter, 1, most)
  return {
    address: `/networks/${network.id}/projects`,
    open: rows
      .filter(one => one.project.joining === 'open')
      .slice(0, 4)
      .map(lineOf),
    schools: schoolsIn(rows),
    propose: mayProposeProjects(person, network),
  }
}

/** Each school that is in something, as a school or through a colleague. */
function schoolsIn(found: FoundProject[]): { name: string; projects: { title: string; href: string }[] }[] {
  const schools = new Map<string, Map<string, string>>()
  for (const { project, members } of found)
    for (const { as, school, joinedAt, leftAt } of members)
      if (as !== 'guest' && school && joinedAt && !leftAt)
        schools.set(school, (schools.get(school) ?? new Map<string, string>()).set(addressOf(project), project.title))
  return [...schools]
    .map(([name, projects]) => ({ name, projects: [...projects].map(([href, title]) => ({ href, title })) }))
    .sort(byName)
}
