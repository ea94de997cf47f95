import type { Db } from '../database.js'
import { aboutInCycles, cycleSearch } from '../enquiries/searching.js'
import { unread } from '../names/names.js'
import { insideReaders, standingReaders } from '../reach/readers.js'
import { idsIn } from '../search/ids.js'
import { plainWords } from '../search/plain.js'
import { byName } from '../web/words.js'
import { mayReadAction } from './permissions.js'

/** What groups tried: what they expected, the steps, and how each school made it its own. */
export const actionSearch = cycleSearch({
  kind: 'action',
  one: 'action',
  many: 'actions',
  version: 1,
  watches: [
    { table: 'actions', records: 'row.id' },
    { table: 'action_schools', records: 'row.action_id' },
  ],
  ids: idsIn('actions'),
  rows: actionsBy,
  entry: (action, cycle) => ({
    record: action.id,
    title: `A${action.number} ${action.action}`,
    words: wordsOf(action),
    day: action.agreedAt,
    readers: action.sharedAt ? standingReaders(cycle) : insideReaders(cycle),
    about: { group: action.groupId, by: action.agreedBy, stage: 'action', schools: action.schools.map(one => one.id) },
  }),
  found: (action, enquiry) =>
    mayReadAction(enquiry, action)
      ? {
          record: action.id,
          thing: `action ${action.id}`,
          label: `A${action.number}`,
          kind: 'action',
          title: action.action,
          words: wordsOf(action),
          href: `/actions/${action.id}`,
          day: action.agreedAt,
          schools: action.schools.map(({ id, name }) => ({ id, name })),
          by: action.agreedBy,
          stage: 'action',
        }
      : undefined,
})

/** The actions that somebody comments on. */
export const aboutActions = aboutInCycles(actionsBy, (action, enquiry) =>
  mayReadAction(enquiry, action) ? { name: `action A${action.number}`, page: `/actions/${action.id}` } : undefined,
)

/** SQL for the records of a group, where its pseudonyms changed. */
export const actionsOfGroup = '(select id as record from actions where group_id = row.group_id)'

async function actionsBy(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  const actions = await db
    .selectFrom('actions')
    .selectAll()
    .where('id', 'in', ids)
    .where('removedAt', 'is', null)
    .execute()
  const schools = await db
    .selectFrom('actionSchools')
    .innerJoin('schools', 'schools.id', 'actionSchools.schoolId')
    .select(['actionSchools.actionId', 'schools.id', 'schools.name', 'adaptation', 'whatHappened'])
    .where('actionSchools.actionId', 'in', ids)
    .execute()
  schools.sort(byName)
  return unread(actions).map(action => ({
    ...action,
    schools: unread(schools).filter(school => school.actionId === action.id),
  }))
}

function wordsOf(action: Awaited<ReturnType<typeof actionsBy>>[number]): string {
  const atSchools = action.schools.flatMap(school => [school.adaptation, school.whatHappened])
  return plainWords([action.expectedEffect, action.steps, action.who, ...atSchools].filter(Boolean).join('\n\n'))
}
