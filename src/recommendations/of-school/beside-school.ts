import type { BesidePart } from '../../networks/year.js'
import { recommendedToSchools, underHeadings } from './recommended-to-school.js'

const most = 12

/** On the page of a school: what was recommended to it, for its head, its colleagues and whoever else may read that. */
export const recommendedBesideSchool: BesidePart = {
  of: 'school',
  view: 'recommendations/_to-school',
  async load(db, person, id) {
    const { networkId } = await db
      .selectFrom('schools')
      .select('networkId')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const lines = await recommendedToSchools(db, person, [{ id }])
    if (lines.length === 0) return undefined
    return {
      heading: 'Recommended to the school',
      parts: underHeadings(lines.slice(0, most)),
      severalSchools: false,
      all: `/networks/${networkId}/schools/${id}/recommendations`,
      more: lines.length > most ? lines.length - most : 0,
    }
  },
}
