import type { Person } from '../people/person.js'
import { today } from '../web/now.js'
import { lastDayOfPack } from './clocks.js'
import type { DataRequest } from './tables.js'

type Of = Pick<DataRequest, 'networkId' | 'schoolId'>
type Case = Pick<DataRequest, 'networkId' | 'schoolId' | 'kind'>

/** The school answers for its pupils' data: its head and its data lead. */
export function keepsDataOf(person: Person, schoolId: string): boolean {
  return person.isDataLeadOf(schoolId) || person.answersFor(schoolId)
}

/** The schools whose requests somebody deals with, in one network. */
export function schoolsKeptBy(person: Person, networkId: string): string[] {
  const roles = [
    ...person.rolesWith('keeps the keys of the school'),
    ...person.rolesWith('answers for the school'),
  ].filter(role => role.networkId === networkId)
  return [...new Set(roles.flatMap(role => role.schoolId ?? []))]
}

/** A case of a school is opened there; one of nobody's school by the network's leaders. */
export function mayOpenFor(person: Person, { networkId, schoolId }: Of): boolean {
  return schoolId === null ? person.isNetworkLeaderOf(networkId) : keepsDataOf(person, schoolId)
}

/** Network leaders know of every case, its number, kind and clock. */
export function mayKnowOf(person: Person, of: Of): boolean {
  return person.isNetworkLeaderOf(of.networkId) || mayOpenFor(person, of)
}

/** The words of a case, and what was found for it: for those who answer for the data. What happened to a whole network, and complaints, are its leaders' too. */
export function mayWorkOn(person: Person, one: Case): boolean {
  if (mayOpenFor(person, one)) return true
  return (one.kind === 'complaint' || one.kind === 'breach') && person.isNetworkLeaderOf(one.networkId)
}

/** Two people erase: never whoever asked for it; another of the school, or a leader of its network. */
export function mayConfirmErasure(person: Person, request: DataRequest): boolean {
  return isErasureAsked(request) && request.erasureAskedBy !== person.id && mayKnowOf(person, request)
}

export function isErasureAsked({ erasureAskedAt, erasureConfirmedAt }: DataRequest): boolean {
  return erasureAskedAt !== null && erasureConfirmedAt === null
}

/** Whoever confirms an erasure reads first what would be erased. */
export function mayReadFindings(person: Person, request: DataRequest): boolean {
  return mayOpenFor(person, request) || mayConfirmErasure(person, request)
}

/** A pack is there for those who made it, for a fortnight. */
export function mayFetchPack(person: Person, request: DataRequest): boolean {
  const until = lastDayOfPack(request)
  return mayOpenFor(person, request) && until !== null && until >= today() && request.erasedAt === null
}
