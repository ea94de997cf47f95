import type { BesidePart } from '../../networks/year.js'
import { circleOfGroup } from '../circles/circles.js'
import { meetingLines } from '../listing/meetings.js'
import { reachesCircle, reachOf } from '../reach.js'

/** The circle of a theme, with its next meeting. */
export const circleOfTheme: BesidePart = {
  of: 'theme',
  view: 'meetings/_beside',
  async load(db, person, themeId) {
    const reach = await reachOf(db, person)
    const circles = await db
      .selectFrom('circles')
      .selectAll()
      .where('themeId', '=', themeId)
      .where('closedAt', 'is', null)
      .orderBy('name')
      .execute()
    const known = circles.filter(circle => reachesCircle(reach, circle))
    if (known.length === 0) return undefined
    const shown = await Promise.all(
      known.map(async ({ id, name, rhythm }) => {
        const filter = { circleId: id, when: 'coming' as const }
        const [next] = await meetingLines(db, person, reach, filter, { from: 0, most: 1 })
        return { id, name, rhythm, next: next ?? null }
      }),
    )
    return { heading: 'Who meets about it', circles: shown }
  },
}

/** The next meeting of a group, for those in it. */
export const meetingOfGroup: BesidePart = {
  of: 'group',
  view: 'meetings/_beside',
  async load(db, person, groupId) {
    const reach = await reachOf(db, person)
    if (!reach.groups.includes(groupId)) return undefined
    const circle = await circleOfGroup(db, groupId)
    const [next] = await meetingLines(db, person, reach, { groupId, when: 'coming' }, { from: 0, most: 1 })
    if (!circle || !next) return undefined
    return { heading: 'When we meet next', circles: [{ id: circle.id, name: 'Meetings', rhythm: '', next }] }
  },
}
