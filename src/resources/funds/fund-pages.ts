import type { Db } from '../../database.js'
import { day } from '../../words/words.js'
import { type FormState, formOf } from '../../web/read.js'
import { namesOf } from '../claims/names.js'
import type { ResourcesOfNetwork } from '../finding.js'
import { budgetLine, fundKindSaid, fundLine } from '../lines.js'
import { pounds, totalOf, typedPounds } from '../money.js'
import type {
  BudgetFormPage,
  ClosingFundPage,
  ContributionFormPage,
  ContributionsPage,
  FundFormPage,
  FundPage,
} from '../pages.js'
import { placesWithin } from '../places.js'
import { schoolYear, yearSaid, yearsToChoose } from '../school-year.js'
import { fundKinds } from '../tables.js'
import { groupsAndThemes, named } from './budgets.js'
import { type ContributionOf, contributionsTo } from './contributions.js'
import { leadersOf, whatHoldsItOpen } from './funds.js'
import type { FundWithSums } from './sums.js'

export async function fundFormPage(
  db: Db,
  { person, network, head, address: at }: ResourcesOfNetwork,
  { fund, form }: { fund?: FundWithSums; form?: FormState },
): Promise<FundFormPage> {
  const typed = fund && {
    ...{ name: fund.name, kind: fund.kind, about: fund.about, holder: fund.holderId },
    sum: fund.kind === 'contributions' ? '' : typedPounds(fund.pence),
  }
  const address = fund ? `${at}/funds/${fund.id}` : `${at}/funds`
  return {
    title: fund ? `Change ${fund.name}` : 'Open a fund',
    ...{ head, at, address, isNew: !fund },
    back: fund ? address : at,
    form: form ?? formOf(typed ?? { holder: person.id, year: schoolYear() }),
    choices: {
      kinds: fundKinds.map(value => ({ value, text: fundKindSaid[value] })),
      years: yearsToChoose(),
      holders: (await leadersOf(db, network.id)).map(({ id, name }) => ({ value: id, text: name })),
    },
  }
}

export async function fundPage(db: Db, there: ResourcesOfNetwork, fund: FundWithSums): Promise<FundPage> {
  const { person, head, address: at } = there
  const names = await namesOf(db, [fund.holderId])
  const { sums } = fund
  const budgets = await named(db, person, fund.budgets)
  return {
    title: fund.name,
    head,
    at,
    ways: placesWithin(there, ''),
    fund: {
      ...fundLine(at, fund),
      about: fund.about,
      holder: names(fund.holderId),
      opened: day(fund.openedAt),
      promised: fund.kind === 'contributions' ? pounds(sums.promised) : null,
      paid: pounds(sums.paid),
      carried: fund.carriedPence > 0 ? pounds(fund.carriedPence) : null,
      carriedOn: sums.carriedOn > 0 ? pounds(sums.carriedOn) : null,
      takesContributions: fund.kind === 'contributions',
    },
    overs: budgets.filter(one => one.overBecause).map(one => ({ name: one.name, because: one.overBecause })),
    budgets: budgets.map(one => budgetLine(at, one)),
  }
}

export async function contributionsPage(
  db: Db,
  { head, address: at }: ResourcesOfNetwork,
  fund: FundWithSums,
): Promise<ContributionsPage> {
  const all = await contributionsTo(db, fund)
  const own = `${at}/funds/${fund.id}`
  return {
    title: `What schools give to ${fund.name}`,
    head,
    at,
    fund: { name: fund.name, href: own, year: yearSaid(fund.year) },
    lines: all.map(({ school, promisedPence, paidPence, paidOn, version }) => ({
      school: school.name,
      href: `${own}/contributions/${school.id}`,
      promised: version === 0 ? 'not asked yet' : pounds(promisedPence),
      paid: paidPence > 0 ? pounds(paidPence) : '–',
      paidOn: paidOn && day(paidOn),
    })),
    totals: {
      promised: pounds(totalOf(all.map(one => one.promisedPence))),
      paid: pounds(totalOf(all.map(one => one.paidPence))),
    },
  }
}

export function contributionFormPage(
  { head, address: at }: ResourcesOfNetwork,
  fund: FundWithSums,
  one: ContributionOf,
  form?: FormState,
): ContributionFormPage {
  const back = `${at}/funds/${fund.id}/contributions`
  const typed = {
    promised: typedPounds(one.promisedPence),
    paid: typedPounds(one.paidPence),
    paidOn: one.paidOn ?? '',
    version: one.version,
  }
  const title = `What ${one.school.name} gives`
  const address = `${back}/${one.school.id}`
  return { title, head, at, address, back, form: form ?? formOf(typed), school: one.school.name, fund: fund.name }
}

export async function closingPage(
  db: Db,
  { head, address: at }: ResourcesOfNetwork,
  fund: FundWithSums,
): Promise<ClosingFundPage> {
  const address = `${at}/funds/${fund.id}`
  return {
    title: `Close ${fund.name}`,
    what: [
      'Its budgets end, and nobody can claim on them any more.',
      'Everything that was given, claimed and paid stays to be read.',
    ],
    ...{ head, at, back: address, address: `${address}/closing` },
    balance: fund.sums.balance > 0 ? pounds(fund.sums.balance) : null,
    holds: (await whatHoldsItOpen(db, fund)) ?? null,
    next: yearSaid(fund.year + 1),
  }
}

export async function budgetFormPage(
  db: Db,
  { network, head, address: at }: ResourcesOfNetwork,
  fund: FundWithSums,
  form: FormState = formOf(),
): Promise<BudgetFormPage> {
  const { groups, themes } = await groupsAndThemes(db, network.id)
  const own = `${at}/funds/${fund.id}`
  return {
    title: `Give a budget from ${fund.name}`,
    ...{ head, at, back: own, address: `${own}/budgets`, form },
    fund: { name: fund.name, left: pounds(fund.sums.left) },
    choices: {
      of: [
        ...groups.map(one => ({ value: `group:${one.id}`, text: `Group: ${one.name}` })),
        ...themes.map(one => ({ value: `theme:${one.id}`, text: `Theme: ${one.name}` })),
        { value: 'project:', text: 'A project' },
        { value: 'co-ordinator:', text: 'The co-ordinator' },
        { value: 'other:', text: 'Something else' },
      ],
      holders: (await colleaguesOf(db, network.id)).map(({ id, name }) => ({ value: id, text: name })),
    },
  }
}

/** Who can be named to hold a budget: those who work in the network. */
async function colleaguesOf(db: Db, networkId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['people.id', 'people.name'])
    .distinct()
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.role', 'in', ['network leader', 'co-leader', 'headteacher', 'staff'])
    .where('networkRoles.endedAt', 'is', null)
    .orderBy('people.name')
    .execute()
}
