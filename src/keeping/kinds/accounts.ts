import { sql } from 'kysely'
import { closeAccount, formerEnding } from '../erasing/closing-account.js'
import { daysAfter, monthsAfter } from '../../web/now.js'
import type { KeptKind } from './kind.js'

/** Accounts of people of this network alone, who have not been signed in for so long. */
export const accountsKept: KeptKind = {
  kind: 'accounts',
  name: 'Accounts that nobody uses',
  holds: 'The name, the address and the sign-in of somebody who has not come for a long time.',
  from: 'after they were last signed in',
  because: 'Whoever has moved on should not have to remember us. One sign-in before then keeps the account.',
  offered: [12, 18, 24, 36],
  usual: 24,
  words: ['account', 'accounts'],
  erased: 'Name, address and sign-in go. What they did for a group stays, by “a former member”.',
  async due(db, asked) {
    const rows = await db
      .selectFrom('accountsUsed')
      .innerJoin('people', 'people.id', 'accountsUsed.personId')
      .select(['people.id', 'accountsUsed.usedOn'])
      .where('people.administratorSince', 'is', null)
      .where('people.email', 'not like', `%${formerEnding}`)
      .where('accountsUsed.usedOn', '<', daysAfter(monthsAfter(asked.by, -asked.months), 1))
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('networkRoles')
            .select('networkRoles.id')
            .whereRef('networkRoles.personId', '=', 'people.id')
            .where('networkRoles.networkId', '=', asked.networkId),
        ),
      )
      .where(
        sql<boolean>`not exists (select 1 from network_roles as other where other.person_id = people.id
          and other.network_id <> ${asked.networkId})`,
      )
      .$if(asked.only !== undefined, query => query.where('people.id', 'in', asked.only!))
      .where('people.id', '>', asked.after?.thing ?? '')
      .orderBy('people.id')
      .limit(asked.most)
      .execute()
    return rows.map(({ id, usedOn }) => ({
      thing: id,
      groupId: null,
      label: '',
      dueOn: monthsAfter(usedOn, asked.months),
    }))
  },
  async erase(trx, things, { erases }) {
    for (const id of things) await closeAccount(trx, id, 'words stay', erases)
  },
}
