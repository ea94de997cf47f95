import { dayOf } from '../../web/now.js'
import type { Enquiry } from '../enquiry.js'
import { ofCycle } from '../head.js'

/** One cycle of a group, as a list of its things leads to it. */
export interface CycleToChoose {
  text: string
  href: string
  current: boolean
}

/**
 * A list tells of one cycle: it leads to the same list of the others. A group on its first cycle has nothing to choose.
 * @param path of the list, within the group: `/claims`
 */
export function cyclesToChoose(enquiry: Enquiry, path: string): CycleToChoose[] {
  const { groupId, cycle, newestCycle } = enquiry
  if (newestCycle === 1) return []
  return Array.from({ length: newestCycle }, (_, at) => newestCycle - at).map(one => ({
    text: one === newestCycle ? 'Of this cycle' : `Of cycle ${one}`,
    href: `/groups/${groupId}${path}${ofCycle({ cycle: one, newestCycle })}`,
    current: one === cycle,
  }))
}

/** What a group made in one of its cycles: where each kind of thing is listed. */
export function madeInCycle(enquiry: Enquiry): { text: string; href: string }[] {
  const { groupId, beganAt, finishedAt, standing } = enquiry
  const of = (path: string) => `/groups/${groupId}${path}${ofCycle(enquiry)}`
  const days = new URLSearchParams({ from: dayOf(beganAt), ...(finishedAt ? { to: dayOf(finishedAt) } : {}) })
  return [
    { text: 'Evidence gathered meanwhile', href: `/groups/${groupId}/evidence?${days.toString()}` },
    { text: 'Claims', href: of('/claims') },
    { text: 'Actions', href: of('/actions') },
    { text: 'What difference they made', href: of('/evaluation') },
    { text: 'Recommendations', href: of('/recommendations') },
    ...(standing.member ? [{ text: 'Write-up', href: of('/write-up') }] : []),
  ]
}

/** What the form that narrows a list of an earlier cycle keeps in the address. */
export function cycleKept({ cycle, newestCycle }: Enquiry): Record<string, string> {
  return cycle < newestCycle ? { cycle: String(cycle) } : {}
}
