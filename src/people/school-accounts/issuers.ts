import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { House } from '../../house.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Person } from '../person.js'
import { type IssuerKind, presets } from './presets.js'
import type { Issuer } from './tables.js'

/** A button at the door. */
export interface IssuerButton {
  id: string
  name: string
}

/** What an administrator has said of an issuer. */
export interface IssuerSaid {
  name: string
  address: string
  clientId: string
  /** A new secret; empty leaves the one that is kept. */
  secret: string
  domains: string
  asksSecondStep: boolean
}

export interface IssuerWithPeople extends Issuer {
  /** How many have joined their account. */
  joined: number
  /** Those of them who have neither a password nor a passkey nor an account of another issuer. */
  onlyWay: number
}

/** Those whose button stands at the door, by name. */
export function issuersAtDoor(db: Db): Promise<IssuerButton[]> {
  return db.selectFrom('issuers').select(['id', 'name']).where('onSince', 'is not', null).orderBy('name').execute()
}

/** One whose button stands at the door. @throws NotFound */
export function findIssuerAtDoor(db: Db, id: string): Promise<Issuer> {
  return db
    .selectFrom('issuers')
    .selectAll()
    .where('id', '=', id)
    .where('onSince', 'is not', null)
    .executeTakeFirstOrThrow(() => new NotFound('way to sign in'))
}

/** For administrators, with how many come by each. */
export async function allIssuers(db: Db): Promise<IssuerWithPeople[]> {
  const issuers = await db.selectFrom('issuers').selectAll().orderBy('name').execute()
  if (issuers.length === 0) return []
  const joined = await db
    .selectFrom('issuerAccounts')
    .innerJoin('people', 'people.id', 'issuerAccounts.personId')
    .select(['issuerAccounts.issuerId', 'issuerAccounts.personId', 'people.passwordHash'])
    .select(eb =>
      eb
        .exists(eb.selectFrom('passkeys').select('passkeys.id').whereRef('passkeys.personId', '=', 'people.id'))
        .as('hasPasskey'),
    )
    .where(
      'issuerAccounts.issuerId',
      'in',
      issuers.map(one => one.id),
    )
    .where('people.disabledAt', 'is', null)
    .execute()
  const only = joined.filter(
    one =>
      one.passwordHash === null &&
      !one.hasPasskey &&
      !joined.some(other => other.personId === one.personId && other.issuerId !== one.issuerId),
  )
  const counted = (of: { issuerId: string }[], id: string) => of.filter(one => one.issuerId === id).length
  return issuers.map(one => ({ ...one, joined: counted(joined, one.id), onlyWay: counted(only, one.id) }))
}

/** One of them, for an administrator. @throws NotFound */
export async function findIssuer(db: Db, id: string): Promise<IssuerWithPeople> {
  const found = (await allIssuers(db)).find(one => one.id === id)
  if (!found) throw new NotFound('issuer')
  return found
}

/** Begins to set one up: it has an address to come back to from now on, and no button yet. */
export async function addIssuer(trx: Trx, kind: IssuerKind, by: Person): Promise<{ id: string }> {
  const { name, address } = presets[kind]
  const id = newId()
  const at = { madeAt: now(), madeBy: by.id, changedAt: now(), onSince: null, asksSecondStepSince: null }
  const empty = { clientId: '', sealedSecret: null, domains: '' }
  await trx
    .insertInto('issuers')
    .values({ id, kind, name, address: 'is' in address ? address.is : '', ...empty, ...at })
    .execute()
  await record(trx, { kind: 'issuer added', by, aboutKind: 'issuer', aboutId: id })
  return { id }
}

/**
 * Says anew what an issuer is. Where somebody has joined their account, its address stays: whoever could change it could come
 * in as them.
 * @throws Conflict where the address would change under those who have joined, or another one has it
 */
export async function changeIssuer(
  trx: Trx,
  keys: House['keys'],
  issuer: IssuerWithPeople,
  said: IssuerSaid,
  by: Person,
): Promise<void> {
  const { name, address, clientId, secret, domains } = said
  if (address !== issuer.address) await refuseAddress(trx, issuer, address)
  const sealedSecret = secret ? keys.seal(secretOf(issuer.id), secret) : issuer.sealedSecret
  const asksSecondStepSince = said.asksSecondStep ? (issuer.asksSecondStepSince ?? now()) : null
  await trx
    .updateTable('issuers')
    .set({ name, address, clientId, sealedSecret, domains, asksSecondStepSince, changedAt: now() })
    .where('id', '=', issuer.id)
    .execute()
  await record(trx, { kind: 'issuer changed', by, aboutKind: 'issuer', aboutId: issuer.id })
}

/** Its button stands at the door from now on. @throws Conflict as long as something about it is missing */
export async function turnOn(trx: Trx, issuer: Issuer, by: Person): Promise<void> {
  if (!issuer.address || !issuer.clientId || !issuer.sealedSecret)
    throw new Conflict(`Enter the address, the client ID and the secret of ${issuer.name} first, and save them.`)
  await trx.updateTable('issuers').set({ onSince: now() }).where('id', '=', issuer.id).execute()
  await record(trx, { kind: 'issuer turned on', by, aboutKind: 'issuer', aboutId: issuer.id })
}

/** Nobody comes in by it any more; what is joined stays joined. */
export async function turnOff(trx: Trx, issuer: Issuer, by: Person): Promise<void> {
  await trx.updateTable('issuers').set({ onSince: null }).where('id', '=', issuer.id).execute()
  await trx.deleteFrom('issuerSignIns').where('issuerId', '=', issuer.id).execute()
  await trx.deleteFrom('issuerArrivals').where('issuerId', '=', issuer.id).execute()
  await record(trx, { kind: 'issuer turned off', by, aboutKind: 'issuer', aboutId: issuer.id })
}

export function secretOf(issuerId: string): string {
  return `secret of issuer ${issuerId}`
}

async function refuseAddress(trx: Trx, issuer: IssuerWithPeople, address: string): Promise<void> {
  if (issuer.joined > 0)
    throw new Conflict(
      `People have joined their account of ${issuer.name}, so its address stays: another one could come in as them. Add another issuer instead.`,
    )
  const taken = await trx
    .selectFrom('issuers')
    .select('name')
    .where('address', '=', address)
    .where('id', '!=', issuer.id)
    .executeTakeFirst()
  if (taken) throw new Conflict(`${taken.name} has this address already.`)
}
