import { type Stage, type StageState, trackOf } from '../stages.js'
import { type Places, type Tab, tabsOf } from '../web/places.js'
import type { Crumb } from '../web/show.js'
import type { Enquiry } from './enquiry.js'
import { mayReadStage } from './permissions.js'

/** What stands at the top of every page of a group (views/enquiries/_head.ejs). */
export interface EnquiryHead {
  groupName: string
  question: string
  href: string
  cycle: number
  closedAt: string | null
  finishedAt: string | null
  /** A newer cycle has begun since. */
  earlier: boolean
  /** The group's own page wears its question large. */
  large: boolean
  /** The group's own page and its stages show the whole track; the others its mark. */
  wholeTrack: boolean
  track: StageState[]
  /** How often this cycle went back to an earlier stage. */
  returns: number
  /** Of all places in a group, those that this reader is led to. */
  tabs(places: Places['group']): Tab[]
}

/** @param here the place that is marked, as its room names it in `groupTabs`; any other word marks none */
export function headOf(enquiry: Enquiry, here: string): EnquiryHead {
  const href = `/groups/${enquiry.groupId}`
  const inside = enquiry.standing.member || enquiry.standing.networkLeader || enquiry.standing.coLeader
  const open = [...(inside ? (['inside'] as const) : []), ...(enquiry.standing.member ? (['members'] as const) : [])]
  return {
    groupName: enquiry.groupName,
    question: enquiry.question,
    href,
    cycle: enquiry.cycle,
    closedAt: enquiry.closedAt,
    finishedAt: enquiry.finishedAt,
    earlier: enquiry.cycle < enquiry.newestCycle,
    large: here === 'home',
    wholeTrack: here === 'home' || here === 'stages',
    track: readableTrack(enquiry),
    returns: enquiry.returns,
    tabs: places => tabsOf(places, { href, here }, ['everybody', ...open]),
  }
}

/** The track leads only to the stages that the reader may open. */
function readableTrack(enquiry: Enquiry): StageState[] {
  return trackOf(enquiry.stage, enquiry.finishedAt !== null, stage => stageAddress(enquiry, stage)).map(
    ({ href, ...state }) => (mayReadStage(enquiry, state.key) ? { ...state, href } : state),
  )
}

/** The page of one stage, in the cycle that the enquiry is of. */
export function stageAddress(enquiry: Enquiry, stage: Stage): string {
  return `/groups/${enquiry.groupId}/stages/${stage}${ofCycle(enquiry)}`
}

/** `?cycle=1` behind the addresses of an earlier cycle; nothing behind those of the newest. */
export function ofCycle({ cycle, newestCycle }: Pick<Enquiry, 'cycle' | 'newestCycle'>): string {
  return cycle < newestCycle ? `?cycle=${cycle}` : ''
}

/** The way here. A facilitator from outside begins at the group: its network is not theirs to open. */
export function crumbsOf(enquiry: Enquiry, ...more: Crumb[]): Crumb[] {
  const { facilitator: _, ...within } = enquiry.standing
  const network = { href: `/networks/${enquiry.networkId}`, text: enquiry.networkName }
  return [
    ...(Object.values(within).some(Boolean) ? [network] : []),
    { href: `/groups/${enquiry.groupId}`, text: enquiry.groupName },
    ...more,
  ]
}
