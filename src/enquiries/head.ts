import { type StageState, trackOf } from '../stages.js'
import type { Crumb } from '../web/show.js'
import type { Enquiry } from './enquiry.js'

export type GroupTab =
  | 'home'
  | 'stages'
  | 'evidence'
  | 'claims'
  | 'actions'
  | 'recommendations'
  | 'write-up'
  | 'reports'
  | 'history'
  | 'people'

/** What stands at the top of every page of a group (views/enquiries/_head.ejs). */
export interface EnquiryHead {
  groupName: string
  question: string
  href: string
  cycle: number
  closedAt: string | null
  finishedAt: string | null
  track: StageState[]
  tabs: { href: string; text: string; current: boolean }[]
}

const tabs: { tab: GroupTab; text: string; path: string; insideOnly?: true }[] = [
  { tab: 'home', text: 'The group', path: '' },
  { tab: 'evidence', text: 'Evidence', path: '/evidence' },
  { tab: 'claims', text: 'Claims', path: '/claims' },
  { tab: 'actions', text: 'Actions', path: '/actions' },
  { tab: 'recommendations', text: 'Recommendations', path: '/recommendations' },
  { tab: 'write-up', text: 'Write-up', path: '/write-up' },
  { tab: 'reports', text: 'Term reports', path: '/reports', insideOnly: true },
  { tab: 'people', text: 'People', path: '/people' },
  { tab: 'history', text: 'History', path: '/history' },
]

export function headOf(enquiry: Enquiry, here: GroupTab): EnquiryHead {
  const href = `/groups/${enquiry.groupId}`
  const inside = enquiry.standing.member || enquiry.standing.networkLeader || enquiry.standing.coLeader
  return {
    groupName: enquiry.groupName,
    question: enquiry.question,
    href,
    cycle: enquiry.cycle,
    closedAt: enquiry.closedAt,
    finishedAt: enquiry.finishedAt,
    track: trackOf(enquiry.stage, enquiry.finishedAt !== null, stage => `${href}/stages/${stage}`),
    tabs: tabs
      .filter(tab => inside || !tab.insideOnly)
      .map(({ tab, text, path }) => ({ href: href + path, text, current: tab === here })),
  }
}

export function crumbsOf(enquiry: Enquiry, ...more: Crumb[]): Crumb[] {
  return [
    { href: `/networks/${enquiry.networkId}`, text: enquiry.networkName },
    { href: `/groups/${enquiry.groupId}`, text: enquiry.groupName },
    ...more,
  ]
}
