import type { Db } from '../database.js'
import { today } from '../web/now.js'
import { claimsFor, schoolsHeaded } from './claims/claims.js'
import { claimsToAnswer, claimsToPay } from './claims/to-settle.js'
import { colleaguesFor } from './colleague/colleagues.js'
import { eveningsFor } from './evenings/evenings.js'
import { whenOf } from './evenings/evening-page.js'
import type { ResourcesOfNetwork } from './finding.js'
import { budgetsHeld } from './funds/budgets.js'
import { contributionsOfOwnSchools } from './funds/contributions.js'
import { fundsFor } from './funds/funds.js'
import { budgetLine, claimLine, fundLine } from './lines.js'
import { pounds } from './money.js'
import type { OverviewPage } from './pages.js'
import { mayClaim, mayKeepMoney, mayRing, mayTakePartInSwot } from './permissions.js'
import { placesWithin } from './places.js'
import { schoolYear, yearSaid } from './school-year.js'

/** Money and time, as far as somebody has to do with them. */
export async function overviewPage(db: Db, there: ResourcesOfNetwork): Promise<OverviewPage> {
  const { person, network, head, address: at } = there
  const keep = mayKeepMoney(person, network)
  const own = await claimsFor(db, person, network, { own: true }, { number: 1, size: 5 })
  const toAnswer = (await claimsToAnswer(db, person, [network.id])).slice(0, 10)
  const toPay = await claimsToPay(db, person, network.id)
  const evenings = (await eveningsFor(db, person, [network.id])).filter(
    one => one.heldOn >= today() && one.cancelledAt === null,
  )
  const year = schoolYear()
  return {
    title: keep ? 'Funds and budgets' : 'Money and time',
    head,
    at,
    ways: placesWithin(there, ''),
    toAnswer: toAnswer.map(one => claimLine(at, one, true)),
    own: own.rows.map(one => claimLine(at, one)),
    budgets: (await budgetsHeld(db, person, network)).map(one => budgetLine(at, one)),
    funds: keep ? (await fundsFor(db, person, network)).map(one => fundLine(at, one)) : null,
    schools: await ownSchools(db, there),
    toPay: toPay.count > 0 ? { count: toPay.count, sum: pounds(toPay.pence) } : null,
    colleagues: (await colleaguesFor(db, person, network))
      .filter(one => one.year === year)
      .map(one => ({ href: `${at}/colleagues/${one.id}`, name: one.name, what: `${one.what}, ${yearSaid(one.year)}` })),
    evenings: evenings.map(one => ({ href: `${at}/evenings/${one.id}`, title: one.title, when: whenOf(one) })),
    may: {
      claim: mayClaim(person, network),
      keep,
      ring: mayRing(person, network),
      swot: mayTakePartInSwot(person, network),
    },
  }
}

/** What the schools of a head give, each for itself; and the file for its finance office. */
async function ownSchools(
  db: Db,
  { person, network, address: at }: ResourcesOfNetwork,
): Promise<OverviewPage['schools']> {
  const headed = schoolsHeaded(person, network)
  if (headed.length === 0) return null
  const lines = await contributionsOfOwnSchools(db, person, network)
  const schools = await db
    .selectFrom('schools')
    .select(['id', 'name'])
    .where('id', 'in', headed)
    .orderBy('name')
    .execute()
  return schools.map(({ id, name }) => ({
    name,
    lines: lines
      .filter(one => one.school.id === id)
      .map(one => ({
        fund: `${one.fund.name}, ${yearSaid(one.fund.year)}`,
        promised: pounds(one.promisedPence),
        paid: pounds(one.paidPence),
      })),
    csv: `${at}/claims.csv?school=${id}`,
  }))
}
