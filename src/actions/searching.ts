import type { Db } from '../database.js'
import { aboutInCycles, cycleSearch, idsInCycle } from '../enquiries/searching/cycles.js'
import { unread } from '../names/names.js'
import { insideReaders, standingReaders } from '../reach/readers.js'
import { idsIn, idsInGroup } from '../search/ids.js'
import { plainWords } from '../search/plain.js'
import { after, itself } from '../search/renewals.js'
import { byName } from '../words/words.js'
import type { actionFacts } from './facts.js'
import { mayReadAction } from './permissions.js'

/** Whatever changes an action, who may read it, or its schools. */
export const changingActions = [
  'action agreed',
  'action revised',
  'action completed',
  'action taken up again',
  'action shared',
  'action taken back',
  'action removed',
  'action brought back',
  'action written of',
  'school taken off an action',
] satisfies (keyof typeof actionFacts)[]

/** What groups tried: what they expected, the steps, and how each school made it its own. */
export const actionSearch = cycleSearch({
  kind: 'action',
  one: 'action',
  many: 'actions',
  version: 1,
  renewals: [
    after(changingActions, itself),
    after(['effect judged'], itself),
    after(['cycle begun'], ({ aboutId }, db) => idsInCycle('actions')(db, aboutId ?? '')),
  ],
  ids: idsIn('actions'),
  rows: actionsBy,
  entry: (action, cycle) => ({
    record: action.id,
    title: `A${action.number} ${action.action}`,
    words: wordsOfAction(action),
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
          words: wordsOfAction(action),
          href: `/actions/${action.id}`,
          day: action.agreedAt,
          schools: action.schools.map(({ id, name }) => ({ id, name })),
          by: action.agreedBy,
          stage: 'action',
        }
      : undefined,
})

/** The actions that somebody comments on. */
export const aboutActions = aboutInCycles(actionsAlone, (action, enquiry) =>
  mayReadAction(enquiry, action) ? { name: `action A${action.number}`, page: `/actions/${action.id}` } : undefined,
)

export const actionsOfGroup = idsInGroup('actions')

async function actionsAlone(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  return unread(
    await db.selectFrom('actions').selectAll().where('id', 'in', ids).where('removedAt', 'is', null).execute(),
  )
}

async function actionsBy(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  const actions = await actionsAlone(db, ids)
  const schools = await db
    .selectFrom('actionSchools')
    .innerJoin('schools', 'schools.id', 'actionSchools.schoolId')
    .select(['actionSchools.actionId', 'schools.id', 'schools.name', 'adaptation', 'whatHappened'])
    .where('actionSchools.actionId', 'in', ids)
    .execute()
  schools.sort(byName)
  return actions.map(action => ({
    ...action,
    schools: unread(schools).filter(school => school.actionId === action.id),
  }))
}

function wordsOfAction(action: Awaited<ReturnType<typeof actionsBy>>[number]): string {
  const atSchools = action.schools.flatMap(school => [school.adaptation, school.whatHappened])
  return plainWords([action.expectedEffect, action.steps, action.who, ...atSchools].filter(Boolean).join('\n\n'))
}
