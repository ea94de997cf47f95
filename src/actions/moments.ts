import type { Moments } from '../instruments/measures/moments.js'
import { mayReadAction } from './permissions.js'

/** On the run charts of measures: when each action began, in the schools that tried it. */
export const actionMoments: Moments = async (db, _person, enquiry) => {
  const rows = await db
    .selectFrom('actions')
    .selectAll()
    .where('enquiryId', '=', enquiry.id)
    .where('removedAt', 'is', null)
    .where('startsOn', 'is not', null)
    .execute()
  const readable = rows.filter(action => mayReadAction(enquiry, action))
  if (readable.length === 0) return []
  const places = await db
    .selectFrom('actionSchools')
    .select(['actionId', 'schoolId'])
    .where(
      'actionId',
      'in',
      readable.map(action => action.id),
    )
    .execute()
  return readable.map(({ id, number, startsOn }) => ({
    on: startsOn!,
    label: `A${number} began`,
    schoolIds: places.filter(place => place.actionId === id).map(place => place.schoolId),
  }))
}
