import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { mayKeepMoney, mayReadContribution } from '../permissions.js'
import type { Fund, FundContribution } from '../tables.js'

export interface ContributionOf {
  school: { id: string; name: string }
  promisedPence: number
  paidPence: number
  paidOn: string | null
  version: number
}

/** What each school of the network gives to a fund, in the alphabet; for the network’s leaders, who have found the fund. */
export async function contributionsTo(db: Db, fund: Fund): Promise<ContributionOf[]> {
  const schools = await schoolsOf(db, fund.networkId)
  const rows = await db
    .selectFrom('fundContributions')
    .innerJoin('schools', 'schools.id', 'fundContributions.schoolId')
    .selectAll('fundContributions')
    .select('schools.name')
    .where('fundId', '=', fund.id)
    .execute()
  const left = rows.filter(row => !schools.some(one => one.id === row.schoolId))
  return [...schools, ...left.map(row => ({ id: row.schoolId, name: row.name }))].sort(byName).map(({ id, name }) =>
    lineOf(
      { id, name },
      rows.find(row => row.schoolId === id),
    ),
  )
}

function lineOf(school: { id: string; name: string }, row: FundContribution | undefined): ContributionOf {
  const { promisedPence = 0, paidPence = 0, paidOn = null, version = 0 } = row ?? {}
  return { school, promisedPence, paidPence, paidOn, version }
}

export interface OwnContribution {
  fund: Pick<Fund, 'id' | 'name' | 'year'>
  school: { id: string; name: string }
  promisedPence: number
  paidPence: number
  paidOn: string | null
}

/** What the schools that somebody answers for promised and paid: each school alone, and no sum of others beside it. */
export async function contributionsOfOwnSchools(db: Db, person: Person, network: Network): Promise<OwnContribution[]> {
  const schools = person
    .rolesWith('answers for the school')
    .flatMap(role => (role.networkId === network.id && role.schoolId ? [role.schoolId] : []))
  if (schools.length === 0) return []
  const rows = await contributionRows(db, network.id).where('fundContributions.schoolId', 'in', schools).execute()
  return shown(person, network, rows)
}

/** All that this person may read: a leader those of every school, a head those of the own. */
export async function contributionsFor(db: Db, person: Person, network: Network): Promise<OwnContribution[]> {
  if (!mayKeepMoney(person, network)) return contributionsOfOwnSchools(db, person, network)
  return shown(person, network, await contributionRows(db, network.id).execute())
}

function contributionRows(db: Db, networkId: string) {
  return db
    .selectFrom('fundContributions')
    .innerJoin('funds', 'funds.id', 'fundContributions.fundId')
    .innerJoin('schools', 'schools.id', 'fundContributions.schoolId')
    .selectAll('fundContributions')
    .select(['funds.name as fundName', 'funds.year', 'schools.name as schoolName'])
    .where('funds.networkId', '=', networkId)
    .orderBy('funds.year', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof contributionRows>['execute']>>[number]

function shown(person: Person, network: Network, rows: Row[]): OwnContribution[] {
  return rows
    .filter(row => mayReadContribution(person, network, row.schoolId))
    .filter(row => row.promisedPence > 0 || row.paidPence > 0)
    .map(({ fundId, fundName, year, schoolId, schoolName, promisedPence, paidPence, paidOn }) => ({
      fund: { id: fundId, name: fundName, year },
      school: { id: schoolId, name: schoolName },
      ...{ promisedPence, paidPence, paidOn },
    }))
}

/**
 * Enters what a school promises and what it has paid. Nothing is a sum like any other.
 * @throws Conflict where somebody else entered it meanwhile
 */
export async function enterContribution(
  trx: Trx,
  fund: Fund,
  by: Person,
  schoolId: string,
  given: { promisedPence: number; paidPence: number; paidOn: string | null; version: number },
): Promise<void> {
  const { version, ...sums } = given
  const values = { ...sums, enteredAt: now(), enteredBy: by.id }
  const meanwhile = new Conflict('Somebody else has entered what this school gives since you opened the page.')
  if (version === 0) {
    const row = { id: newId(), fundId: fund.id, schoolId, ...values }
    const done = await trx
      .insertInto('fundContributions')
      .values(row)
      .onConflict(c => c.doNothing())
      .executeTakeFirst()
    if (done.numInsertedOrUpdatedRows === 0n) throw meanwhile
  } else {
    const done = await trx
      .updateTable('fundContributions')
      .set({ ...values, version: version + 1 })
      .where('fundId', '=', fund.id)
      .where('schoolId', '=', schoolId)
      .where('version', '=', version)
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) throw meanwhile
  }
  // The fund alone is named: nothing that is kept of the deed leads to the school.
  await record(trx, { kind: 'money came in', by, networkId: fund.networkId, aboutKind: 'fund', aboutId: fund.id })
}
