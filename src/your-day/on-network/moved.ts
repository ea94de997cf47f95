import type { Enquiry } from '../../enquiries/enquiry.js'
import { isReturn } from '../../enquiries/stages/moving-stage.js'
import { type Moved, whatMoved } from '../../enquiries/history/what-moved.js'
import { mayReadHistory } from '../../enquiries/permissions.js'
import type { NetworkPart } from '../../networks/network-parts.js'
import { termNow } from '../../networks/terms/term-now.js'
import { type Stage, type StageState, stageNamed, trackOf } from '../../stages.js'
import { enquiriesInNetwork, type EnquiriesAround } from '../../enquiries/around.js'

const most = 10

/** One move of a group: on, back, begun or finished. */
export interface Move {
  group: string
  href: string
  did: string
  /** What they learned, or why they went back; only for those who may read the group's memory. */
  sentence: string | null
  at: string
  track: StageState[]
}

/** What moved this term, the newest first, in the groups that the reader stands in some relation to. */
export const movedThisTerm: NetworkPart<EnquiriesAround> = {
  place: 'news',
  view: 'your-day/_moved',
  knows: enquiriesInNetwork,
  async load(db, _person, network, around) {
    const term = termNow(around, network.id)
    if (!term || around.enquiries.length === 0) return undefined
    const moved = await whatMoved(db, idsOf(around.enquiries), { from: term.startsOn })
    const moves = moved.map(one =>
      moveOf(
        one,
        around.enquiries.find(enquiry => enquiry.groupId === one.groupId)!,
      ),
    )
    moves.reverse()
    return { term: term.name, moves: moves.slice(0, most) }
  },
}

/** A move as this reader hears of it. */
function moveOf(written: Moved, enquiry: Enquiry): Move {
  const moved = enquiry.names.read<Moved>(written)
  const because = mayReadHistory(enquiry) ? moved.because : null
  const move = { group: enquiry.groupName, href: `/groups/${enquiry.groupId}`, at: moved.at }
  switch (moved.kind) {
    case 'stage moved':
      return { ...move, did: movedInWords(moved.details), sentence: because, track: trackOf(moved.details.to, false) }
    case 'cycle finished':
      return {
        ...move,
        ...{ did: `finished cycle ${moved.details.cycle}`, sentence: because, track: trackOf('evaluation', true) },
      }
    case 'cycle begun':
      return {
        ...move,
        ...{ did: `began cycle ${moved.details.cycle}`, sentence: moved.details.question },
        track: trackOf('context', false),
      }
    case 'group proposed':
      return { ...move, did: 'began', sentence: moved.details.question, track: trackOf('context', false) }
  }
}

export function movedInWords({ from, to }: { from: Stage; to: Stage }): string {
  return isReturn(from, to) ? `went back to ${stageNamed(to).name}` : `moved on to ${stageNamed(to).name}`
}

function idsOf(enquiries: Enquiry[]): string[] {
  return enquiries.map(enquiry => enquiry.groupId)
}
