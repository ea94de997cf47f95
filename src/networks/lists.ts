import { networkList } from './year.js'
import { personColumns, roleLines, schoolColumns } from './columns.js'
import { peopleIn } from './people/people-of.js'
import { mayChangePeople, maySeeInside } from './permissions.js'
import { schoolsOf } from './schools/schools.js'

/** Who is in a network, and its schools, for those who lead it. */
export const listsOfNetworks = [
  networkList({
    name: 'schools',
    title: 'Schools',
    columns: schoolColumns,
    lines: async (db, person, network) => (maySeeInside(person, network) ? schoolsOf(db, network.id) : []),
  }),
  networkList({
    name: 'people',
    title: 'People and what they are here',
    columns: personColumns,
    async lines(db, person, network) {
      if (!mayChangePeople(person, network)) return []
      const { rows } = await peopleIn(db, network.id, { words: '', role: '', school: '' }, 1, 100_000)
      return roleLines(rows)
    },
  }),
]
