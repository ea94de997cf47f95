import { inOne, type Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { House } from '../../house.js'
import type { Person } from '../../people/person.js'
import { type CastGroup, groups } from '../cast.js'
import { morning } from '../enter-cast.js'
import type { Handover } from '../material/types.js'
import { castPerson, type Deed } from './deeds.js'

/**
 * The cast is entered as it stands today. Before the stories are played every group goes back to where it began: its
 * first cycle, at its first stage, under whoever led it then.
 */
export async function setTheScene({ db }: House, handovers: Map<string, Handover>): Promise<void> {
  await db.deleteFrom('enquiries').where('cycle', '>', 1).execute()
  const unfinished = { finishedAt: null, finishedBy: null, decision: null, decidedBecause: null }
  await db
    .updateTable('enquiries')
    .set({ stage: 'context', ...unfinished })
    .execute()
  for (const [groupId, { from, to }] of handovers) {
    for (const [personId, role] of [
      [from, 'lead learner'],
      [to, 'volunteer'],
    ] as const) {
      await db
        .updateTable('groupPeople')
        .set({ role })
        .where('groupId', '=', groupId)
        .where('personId', '=', personId)
        .execute()
    }
  }
}

/** How each group came together, for its history. */
export function gatherings(house: House): Deed[] {
  return groups.flatMap(group => [
    {
      at: morning(group.proposedOn),
      act: () =>
        tell(house, group, group.proposedBy, (trx, about) =>
          record(trx, { kind: 'group proposed', ...about, question: firstQuestion(group) }),
        ),
    },
    ...group.people
      .filter(one => one.person !== group.proposedBy)
      .map(({ person, role, joinedOn }) => ({
        at: morning(joinedOn),
        act: () =>
          tell(house, group, person, (trx, about) =>
            role === 'facilitator'
              ? record(trx, { kind: 'invitation accepted', ...about, role })
              : record(trx, { kind: 'volunteered', ...about }),
          ),
      })),
  ])
}

function firstQuestion(group: CastGroup): string {
  return group.earlier?.question ?? group.question
}

async function tell(
  house: House,
  group: CastGroup,
  who: string,
  deed: (trx: Trx, about: ReturnType<typeof aboutIt>) => Promise<void>,
): Promise<void> {
  const by = await castPerson(house, who)
  await inOne(house.db, trx => deed(trx, aboutIt(group, by)))
}

function aboutIt(group: CastGroup, by: Person) {
  return { by, networkId: group.network, groupId: group.id, aboutKind: 'group', aboutId: group.id }
}
