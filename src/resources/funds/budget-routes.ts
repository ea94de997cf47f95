import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { claimsOnBudget } from '../claims/claims.js'
import { ratesOf, changeRates } from '../claims/rates.js'
import { findMoney, findResources } from '../finding.js'
import { budgetLine, claimLine } from '../lines.js'
import { pounds, typedPounds } from '../money.js'
import { mayAnswerClaim, mayKeepMoney } from '../permissions.js'
import { yearSaid } from '../school-year.js'
import { endBudget, findBudget, giveBudget, inTheRed } from './budgets.js'
import { budgetWordsOf } from './budget-words.js'
import { BudgetForm, RatesForm } from './fund-forms.js'
import { budgetFormPage } from './fund-pages.js'
import { findFund } from './funds.js'

const perPage = 25

/** A fund is given to budgets; whoever holds one sees what was claimed on it. */
export function budgetRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/resources' as const

  routes.get(`${at}/funds/:fund/budgets/new`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const fund = await findFund(db, there.person, there.network, req.params.fund)
    if (fund.closedAt) throw new Conflict('This fund is closed.')
    show(res, 'resources/budget-edit', await budgetFormPage(db, there, fund))
  })

  routes.post(`${at}/funds/:fund/budgets`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const fund = await findFund(db, there.person, there.network, req.params.fund)
    if (fund.closedAt) throw new Conflict('This fund is closed.')
    const reading = read(BudgetForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const words = reading.ok ? await budgetWordsOf(db, there.network.id, reading.values, form) : undefined
    const red = words && inTheRed(fund, words.pence)
    if (red && !words.overBecause) addMistake(form, form.errors.sum ? 'overBecause' : 'sum', red)
    if (!words || form.summary.length > 0)
      return show(res.status(422), 'resources/budget-edit', await budgetFormPage(db, there, fund, form))
    const given = { ...words, overBecause: red ? words.overBecause : '' }
    await inOne(db, trx => giveBudget(trx, fund, there.person, given))
    await tell(db, res, `${words.name} has a budget of ${pounds(words.pence)}.`)
    res.redirect(303, `${there.address}/funds/${fund.id}`)
  })

  routes.get(`${at}/budgets/:budget`, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    const { person, network, head, address } = there
    const budget = await findBudget(db, person, network, req.params.budget)
    const number = pageNumber(req)
    const { rows, total } = await claimsOnBudget(db, person, budget, { number, size: perPage })
    const lines = rows.map(one => claimLine(address, one, mayAnswerClaim(person, { ...one, hasOtherHead: true })))
    const { about } = budget
    const keeps = mayKeepMoney(person, network)
    // Why the fund was short may tell of those who give to it.
    const overBecause = keeps ? budget.overBecause : ''
    const fund = `${budget.fund.name}, ${yearSaid(budget.fund.year)}`
    show(res, 'resources/budget', {
      title: budget.name,
      head,
      at: address,
      budget: { ...budgetLine(address, budget), about, overBecause, fund, paid: pounds(budget.sums.paid) },
      claims: pageOf(req, lines, total, perPage),
      may: { end: keeps && !budget.endedAt },
      endAt: `${address}/budgets/${budget.id}/ending`,
    })
  })

  routes.post(`${at}/budgets/:budget/ending`, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    const budget = await findBudget(db, there.person, there.network, req.params.budget)
    allow(mayKeepMoney(there.person, there.network), 'The network leaders end a budget.')
    await inOne(db, trx => endBudget(trx, budget, there.person))
    await tell(db, res, 'The budget has ended. What was not used is back in the fund.')
    res.redirect(303, `${there.address}/funds/${budget.fundId}`)
  })

  routes.get(`${at}/rates`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const { halfDayPence, hourPence, milePence } = await ratesOf(db, there.network.id)
    const [halfDay, hour, mile] = [halfDayPence, hourPence, milePence].map(typedPounds)
    show(res, 'resources/rates', ratesPage(there, formOf({ halfDay, hour, mile })))
  })

  routes.post(`${at}/rates`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const reading = read(RatesForm, req.body)
    if (!reading.ok) return show(res.status(422), 'resources/rates', ratesPage(there, reading.form))
    const { halfDay, hour, mile } = reading.values
    const rates = { halfDayPence: halfDay, hourPence: hour, milePence: mile }
    await inOne(db, trx => changeRates(trx, there.network.id, there.person, rates))
    await tell(db, res, 'The rates are saved. They hold for claims from now on.')
    res.redirect(303, there.address)
  })

  return routes
}

function ratesPage({ head, address }: Awaited<ReturnType<typeof findMoney>>, form: ReturnType<typeof formOf>) {
  return { title: 'What the network pays', head, at: address, address: `${address}/rates`, back: address, form }
}
