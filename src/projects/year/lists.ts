import { networkList } from '../../networks/year.js'
import { type JoinedLine, joinedColumns, projectColumns } from '../columns.js'
import { allProjectsIn, lineOf } from '../listing.js'
import type { FoundProject } from '../projects.js'

const asSaid = { school: 'a school', colleague: 'a colleague', guest: 'a guest' }

/** Who joined, and who has left again, in the order in which they came. */
export function joinedLines({ project, members }: FoundProject): JoinedLine[] {
  return members
    .filter(one => one.joinedAt)
    .map(one => ({
      project: project.title,
      who: (one.as === 'school' ? one.school : one.person) ?? '',
      as: asSaid[one.as],
      school: one.school ?? '',
      joinedOn: one.joinedAt ?? '',
      leftOn: one.leftAt ?? '',
    }))
    .sort((one, other) => (one.joinedOn < other.joinedOn ? -1 : 1))
}

export const whoJoinedList = networkList({
  name: 'projects-who-joined',
  title: 'Who joined which project',
  columns: joinedColumns,
  lines: async (db, person, network) => (await allProjectsIn(db, person, [network.id])).flatMap(joinedLines),
})

export const projectLists = [
  networkList({
    name: 'projects',
    title: 'Projects',
    columns: projectColumns,
    lines: async (db, person, network) => (await allProjectsIn(db, person, [network.id])).map(lineOf),
  }),
  whoJoinedList,
]
