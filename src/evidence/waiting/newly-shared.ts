import { inTheSameWords } from '../../database/in-the-same-words.js'
import { evidenceVisibleTo } from '../evidence.js'
import { stageNamed } from '../../stages.js'
import { listed, plural } from '../../words/words.js'
import type { Around } from '../../enquiries/around.js'
import { beginningOf, daysAfter } from '../../web/now.js'
import { waits } from '../../web/waiting.js'

const daysNew = 14

/** What groups have shared with their facilitators in the last two weeks: one line a group. */
export const newlyShared = waits({
  asks: inTheSameWords(
    ({ enquiries, today }: Around) => ({
      helped: enquiries.filter(isHelped).map(one => one.id),
      since: beginningOf(daysAfter(today, -daysNew)),
    }),
    (db, { helped, since }) =>
      db
        .selectFrom('enquiries')
        .select('enquiries.id')
        .where('enquiries.id', 'in', helped)
        .where(({ or, exists, selectFrom }) =>
          or([
            exists(
              selectFrom('evidence')
                .select('evidence.id')
                .whereRef('evidence.groupId', '=', 'enquiries.groupId')
                .where('evidence.sharedOutsideAt', '>=', since),
            ),
            exists(
              selectFrom('sharedStages')
                .select('sharedStages.stage')
                .whereRef('sharedStages.enquiryId', '=', 'enquiries.id')
                .where('sharedStages.sharedAt', '>=', since),
            ),
          ]),
        ),
  ),
  async says(_, { db, person, enquiries, today }) {
    const helped = enquiries.filter(isHelped)
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
        groupId,
      }
    })
  },
})

function isHelped({ standing, closedAt }: Around['enquiries'][number]): boolean {
  return standing.facilitator && !standing.member && closedAt === null
}

export function sharedInWords(one: { group: string; count: number; stages: string[] }): string {
  const pieces = one.count > 0 ? [`${plural(one.count, 'piece', 'pieces')} of evidence`] : []
  const stages = one.stages.length > 0 ? [`what it wrote under ${listed(one.stages)}`] : []
  return `${one.group} has shared ${listed([...pieces, ...stages])} with you.`
}
