import type { Db } from '../database.js'
import type { Abouts } from '../enquiries/searching.js'
import { cyclesBy, enquiriesFor, foundIn } from '../enquiries/searching.js'
import { insideReaders, standingReaders } from '../groups/readers.js'
import { plainWords } from '../search/plain.js'
import type { Searchable } from '../search/searchables.js'
import { byName } from '../web/words.js'
import { mayReadAction } from './permissions.js'

/** What groups tried: what they expected, the steps, and how each school made it its own. */
export const actionSearch: Searchable = {
  kind: 'action',
  one: 'action',
  many: 'actions',
  version: 1,
  watches: [
    { table: 'actions', records: 'row.id' },
    { table: 'action_schools', records: 'row.action_id' },
  ],
  async ids(db, after, most) {
    const rows = await db.selectFrom('actions').select('id').where('id', '>', after).orderBy('id').limit(most).execute()
    return rows.map(row => row.id)
  },
  async entries(db, ids) {
    const actions = await actionsBy(db, ids)
    const cycles = new Map(
      (
        await cyclesBy(
          db,
          actions.map(action => action.enquiryId),
        )
      ).map(row => [row.id, row]),
    )
    return actions.flatMap(action => {
      const cycle = cycles.get(action.enquiryId)
      if (!cycle) return []
      return [
        {
          record: action.id,
          title: `A${action.number} ${action.action}`,
          words: wordsOf(action),
          day: action.agreedAt,
          readers: action.sharedAt ? standingReaders(cycle) : insideReaders(cycle),
          about: { group: action.groupId, by: action.agreedBy, schools: action.schools.map(one => one.id) },
        },
      ]
    })
  },
  async find(db, person, ids) {
    const actions = await actionsBy(db, ids)
    const enquiries = await enquiriesFor(
      db,
      person,
      actions.map(action => action.enquiryId),
    )
    return actions.flatMap(action => {
      const enquiry = enquiries.get(action.enquiryId)
      if (!enquiry || !mayReadAction(enquiry, action)) return []
      return [
        {
          ...foundIn(enquiry),
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
        },
      ]
    })
  },
}

/** The actions that somebody comments on. */
export const aboutActions: Abouts[string] = async (db, person, ids) => {
  const actions = await actionsBy(db, ids)
  const enquiries = await enquiriesFor(
    db,
    person,
    actions.map(action => action.enquiryId),
  )
  const readable = actions.filter(action => {
    const enquiry = enquiries.get(action.enquiryId)
    return enquiry && mayReadAction(enquiry, action)
  })
  return new Map(
    readable.map(action => [action.id, { name: `action A${action.number}`, page: `/actions/${action.id}` }]),
  )
}

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
  return actions.map(action => ({ ...action, schools: schools.filter(school => school.actionId === action.id) }))
}

function wordsOf(action: Awaited<ReturnType<typeof actionsBy>>[number]): string {
  const atSchools = action.schools.flatMap(school => [school.adaptation, school.whatHappened])
  return plainWords([action.expectedEffect, action.steps, action.who, ...atSchools].filter(Boolean).join('\n\n'))
}
