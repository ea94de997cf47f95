import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { openInvitationsOf, withdrawInvitation } from '../../people/invitations/invitations.js'
import type { Person } from '../../people/person.js'
import { endRole } from '../../people/roles/giving-roles.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import type { Network, Partner } from '../tables.js'

export type PartnerWords = Pick<Partner, 'name' | 'kind' | 'brings' | 'contact' | 'sinceOn'>

/** The partners that a network has now, by name. */
export async function partnersOf(db: Db, networkId: string): Promise<Partner[]> {
  return (await everyPartnerOf(db, networkId)).filter(one => one.endedAt === null)
}

/** The partners of a network, also those of earlier years, by name. */
export async function everyPartnerOf(db: Db, networkId: string): Promise<Partner[]> {
  const partners = await db.selectFrom('partners').selectAll().where('networkId', '=', networkId).execute()
  return partners.sort(byName)
}

/** A partner of the network, also one of earlier years. @throws NotFound */
export function findPartner(db: Db, network: Pick<Network, 'id'>, id: string): Promise<Partner> {
  return db
    .selectFrom('partners')
    .selectAll()
    .where('networkId', '=', network.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('partner'))
}

/** Somebody who comes from a partner, as a partner of the network or as its adviser. */
export interface PersonFromPartner {
  roleId: string
  role: string
  partnerId: string
  id: string
  name: string
}

/** The people who come from the partners of a network now, by name. */
export async function peopleFromPartners(db: Db, networkId: string): Promise<PersonFromPartner[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['networkRoles.id as roleId', 'networkRoles.role', 'networkRoles.partnerId', 'people.id', 'people.name'])
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.partnerId', 'is not', null)
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  return rows.map(row => ({ ...row, partnerId: row.partnerId! })).sort(byName)
}

/** A partner that works with the network from now on. @returns its id */
export async function addPartner(trx: Trx, network: Network, by: Person, words: PartnerWords): Promise<string> {
  const id = newId()
  await trx
    .insertInto('partners')
    .values({
      ...{ id, networkId: network.id, ...words, addedAt: now(), addedBy: by.id },
      ...{ endedOn: null, endedAt: null, endedBy: null, cameOfIt: '' },
    })
    .execute()
  await record(trx, { kind: 'partner added', by, ...aboutPartner({ id, networkId: network.id }) })
  return id
}

export async function changePartner(trx: Trx, partner: Partner, by: Person, words: PartnerWords): Promise<void> {
  await trx.updateTable('partners').set(words).where('id', '=', partner.id).execute()
  await record(trx, { kind: 'partner changed', by, ...aboutPartner(partner) })
}

/**
 * A partnership ends; what was is kept. Its people are no partners of the network any more, and invitations to it that
 * nobody has opened are withdrawn; advisers who came from there stay advisers.
 * @param ending its last day, and what came of it in a sentence; the sentence may be empty
 * @throws Conflict when it has ended already
 */
export async function endPartner(
  trx: Trx,
  partner: Partner,
  by: Person,
  ending: Pick<Partner, 'cameOfIt'> & { endedOn: string },
): Promise<void> {
  if (partner.endedAt) throw new Conflict('This partnership has ended already.')
  await trx
    .updateTable('partners')
    .set({ ...ending, endedAt: now(), endedBy: by.id })
    .where('id', '=', partner.id)
    .execute()
  const theirs = (await peopleFromPartners(trx, partner.networkId)).filter(one => one.partnerId === partner.id)
  for (const { roleId, role } of theirs) if (role === 'partner') await endRole(trx, roleId, by)
  const open = (await openInvitationsOf(trx, partner.networkId)).filter(one => one.partnerId === partner.id)
  for (const one of open) await withdrawInvitation(trx, one, by)
  await record(trx, { kind: 'partner ended', by, ...aboutPartner(partner) })
}

/** A partnership that had ended is taken up again; its people are invited anew. */
export async function takePartnerBack(trx: Trx, partner: Partner, by: Person): Promise<void> {
  const open = { endedOn: null, endedAt: null, endedBy: null }
  await trx.updateTable('partners').set(open).where('id', '=', partner.id).execute()
  await record(trx, { kind: 'partner came back', by, ...aboutPartner(partner) })
}

function aboutPartner({ id, networkId }: Pick<Partner, 'id' | 'networkId'>) {
  return { networkId, aboutKind: 'partner', aboutId: id }
}
