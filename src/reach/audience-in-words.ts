import { today } from '../web/now.js'
import type { Audience } from './audiences.js'
import { goesOutside, insideOf, type Kept, reachOn } from './reaches.js'

/** Who really sees the piece now: what was chosen, narrowed by consent and by a pupil being named. */
export function audienceOf(piece: Kept): Audience {
  return insideOf(reachOn(piece, today()))
}

/** In one short phrase, for the line of facts under a piece. */
export function audienceInWords(piece: Kept & { loggedBy: string }, person: { id: string }): string {
  const audience = audienceOf(piece)
  if (audience === 'author') return piece.loggedBy === person.id ? 'only you' : 'only its author'
  const inside = { network: 'everyone in the network', school: 'the group and its own school', group: 'the group' }[
    audience
  ]
  return goesOutside(reachOn(piece, today())) ? `${inside}, and its facilitators` : inside
}
