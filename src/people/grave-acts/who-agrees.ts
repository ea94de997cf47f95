import type { Db } from '../../database.js'
import { byName } from '../../words/words.js'
import { rolesThat } from '../roles/roles.js'
import type { GraveAct } from './tables.js'

/** Somebody who may be the second person to a grave act. */
export interface Agreeing {
  id: string
  name: string
  email: string
}

/** An account that was made for the purpose is no second person: whoever agrees has stood here for a week. */
const daysStood = 7

/**
 * Another administrator, or a leader of a network of the person whom it touches. Never whoever asked, nor the person
 * themselves, nor anybody whose standing is younger than a week.
 */
export async function whoAgrees(db: Db, act: Pick<GraveAct, 'askedBy' | 'personId'>): Promise<Agreeing[]> {
  const before = new Date(Date.now() - daysStood * 86_400_000).toISOString()
  const people = () =>
    db
      .selectFrom('people')
      .select(['people.id', 'people.name', 'people.email'])
      .where('people.disabledAt', 'is', null)
      .where('people.id', 'not in', [act.askedBy, act.personId])
  const administrators = await people().where('people.administratorSince', '<', before).execute()
  const leaders = await people()
    .innerJoin('networkRoles', 'networkRoles.personId', 'people.id')
    .where('networkRoles.role', 'in', rolesThat('leads the network'))
    .where('networkRoles.endedAt', 'is', null)
    .where('networkRoles.beganAt', '<', before)
    .where('networkRoles.networkId', 'in', eb =>
      eb
        .selectFrom('networkRoles as held')
        .select('held.networkId')
        .where('held.personId', '=', act.personId)
        .where('held.endedAt', 'is', null)
        .union(
          eb
            .selectFrom('groupPeople')
            .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
            .select('groups.networkId')
            .where('groupPeople.personId', '=', act.personId)
            .where('groupPeople.leftAt', 'is', null),
        ),
    )
    .execute()
  return [...new Map([...administrators, ...leaders].map(one => [one.id, one])).values()].sort(byName)
}
