import { networkList } from '../../networks/year.js'
import { joinedColumns, projectColumns } from '../columns.js'
import { allProjectsIn, lineOf } from '../listing.js'

const asSaid = { school: 'a school', colleague: 'a colleague', guest: 'a guest' }

export const projectLists = [
  networkList({
    name: 'projects',
    title: 'Projects',
    columns: projectColumns,
    lines: async (db, person, network) => (await allProjectsIn(db, person, [network.id])).map(lineOf),
  }),
  networkList({
    name: 'projects-who-joined',
    title: 'Who joined which project',
    columns: joinedColumns,
    lines: async (db, person, network) =>
      (await allProjectsIn(db, person, [network.id])).flatMap(({ project, members }) =>
        members
          .filter(one => one.joinedAt)
          .map(one => ({
            project: project.title,
            who: (one.as === 'school' ? one.school : one.person) ?? '',
            as: asSaid[one.as],
            school: one.school ?? '',
            joinedOn: one.joinedAt ?? '',
            leftOn: one.leftAt ?? '',
          })),
      ),
  }),
]
