import type { Db } from '../../database.js'
import { idsIn } from '../../search/ids.js'
import { plainWords } from '../../search/plain.js'
import { after, itself } from '../../search/renewals.js'
import type { Searchable } from '../../search/searchables.js'
import { nameOfGroup } from './groups.js'
import { reachesCircle, reachOf } from '../reach.js'
import { readersOfCircles } from './readers.js'

/** Circles by their name, their purpose and the terms of reference that they agreed. */
export const circleSearch: Searchable = {
  kind: 'circle',
  one: 'circle',
  many: 'circles',
  version: 1,
  renewals: [
    after(['circle made', 'circle changed', 'circle closed', 'circle reopened', 'circle terms agreed'], itself),
    after(['person came into circle', 'person left circle'], itself),
  ],
  ids: idsIn('circles'),
  ofGroup: async (db, groupId) =>
    (await db.selectFrom('circles').select('id').where('groupId', '=', groupId).execute()).map(row => row.id),
  async entries(db, ids) {
    const readers = await readersOfCircles(db, ids)
    return (await circlesWithTerms(db, ids)).map(({ terms, ...circle }) => ({
      record: circle.id,
      title: circle.name,
      words: plainWords([circle.purpose, terms].filter(Boolean).join('\n\n')),
      day: circle.madeAt,
      readers: readers.get(circle.id) ?? [],
      about: { group: circle.groupId, by: circle.madeBy },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const reach = await reachOf(db, person)
    const known = (await circlesWithTerms(db, ids)).filter(circle => reachesCircle(reach, circle))
    return Promise.all(
      known.map(async ({ terms, ...circle }) => ({
        ...{ record: circle.id, thing: `circle ${circle.id}`, label: '', kind: 'circle', title: circle.name },
        words: plainWords([circle.purpose, terms].filter(Boolean).join('\n\n')),
        ...{ href: `/circles/${circle.id}`, day: circle.madeAt, schools: [], by: circle.madeBy },
        group: await nameOfGroup(db, person, circle.groupId),
      })),
    )
  },
}

async function circlesWithTerms(db: Db, ids: string[]) {
  const circles = await db.selectFrom('circles').selectAll().where('id', 'in', ids).execute()
  const terms = await db
    .selectFrom('circleTerms')
    .select(['circleId', 'words'])
    .where('circleId', 'in', ids)
    .orderBy('agreedAt')
    .execute()
  return circles.map(circle => ({
    ...circle,
    terms: terms.filter(one => one.circleId === circle.id).at(-1)?.words ?? '',
  }))
}
