import { begun } from '../../claims/sure.js'
import type { Db, Trx } from '../../database.js'
import type { Carrying, ComparedLine, Comparing } from '../../enquiries/cycles/between-cycles.js'
import { offer } from '../../enquiries/cycles/carrying-records.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { unread } from '../../names/names.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { type ActionInView, actionsOf } from '../actions.js'
import { nextNumber } from './agreeing.js'

/** Actions that nobody has completed go on in the next cycle, under a new number, with how each school made them its own. */
export const actionsGoOn: Carrying = {
  name: 'actions',
  async offered(db, { id }) {
    const count = (await goingOn(db, id)).length
    return offer(count, 'action that goes on', 'actions that go on', {
      hint: 'Those that nobody has completed, each with its schools and how they made it their own. What happened and what difference it made is told anew.',
      isUsual: true,
    })
  },
  async take(trx, from, to, person) {
    for (const action of unread(await goingOn(trx, from.id))) {
      const next = {
        ...action,
        ...{ id: newId(), enquiryId: to.id, number: await nextNumber(trx, action.groupId), version: 1 },
        ...{ agreedAt: now(), agreedBy: person.id, sharedAt: null, sharedBy: null, carriedFrom: action.id },
      }
      await trx.insertInto('actions').values(next).execute()
      await takeSchools(trx, from, action.id, next.id, person)
    }
  },
}

function goingOn(db: Db, cycle: string) {
  return db
    .selectFrom('actions')
    .selectAll()
    .where('enquiryId', '=', cycle)
    .where('completedAt', 'is', null)
    .where('removedAt', 'is', null)
    .orderBy('number')
    .execute()
}

/** Schools that still take part. */
async function takeSchools(trx: Trx, from: Enquiry, action: string, next: string, person: Person): Promise<void> {
  const schools = await trx.selectFrom('actionSchools').selectAll().where('actionId', '=', action).execute()
  for (const { schoolId, adaptation } of unread(schools))
    if (from.schoolIds.includes(schoolId))
      await trx
        .insertInto('actionSchools')
        .values({ id: newId(), actionId: next, schoolId, adaptation, writtenAt: now(), writtenBy: person.id })
        .execute()
}

/** What was tried then and is tried now; an action that goes on stands beside itself. */
export const compareActions: Comparing = async (db, person, { before, after }) => {
  const [then, today] = [await actionsOf(db, person, before), await actionsOf(db, person, after)]
  return {
    heading: 'Actions',
    rows: [
      ...then.map(action => {
        const later = today.find(one => one.carriedFrom === action.id)
        return {
          name: later ? `${action.label}, now ${later.label}` : action.label,
          before: said(action),
          after: later ? said(later) : [],
        }
      }),
      ...today
        .filter(action => !then.some(one => one.id === action.carriedFrom))
        .map(action => ({ name: `${action.label}, new`, before: [], after: said(action) })),
    ],
  }
}

function said({ action, href, state, schools }: ActionInView): ComparedLine[] {
  return [{ text: action, href }, { text: [begun(state), ...schools.map(one => one.name)].join('; ') }]
}
