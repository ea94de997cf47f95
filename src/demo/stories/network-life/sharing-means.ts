import { inOne } from '../../../database.js'
import type { House } from '../../../house.js'
import { findNetwork } from '../../../networks/networks.js'
import type { Network } from '../../../networks/tables.js'
import { changeBid, enterBid, findBid } from '../../../resources/bids/bids.js'
import { draftClaim, payClaim, sayNo, sayYes, sendClaim } from '../../../resources/claims/claiming.js'
import { findClaim } from '../../../resources/claims/claims.js'
import { ratesOf, worth } from '../../../resources/claims/rates.js'
import { findColleague, nameColleague } from '../../../resources/colleague/colleagues.js'
import { enterDay } from '../../../resources/colleague/days.js'
import { answerWish, findWish, wishForMore } from '../../../resources/colleague/wishes.js'
import { addPapers, makeEvening } from '../../../resources/evenings/evenings.js'
import { giveBudget } from '../../../resources/funds/budgets.js'
import { enterContribution } from '../../../resources/funds/contributions.js'
import { closeFund, findFund, type FundWords, openFund } from '../../../resources/funds/funds.js'
import { beToRing } from '../../../resources/ringing/ringing.js'
import { beginSwot, findSwot, settleSwot, swotKind } from '../../../resources/swots/swots.js'
import type { Budget } from '../../../resources/tables.js'
import { putText } from '../../../texts/texts.js'
import {
  adviser,
  bids,
  carriedOn,
  claims,
  type DemoClaim,
  evenings,
  grant,
  harbour,
  schoolsPutIn,
  swots,
  toRing,
} from '../../material/resources/index.js'
import { castPerson, type Deed, moment, notAfterToday } from '../deeds.js'

/** What the two networks share: money, time, and an adviser's days. */
export function meansDeeds(house: House): Deed[] {
  const means = new Means(house)
  return [
    ...fundDeeds(means, 'hafren', 'nia', grant),
    ...fundDeeds(means, 'hafren', 'nia', schoolsPutIn),
    ...schoolsPutIn.given.map((one, place) => ({
      at: moment(one.on ?? '2026-09-16', '15:10', place),
      act: () => means.give(one),
    })),
    { at: moment(grant.closedOn, '10:00'), act: () => means.close(grant.name) },
    ...carriedOn.budgets.map((budget, place) => ({
      at: moment(carriedOn.on, '16:40', 3 * place),
      act: () => means.budget('hafren', 'nia', grant.name, budget),
    })),
    ...claims.flatMap(one => claimDeeds(means, 'hafren', one)),
    ...bids.flatMap(one => bidDeeds(house, one)),
    ...adviserDeeds(house),
    ...swots.flatMap(one => swotDeeds(house, one)),
    ...evenings.map(one => ({ at: moment(one.on, '16:20'), act: () => setUp(house, one) })),
    ...toRing.map(one => ({ at: moment(one.on, '18:00'), act: () => ring(house, one) })),
    ...fundDeeds(means, 'harbour', 'ruth', harbour.fund),
    ...harbour.claims.flatMap(one => claimDeeds(means, 'harbour', one)),
  ]
}

type GivenBudget = Readonly<{
  of: readonly [Budget['ofKind'], string | null]
  name: string
  pence: number
  about: string
  holder?: string
  overBecause?: string
}>

type DemoFund = Readonly<{
  name: string
  kind: FundWords['kind']
  year: number
  pence?: number
  about: string
  openedOn: string
  budgetsOn?: string
  budgets: readonly GivenBudget[]
}>

function fundDeeds(means: Means, network: string, leader: string, fund: DemoFund): Deed[] {
  return [
    { at: moment(fund.openedOn, '16:00'), act: () => means.open(network, leader, fund) },
    ...fund.budgets.map((budget, place) => ({
      at: moment(fund.budgetsOn ?? fund.openedOn, '16:10', 3 * place),
      act: () => means.budget(network, leader, fund.name, budget),
    })),
  ]
}

/** The funds, budgets and claims of the demo, by their names. */
class Means {
  readonly funds = new Map<string, string>()
  readonly budgets = new Map<string, string>()
  readonly claims = new Map<DemoClaim, string>()

  constructor(readonly house: House) {}

  async open(networkId: string, leader: string, { name, kind, year, pence = 0, about }: DemoFund): Promise<void> {
    const by = await castPerson(this.house, leader)
    const words = { name, kind, year, pence, about, holderId: leader }
    this.funds.set(name, await inOne(this.house.db, trx => openFund(trx, { id: networkId }, by, words)))
  }

  async budget(networkId: string, leader: string, fundName: string, one: GivenBudget): Promise<void> {
    const { by, network } = await this.#leading(networkId, leader)
    const { name, pence, about, overBecause = '', holder = null } = one
    const [ofKind, ofId] = one.of
    const words = { ofKind, ofId, name, pence, about, overBecause, holderId: holder }
    const id = await inOne(this.house.db, async trx =>
      giveBudget(trx, await findFund(trx, by, network, this.funds.get(fundName)!), by, words),
    )
    this.budgets.set(name, id)
  }

  async give({ school, promised, paid, on }: (typeof schoolsPutIn.given)[number]): Promise<void> {
    const { by, network } = await this.#leading('hafren', 'nia')
    const fund = await findFund(this.house.db, by, network, this.funds.get(schoolsPutIn.name)!)
    const given = { promisedPence: promised, paidPence: paid, paidOn: on, version: 0 }
    await inOne(this.house.db, trx => enterContribution(trx, fund, by, school, given))
  }

  async close(name: string): Promise<void> {
    const { by, network } = await this.#leading('hafren', 'nia')
    const next = await inOne(this.house.db, async trx =>
      closeFund(trx, await findFund(trx, by, network, this.funds.get(name)!), by, true),
    )
    this.funds.set(name, next!)
  }

  async #leading(
    networkId: string,
    leader: string,
  ): Promise<{ by: Awaited<ReturnType<typeof castPerson>>; network: Network }> {
    const by = await castPerson(this.house, leader)
    return { by, network: await findNetwork(this.house.db, by, networkId) }
  }
}

function claimDeeds(means: Means, network: string, one: DemoClaim): Deed[] {
  const { house } = means
  const find = async (who: string) => {
    const person = await castPerson(house, who)
    return { person, claim: await findClaim(house.db, person, { id: network }, means.claims.get(one)!) }
  }
  const draft = async () => {
    const person = await castPerson(house, one.by)
    const counted = {
      kind: one.kind,
      halfDays: one.halfDays ?? null,
      minutes: one.minutes ?? null,
      tenthsOfMiles: one.tenthsOfMiles ?? null,
    }
    const words = {
      ...counted,
      ...{ schoolId: one.school, onDay: one.onDay, forWhat: one.forWhat, cover: one.cover ?? null },
      budgetId: means.budgets.get(one.budget)!,
      pence: worth(counted, await ratesOf(house.db, network), one.pence ?? 0),
      ...(await placeOf(house, one)),
    }
    means.claims.set(one, await inOne(house.db, trx => draftClaim(trx, { id: network }, person, words)))
  }
  const send = async () => {
    const { person, claim } = await find(one.by)
    await inOne(house.db, trx => sendClaim(trx, claim, person))
  }
  const answer = (given: NonNullable<DemoClaim['answers']>[number]) => async () => {
    const { person, claim } = await find(given.by)
    await inOne(house.db, trx =>
      given.says === 'yes' ? sayYes(trx, claim, person) : sayNo(trx, claim, person, given.says, given.word ?? ''),
    )
  }
  const pay = (paid: NonNullable<DemoClaim['paid']>) => async () => {
    const { person, claim } = await find(network === 'hafren' ? 'nia' : 'ruth')
    await inOne(house.db, trx => payClaim(trx, claim, person, { paidOn: paid.on, reference: paid.reference }))
  }
  return [
    { at: moment(one.draftedOn, '16:30'), act: draft },
    ...(one.isDraft ? [] : [{ at: moment(one.draftedOn, '16:35'), act: send }]),
    ...(one.answers ?? []).map((given, place) => ({ at: moment(given.on, '17:00', 5 * place), act: answer(given) })),
    ...(one.paid ? [{ at: moment(one.paid.on, '10:30'), act: pay(one.paid) }] : []),
  ]
}

async function placeOf({ db }: House, { action }: DemoClaim) {
  const found =
    action &&
    (await db
      .selectFrom('actions')
      .select('id')
      .where('groupId', '=', action.group)
      .where('number', '=', action.number)
      .executeTakeFirst())
  if (!found) return { forKind: null, forId: null, forHref: '' }
  return { forKind: 'action' as const, forId: found.id, forHref: `/actions/${found.id}` }
}

function bidDeeds(house: House, { on, changed, ...words }: (typeof bids)[number]): Deed[] {
  let id = ''
  const enter = async () => {
    const nia = await castPerson(house, 'nia')
    id = await inOne(house.db, trx => enterBid(trx, { id: 'hafren' }, nia, { ...words, fundId: null }))
  }
  const change = async () => {
    const nia = await castPerson(house, 'nia')
    const bid = await findBid(house.db, nia, { id: 'hafren' }, id)
    const { on: _, ...more } = changed!
    await inOne(house.db, trx => changeBid(trx, bid, nia, { ...words, fundId: null, ...more }))
  }
  return [
    { at: moment(on, '17:10'), act: enter },
    ...(changed ? [{ at: moment(changed.on, '17:10'), act: change }] : []),
  ]
}

/** Days are booked ahead, and entered on the evening of the day where it is past. */
function adviserDeeds(house: House): Deed[] {
  let id = ''
  const found = async (who: string) => {
    const person = await castPerson(house, who)
    return { person, colleague: await findColleague(house.db, person, { id: 'hafren' }, id) }
  }
  const { person, what, name, year, halfDays, baseHalfDays, about, wish, openWish } = adviser
  let asked = ''
  return [
    {
      at: moment(adviser.namedOn, '16:00'),
      act: async () => {
        const nia = await castPerson(house, 'nia')
        const words = { personId: person, what, name, year, halfDays, baseHalfDays, about }
        id = await inOne(house.db, trx => nameColleague(trx, { id: 'hafren' }, nia, words))
      },
    },
    ...adviser.days.map(one => ({
      at: moment(notAfterToday(one.on), '17:30'),
      act: async () => {
        const { person: gareth, colleague } = await found('gareth')
        const words = { schoolId: one.school, onDay: one.on, halfDays: one.halfDays, forWhat: one.forWhat }
        await inOne(house.db, trx => enterDay(trx, colleague, gareth, words))
      },
    })),
    {
      at: moment(wish.on, '19:20'),
      act: async () => {
        const { person: head, colleague } = await found(wish.by)
        const words = { schoolId: wish.school, halfDays: wish.halfDays, reason: wish.reason }
        asked = await inOne(house.db, trx => wishForMore(trx, colleague, head, words))
      },
    },
    {
      at: moment(wish.answer.on, '17:15'),
      act: async () => {
        const { person: nia, colleague } = await found(wish.answer.by)
        const { agreed, word, from } = wish.answer
        const answer = { agreedHalfDays: agreed, word, from: [...from] }
        await inOne(house.db, async trx =>
          answerWish(trx, colleague, await findWish(trx, nia, colleague, asked), nia, answer),
        )
      },
    },
    {
      at: moment(openWish.on, '18:40'),
      act: async () => {
        const { person: head, colleague } = await found(openWish.by)
        const words = { schoolId: openWish.school, halfDays: openWish.halfDays, reason: openWish.reason }
        await inOne(house.db, trx => wishForMore(trx, colleague, head, words))
      },
    },
  ]
}

function swotDeeds(house: House, one: (typeof swots)[number]): Deed[] {
  let id = ''
  const begin = async () => {
    const by = await castPerson(house, one.by)
    await inOne(house.db, async trx => {
      id = await beginSwot(trx, { id: 'hafren' }, by, { title: one.title, heldOn: one.heldOn })
      for (const [field, body] of Object.entries(one.texts))
        if (body) await putText(trx, { kind: swotKind, owner: id, field }, body, by)
    })
  }
  const settle = async () => {
    const by = await castPerson(house, one.by)
    const swot = await findSwot(house.db, by, { id: 'hafren' }, id)
    await inOne(house.db, trx => settleSwot(trx, swot, by))
  }
  const began = moment(notAfterToday(one.heldOn), '16:00')
  return [{ at: began, act: begin }, ...(one.settledOn ? [{ at: moment(one.settledOn, '16:00'), act: settle }] : [])]
}

async function setUp(house: House, { by, papers, on: _, ...words }: (typeof evenings)[number]): Promise<void> {
  const leader = await castPerson(house, by)
  const schools = await house.db.selectFrom('schools').select('id').where('networkId', '=', 'hafren').execute()
  await inOne(house.db, async trx => {
    const id = await makeEvening(
      trx,
      { id: 'hafren' },
      leader,
      words,
      schools.map(one => one.id),
    )
    for (const paper of papers) await addPapers(trx, { id }, leader, paper, [])
  })
}

async function ring(house: House, { person, telephone, bestTime }: (typeof toRing)[number]): Promise<void> {
  const head = await castPerson(house, person)
  await inOne(house.db, trx => beToRing(trx, { id: 'hafren' }, head, { telephone, bestTime }))
}
