import type { Db, Trx } from '../../database.js'
import { leadsOf } from '../../groups/people.js'
import type { KeepingRound } from '../tables.js'

const mostAuthors = 500

/**
 * Those who are told before something goes: who leads the group, whose pieces they are, the data leads and heads of their
 * schools; where nobody of those is left, and for what is the network’s, its leaders. Of an account its owner is told.
 */
export async function concernedWith(trx: Trx, round: KeepingRound): Promise<string[]> {
  const leaders = await holdersOf(trx, round.networkId, 'network leader')
  if (round.kind === 'accounts') return known(trx, [...(await thingsOf(trx, round.id)), ...leaders])
  if (round.groupId === null) return known(trx, leaders)
  // Of drafts nobody but their authors knows.
  const authors = await authorsOf(trx, round)
  if (round.kind === 'drafts') return known(trx, authors)
  const schools = await schoolsOfGroup(trx, round.groupId)
  const leads = await leadsOf(trx, round.groupId)
  const dataLeads = await ofSchools(trx, schools)
  const people = await known(trx, [...leads, ...authors, ...dataLeads])
  return people.length > 0 && leads.length > 0 ? people : known(trx, [...people, ...leaders])
}

async function thingsOf(trx: Db, roundId: string): Promise<string[]> {
  const rows = await trx.selectFrom('keepingThings').select('thing').where('roundId', '=', roundId).limit(500).execute()
  return rows.map(row => row.thing)
}

async function authorsOf(trx: Db, { id, kind }: KeepingRound): Promise<string[]> {
  if (kind === 'recordings') {
    const rows = await trx
      .selectFrom('keepingThings')
      .innerJoin('evidenceFiles', 'evidenceFiles.fileId', 'keepingThings.thing')
      .innerJoin('evidence', 'evidence.id', 'evidenceFiles.evidenceId')
      .select('evidence.loggedBy')
      .distinct()
      .where('keepingThings.roundId', '=', id)
      .limit(mostAuthors)
      .execute()
    return rows.map(row => row.loggedBy)
  }
  const rows = await trx
    .selectFrom('keepingThings')
    .innerJoin('evidence', 'evidence.id', 'keepingThings.thing')
    .select('evidence.loggedBy')
    .distinct()
    .where('keepingThings.roundId', '=', id)
    .limit(mostAuthors)
    .execute()
  return rows.map(row => row.loggedBy)
}

/** The schools of everybody who was ever in a group. */
export async function schoolsOfGroup(db: Db, groupId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('groupPeople')
    .select('schoolId')
    .distinct()
    .where('groupId', '=', groupId)
    .where('schoolId', 'is not', null)
    .execute()
  return rows.map(row => row.schoolId!)
}

export async function holdersOf(db: Db, networkId: string, role: 'network leader'): Promise<string[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .select('personId')
    .distinct()
    .where('networkId', '=', networkId)
    .where('role', '=', role)
    .where('endedAt', 'is', null)
    .execute()
  return rows.map(row => row.personId)
}

/** The data leads of schools; its head where a school has none. */
async function ofSchools(db: Db, schools: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .select(['personId', 'schoolId', 'role'])
    .where('schoolId', 'in', [...schools, ''])
    .where('role', 'in', ['data lead', 'headteacher'])
    .where('endedAt', 'is', null)
    .execute()
  const withLead = new Set(rows.filter(row => row.role === 'data lead').map(row => row.schoolId))
  return rows.filter(row => row.role === 'data lead' || !withLead.has(row.schoolId)).map(row => row.personId)
}

/** Each once, and nobody whose account is closed. */
async function known(db: Db, ids: string[]): Promise<string[]> {
  const people: string[] = []
  const unique = [...new Set(ids)]
  for (let from = 0; from < unique.length; from += 400) {
    const rows = await db
      .selectFrom('people')
      .select('id')
      .where('id', 'in', unique.slice(from, from + 400))
      .where('disabledAt', 'is', null)
      .execute()
    people.push(...rows.map(row => row.id))
  }
  return people
}
