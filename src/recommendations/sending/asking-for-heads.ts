import type { ListOrSlot, ValueOrSlot } from '../../database/in-the-same-words.js'
import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { rolesThat } from '../../people/roles/roles.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { HeadToInvite } from './without-head.js'

/** Asks the leaders of the network to invite the head of a school; asked again, it is the newest address that counts. */
export async function askForHead(
  trx: Trx,
  networkId: string,
  person: Person,
  { schoolId, email }: HeadToInvite,
): Promise<void> {
  await trx.deleteFrom('headsAskedFor').where('schoolId', '=', schoolId).execute()
  const row = { id: newId(), networkId, schoolId, email, askedAt: now(), askedBy: person.id }
  await trx.insertInto('headsAskedFor').values(row).execute()
  const { name } = await trx.selectFrom('schools').select('name').where('id', '=', schoolId).executeTakeFirstOrThrow()
  await record(trx, {
    kind: 'head asked for',
    by: person,
    networkId,
    aboutKind: 'school',
    aboutId: schoolId,
    school: name,
  })
}

/** What has still to be done: schools that have no head here, and whose head is not invited either. */
export function headsToInvite(db: Db, networkIds: ListOrSlot, moment: ValueOrSlot) {
  return db
    .selectFrom('headsAskedFor')
    .innerJoin('schools', 'schools.id', 'headsAskedFor.schoolId')
    .innerJoin('people', 'people.id', 'headsAskedFor.askedBy')
    .select(['headsAskedFor.networkId', 'headsAskedFor.schoolId', 'headsAskedFor.email', 'headsAskedFor.askedAt'])
    .select(['schools.name as school', 'people.name as askedBy'])
    .where('headsAskedFor.networkId', 'in', networkIds)
    .where('schools.leftAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('networkRoles')
            .select('networkRoles.id')
            .whereRef('networkRoles.schoolId', '=', 'headsAskedFor.schoolId')
            .where('networkRoles.role', 'in', rolesThat('answers for the school'))
            .where('networkRoles.endedAt', 'is', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('invitations')
            .select('invitations.id')
            .whereRef('invitations.schoolId', '=', 'headsAskedFor.schoolId')
            .where('invitations.role', 'in', rolesThat('answers for the school'))
            .where('invitations.withdrawnAt', 'is', null)
            .where(eb =>
              eb.or([eb('invitations.acceptedAt', 'is not', null), eb('invitations.expiresAt', '>', moment)]),
            ),
        ),
      ),
    )
    .orderBy('schools.name')
}
