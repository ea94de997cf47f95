import { evidenceVisibleTo } from '../evidence.js'
import { stageNamed } from '../../stages.js'
import { listed, plural } from '../../words/words.js'
import type { Around } from '../../enquiries/around.js'
import { beginningOf, daysAfter } from '../../web/now.js'
import type { WaitingKind } from '../../web/waiting.js'

const daysNew = 14

/** What groups have shared with their facilitators in the last two weeks: one line a group. */
export const newlyShared: WaitingKind<Around> = async ({ db, person, enquiries, today }) => {
  const helped = enquiries.filter(one => one.standing.facilitator && !one.standing.member && one.closedAt === null)
  if (helped.length === 0) return []
  const since = beginningOf(daysAfter(today, -daysNew))
  const pieces = await evidenceVisibleTo(db, person)
    .select(['evidence.groupId', eb => eb.fn.countAll<number>().as('count')])
    .where('evidence.sharedOutsideAt', '>=', since)
    .where(
      'evidence.groupId',
      'in',
      helped.map(enquiry => enquiry.groupId),
    )
    .groupBy('evidence.groupId')
    .execute()
  const shared = await db
    .selectFrom('sharedStages')
    .select(['enquiryId', 'stage'])
    .where(
      'enquiryId',
      'in',
      helped.map(enquiry => enquiry.id),
    )
    .where('sharedAt', '>=', since)
    .execute()
  return helped.flatMap(({ id, groupId, groupName, networkId, sharedStages }) => {
    const count = Number(pieces.find(one => one.groupId === groupId)?.count ?? 0)
    const newStages = sharedStages.filter(stage => shared.some(one => one.enquiryId === id && one.stage === stage))
    if (count === 0 && newStages.length === 0) return []
    return {
      text: sharedInWords({ group: groupName, count, stages: newStages.map(stage => stageNamed(stage).name) }),
      href: count > 0 ? `/groups/${groupId}/evidence` : `/groups/${groupId}/stages/${newStages[0]!}`,
      action: 'Read and ask',
      networkId,
    }
  })
}

export function sharedInWords(one: { group: string; count: number; stages: string[] }): string {
  const pieces = one.count > 0 ? [`${plural(one.count, 'piece', 'pieces')} of evidence`] : []
  const stages = one.stages.length > 0 ? [`what it wrote under ${listed(one.stages)}`] : []
  return `${one.group} has shared ${listed([...pieces, ...stages])} with you.`
}
