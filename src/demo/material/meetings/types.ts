import type { FollowedRole } from '../../../meetings/circles/kinds.js'
import type { CircleWords } from '../../../meetings/circles/making.js'

/** A circle of the demo, with its meetings. */
export interface CircleMaterial extends Pick<CircleWords, 'kind' | 'name' | 'purpose' | 'rhythm'> {
  key: string
  network: 'hafren' | 'harbour'
  by: string
  on: string
  chair: string
  noteTaker: string
  joining?: CircleWords['joining']
  theme?: string
  roles: (FollowedRole | [FollowedRole, string])[]
  invited?: string[]
  terms?: { by: string; on: string; agreedOn: string; words: string }
}

/** A meeting as it was planned, held and minuted, as far as it has come. */
export interface MeetingMaterial {
  circle: string
  together?: string[]
  title?: string
  about?: string
  on: string
  starts: string
  ends: string
  place: string
  link?: string
  by: string
  plannedOn: string
  /** Who said beforehand that they come, or cannot. */
  comes?: string[]
  cannot?: string[]
  items: ItemMaterial[]
  agendaAgreedOn?: string
  papers?: { title: string; href: string; by: string }[]
  guests?: string[]
  present?: string[]
  apologies?: string[]
  /** What was said of last time. */
  lastTime?: string
  writtenBy?: string
  openedOn?: string
  agreedOn?: string
  cancelled?: { on: string; because: string }
  moved?: { on: string; to: string; starts: string; ends: string }
}

export interface ItemMaterial {
  title: string
  why?: string
  minutes: number
  by: string
  confidential?: true
  state?: 'proposed' | 'later' | 'not'
  because?: string
  said?: string
  decisions?: { decision: string; reason: string; of?: string; supersedes?: number }[]
  actions?: {
    what: string
    owner: string
    dueOn: string
    done?: { on: string; outcome: string }
    dropped?: { on: string; outcome: string }
  }[]
  amendment?: { by: string; words: string; answer?: { accepted: boolean; words: string } }
  note?: { by: string; on: string; words: string }
}

export interface DateBeingFound {
  circle: string
  title: string
  about: string
  by: string
  on: string
  dates: { on: string; starts: string; ends: string }[]
  /** For each person what they said of each date. */
  answers: Record<string, ('yes' | 'if need be' | 'no')[]>
}
