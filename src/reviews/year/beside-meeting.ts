import type { BesidePart } from '../../networks/year.js'
import { maySeeSpread } from '../permissions.js'
import { askedIn } from '../rounds/rounds.js'

/** The reviews that are talked about at a meeting; the spread only for those who may see it. */
export const reviewsBesideMeeting: BesidePart = {
  of: 'meeting',
  view: 'reviews/_beside-meeting',
  async load(db, person, meetingId) {
    const rounds = await db.selectFrom('reviewRounds').selectAll().where('meetingId', '=', meetingId).execute()
    const asked = await askedIn(db, person, rounds)
    const shown = rounds.filter(round => person.works(round.networkId) || asked.has(round.id))
    if (shown.length === 0) return undefined
    return {
      reviews: shown.map(round => {
        const href = `/networks/${round.networkId}/reviews/${round.id}`
        return { title: round.title, href, spread: maySeeSpread(person, round, asked.get(round.id) ?? null) }
      }),
    }
  },
}
