import type { Db } from '../database.js'
import {
  mayCloseGroup,
  mayEditGroup,
  mayInviteFacilitators,
  mayLeave,
  mayOfferHandover,
  mayReopenGroup,
} from '../groups/permissions.js'
import type { Reader } from '../names/reader.js'
import { isStage, type Stage, type StageState, trackOf } from '../stages.js'
import { groupParts, type GroupTabPlace, pagesAmong, type PlaceHead, waysTo } from '../web/places.js'
import type { Crumb } from '../web/show.js'
import { type Enquiry, findEnquiry, isOpen } from './enquiry.js'
import { mayBeginNextCycle, mayReadStage } from './permissions.js'

/** What stands at the top of every page of a group. */
export interface EnquiryHead extends PlaceHead {
  kind: 'group'
  groupName: string
  question: string
  cycle: number
  closedAt: string | null
  finishedAt: string | null
  /** A newer cycle has begun since. */
  earlier: boolean
  /** The group's own page wears its question large, under its name. */
  large: boolean
  track: StageState[]
  /** How often this cycle went back to an earlier stage. */
  returns: number
  /** Who is in the group now. */
  people: string[]
  /** Where evidence is logged, for those who may. */
  log: string | null
}

/** @param here the place that is marked, as its room names it in `groupTabs` */
export function headOf(enquiry: Enquiry, here: string): EnquiryHead {
  const href = `/groups/${enquiry.groupId}`
  const leads = (place: GroupTabPlace) => isLed(enquiry, place)
  const addressOf = ({ path }: GroupTabPlace) => {
    const [before, behind] = path.split('#') as [string, string?]
    return href + before + (before.startsWith('/stages/') ? ofCycle(enquiry) : '') + (behind ? `#${behind}` : '')
  }
  return {
    kind: 'group',
    name: enquiry.groupName,
    groupName: enquiry.groupName,
    question: enquiry.question,
    href,
    isOpen: true,
    cycle: enquiry.cycle,
    closedAt: enquiry.closedAt,
    finishedAt: enquiry.finishedAt,
    earlier: enquiry.cycle < enquiry.newestCycle,
    large: false,
    track: trackOf(enquiry.stage, enquiry.finishedAt !== null),
    returns: enquiry.returns,
    above: networkCrumb(enquiry),
    people: enquiry.people,
    log: enquiry.standing.member && isOpen(enquiry) ? `${href}/evidence/new` : null,
    ways: places => waysTo(groupParts, places.group, here, leads, addressOf),
    pages: places => pagesAmong(groupParts, places.group, leads, addressOf),
  }
}

/** The head of a group's page for rooms that come before this one. @throws NotFound */
export async function headOfGroup(db: Db, person: Reader, groupId: string, here: string): Promise<EnquiryHead> {
  return headOf(await findEnquiry(db, person, groupId), here)
}

/** Whether the reader of this enquiry is led to a place of the group. */
function isLed(enquiry: Enquiry, place: GroupTabPlace): boolean {
  const { standing } = enquiry
  const opens: Record<GroupTabPlace['for'], () => boolean> = {
    everybody: () => true,
    inside: () => standing.member || standing.networkLeader || standing.coLeader,
    members: () => standing.member,
    'readers of the stage': () => isStage(place.part) && mayReadStage(enquiry, place.part),
    'those who invite': () => mayInviteFacilitators(enquiry),
    'those who hand over': () => mayOfferHandover(enquiry, enquiry.hasLead),
    'those who leave': () => mayLeave(enquiry),
    'those who change it': () => mayEditGroup(enquiry),
    'those who close it': () => mayCloseGroup(enquiry),
    'those who reopen it': () => mayReopenGroup(enquiry),
    'the lead of a finished cycle': () => mayBeginNextCycle(enquiry),
  }
  return opens[place.for]()
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
  const network = networkCrumb(enquiry)
  return [...(network ? [network] : []), { href: `/groups/${enquiry.groupId}`, text: enquiry.groupName }, ...more]
}

function networkCrumb(enquiry: Enquiry): Crumb | null {
  const { facilitator: _, ...within } = enquiry.standing
  if (!Object.values(within).some(Boolean)) return null
  return { href: `/networks/${enquiry.networkId}`, text: enquiry.networkName }
}
