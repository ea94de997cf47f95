import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Person } from '../person.js'
import { type Arrival, useArrival } from './going-and-coming.js'
import type { Issuer } from './tables.js'

/** An account at an issuer with which somebody comes in here. */
export interface JoinedAccount {
  id: string
  issuer: string
  email: string
  joinedAt: string
  /** Its issuer’s button stands at the door. */
  on: boolean
  /** Another way of sign-in remains without it. */
  mayLeave: boolean
}

/** Whose account here an account at an issuer opens; undefined when it opens none. */
export function whoJoined(db: Db, issuer: Pick<Issuer, 'id'>, subject: string) {
  return db
    .selectFrom('issuerAccounts')
    .innerJoin('people', 'people.id', 'issuerAccounts.personId')
    .select(['people.id', 'people.disabledAt'])
    .where('issuerAccounts.issuerId', '=', issuer.id)
    .where('issuerAccounts.subject', '=', subject)
    .executeTakeFirst()
}

/** With which accounts of issuers somebody comes in, and whether they could leave each. */
export async function joinedAccountsOf(db: Db, { id }: Pick<Person, 'id'>): Promise<JoinedAccount[]> {
  const rows = await db
    .selectFrom('issuerAccounts')
    .innerJoin('issuers', 'issuers.id', 'issuerAccounts.issuerId')
    .innerJoin('people', 'people.id', 'issuerAccounts.personId')
    .select(['issuerAccounts.id', 'issuers.name as issuer', 'issuerAccounts.email', 'issuerAccounts.joinedAt'])
    .select(['issuers.onSince', 'people.passwordHash'])
    .select(eb =>
      eb
        .exists(eb.selectFrom('passkeys').select('passkeys.id').whereRef('passkeys.personId', '=', 'people.id'))
        .as('hasPasskey'),
    )
    .where('issuerAccounts.personId', '=', id)
    .orderBy('issuers.name')
    .execute()
  const open = rows.filter(one => one.onSince !== null)
  return rows.map(({ id: own, issuer, email, joinedAt, onSince, passwordHash, hasPasskey }) => ({
    ...{ id: own, issuer, email, joinedAt },
    on: onSince !== null,
    mayLeave: passwordHash !== null || Boolean(hasPasskey) || open.some(other => other.id !== own),
  }))
}

/** Their own yes: from now on they come in with this account of the issuer too. @throws Conflict */
export async function join(trx: Trx, arrival: Arrival, person: Pick<Person, 'id'>): Promise<void> {
  if (!(await useArrival(trx, arrival)))
    throw new Conflict(`That was more than ten minutes ago. Begin again with ${arrival.issuer}.`)
  const { issuerId, subject, email, issuer } = arrival
  const taken = await trx
    .selectFrom('issuerAccounts')
    .select(['subject', 'personId'])
    .where('issuerId', '=', issuerId)
    .where(eb => eb.or([eb('subject', '=', subject), eb('personId', '=', person.id)]))
    .execute()
  if (taken.some(one => one.personId !== person.id))
    throw new Conflict(`This account of ${issuer} opens somebody else’s account here already.`)
  if (taken.some(one => one.subject !== subject))
    throw new Conflict(`You come in with another account of ${issuer} already. Leave that one first.`)
  if (taken.length > 0) return
  await trx
    .insertInto('issuerAccounts')
    .values({ id: newId(), issuerId, subject, personId: person.id, email, joinedAt: now() })
    .execute()
  await record(trx, { kind: 'school account joined', by: person, ...about(person), issuer })
}

/** @throws NotFound for anybody else's; Conflict where it is their only way in */
export async function leave(trx: Trx, id: string, person: Pick<Person, 'id'>): Promise<JoinedAccount> {
  const one = (await joinedAccountsOf(trx, person)).find(found => found.id === id)
  if (!one) throw new NotFound()
  if (!one.mayLeave) throw new Conflict(`${one.issuer} is your only way in. Choose a password or add a passkey first.`)
  await trx.deleteFrom('issuerAccounts').where('id', '=', one.id).where('personId', '=', person.id).execute()
  await record(trx, { kind: 'school account left', by: person, ...about(person), issuer: one.issuer })
  return one
}

function about({ id }: Pick<Person, 'id'>) {
  return { aboutKind: 'person', aboutId: id }
}
