import type { Enquiry } from '../enquiries/enquiry.js'
import type { Person } from '../people/person.js'
import type { Dossier } from './tables.js'

/** A head reads what came to their own school; leaders of the network read it to hand it over. */
export function mayReadDossier(
  person: Person,
  { networkId, schoolId }: Pick<Dossier, 'networkId' | 'schoolId'>,
): boolean {
  return person.answersFor(schoolId) || person.isNetworkLeaderOf(networkId)
}

/** The group reads what it sent. */
export function mayReadGroupsDossier({ standing }: Enquiry): boolean {
  return standing.member
}

/** A link hands it to somebody without an account: for those who answer for what is sent. */
export function mayLink(person: Person, dossier: Dossier): boolean {
  if (dossier.groupId) return person.leads(dossier.groupId)
  return mayReadDossier(person, dossier)
}
