import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { aboutGroup, join } from '../../groups/joining.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'

export interface Proposal {
  question: string
  name: string
  why: string
  themeId: string | null
  /** The school that the proposer takes part from. */
  schoolId: string
}

/**
 * Proposes a question: a group begins, with its first cycle at Context, and the proposer as lead learner.
 * @returns the group's id and its first cycle's
 * @throws Conflict for a headteacher of the network, who backs groups and leads none
 */
export async function proposeGroup(
  trx: Trx,
  person: Person,
  networkId: string,
  proposal: Proposal,
): Promise<{ id: string; enquiryId: string }> {
  if (person.isHeadIn(networkId)) throw new Conflict(headsDoNotLead)
  const group = { id: newId(), networkId }
  const enquiryId = newId()
  const { question, name, why, themeId, schoolId } = proposal

  await trx
    .insertInto('groups')
    .values({
      ...group,
      themeId,
      name,
      why,
      joinCode: newId(20),
      proposedAt: now(),
      proposedBy: person.id,
      closedAt: null,
      closedBy: null,
      closedBecause: null,
    })
    .execute()
  await trx
    .insertInto('enquiries')
    .values({
      id: enquiryId,
      groupId: group.id,
      cycle: 1,
      question,
      stage: 'context',
      beganAt: now(),
      beganBy: person.id,
      finishedAt: null,
      finishedBy: null,
      decision: null,
      decidedBecause: null,
      follows: null,
    })
    .execute()
  await join(trx, group, person, { role: 'lead learner', schoolId })
  await record(trx, { kind: 'group proposed', by: person, ...aboutGroup(group), question })

  return { id: group.id, enquiryId }
}

export const headsDoNotLead =
  'You are a headteacher in this network, so you cannot lead a group in it: the question would be the school’s before it is the teachers’. A colleague can propose it, and you can back the group with time.'
