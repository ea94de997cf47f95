import type { Db, Trx } from '../database.js'
import { NotFound } from '../errors.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import { hashOfToken, newId, newToken } from '../web/new-id.js'
import { now } from '../web/now.js'
import { dossierOf } from './dossier.js'
import type { Dossier, DossierLink } from './tables.js'

/** For how many days a link may be open. */
export const daysToChoose = ['7', '30', '90'] as const

/**
 * Makes a link by which anybody who has it reads the dossier until it ends. Only its hash is stored: show it now or never.
 * @returns the address
 */
export async function makeLink(
  trx: Trx,
  dossier: Dossier,
  person: Person,
  days: number,
  baseUrl: string,
): Promise<string> {
  const token = newToken()
  const id = newId()
  const { networkId, schoolId, groupId } = dossier

  await trx
    .insertInto('dossierLinks')
    .values({
      id,
      networkId,
      schoolId,
      groupId,
      tokenHash: hashOfToken(token),
      madeAt: now(),
      madeBy: person.id,
      endsAt: new Date(Date.now() + days * 86_400_000).toISOString(),
      withdrawnAt: null,
      withdrawnBy: null,
    })
    .execute()
  await record(trx, { kind: 'dossier link made', by: person, networkId, aboutKind: 'dossier', aboutId: id })

  return `${baseUrl}/dossiers/${token}`
}

/** The links to a dossier that work now, the newest first, with who made them. */
export function openLinksOf(db: Db, { networkId, schoolId, groupId }: Dossier) {
  return db
    .selectFrom('dossierLinks')
    .innerJoin('people', 'people.id', 'dossierLinks.madeBy')
    .select(['dossierLinks.id', 'dossierLinks.madeAt', 'dossierLinks.endsAt', 'people.name as madeByName'])
    .where('networkId', '=', networkId)
    .where('schoolId', '=', schoolId)
    .where('groupId', groupId ? '=' : 'is', groupId)
    .where('withdrawnAt', 'is', null)
    .where('endsAt', '>', now())
    .orderBy('madeAt', 'desc')
    .execute()
}

/** From now on it leads nowhere. One that has gone already stays gone. @throws NotFound when it is not of this dossier */
export async function withdrawLink(trx: Trx, dossier: Dossier, person: Person, id: string): Promise<void> {
  const own = (await openLinksOf(trx, dossier)).some(link => link.id === id)
  if (!own) throw new NotFound('link')

  await trx
    .updateTable('dossierLinks')
    .set({ withdrawnAt: now(), withdrawnBy: person.id })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .execute()
  const { networkId } = dossier
  await record(trx, { kind: 'dossier link withdrawn', by: person, networkId, aboutKind: 'dossier', aboutId: id })
}

/** What a link leads to. One that is unknown, has ended or was withdrawn is all the same: nothing. @throws NotFound */
export async function dossierByLink(db: Db, token: string): Promise<{ dossier: Dossier; link: DossierLink }> {
  const link = await db
    .selectFrom('dossierLinks')
    .selectAll()
    .where('tokenHash', '=', hashOfToken(token))
    .where('withdrawnAt', 'is', null)
    .where('endsAt', '>', now())
    .executeTakeFirst()
  if (!link) throw new NotFound('page')
  return { dossier: await dossierOf(db, link), link }
}
