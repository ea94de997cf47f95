import { Router } from 'express'
import { inOne } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findMoney } from '../finding.js'
import { penceOf } from '../money.js'
import { ClosingForm, FundChange, FundForm } from './fund-forms.js'
import { closingPage, fundFormPage, fundPage } from './fund-pages.js'
import { changeFund, closeFund, findFund, leadersOf, openFund } from './funds.js'

/** Funds are opened, described and closed by the network’s leaders; for everybody else they do not exist. */
export function fundRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/resources/funds' as const

  routes.get(`${at}/new`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    show(res, 'resources/fund-edit', await fundFormPage(db, there, {}))
  })

  routes.post(at, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const reading = read(FundForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const holder = await isLeader(there.network.id, reading.ok ? reading.values.holder : '')
    if (reading.ok && !holder) addMistake(form, 'holder', 'Choose somebody who leads the network')
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'resources/fund-edit', await fundFormPage(db, there, { form }))
    const { name, kind, year, about, sum } = reading.values
    const pence = typeof sum === 'number' ? sum : 0
    const words = { name, kind, year, about, pence, holderId: reading.values.holder }
    const id = await inOne(db, trx => openFund(trx, there.network, there.person, words))
    await tell(db, res, `“${name}” is open.`)
    res.redirect(303, `${there.address}/funds/${id}`)
  })

  routes.get(`${at}/:fund`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const fund = await findFund(db, there.person, there.network, req.params.fund)
    show(res, 'resources/fund', await fundPage(db, there, fund))
  })

  routes.get(`${at}/:fund/edit`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const fund = await findFund(db, there.person, there.network, req.params.fund)
    show(res, 'resources/fund-edit', await fundFormPage(db, there, { fund }))
  })

  routes.post(`${at}/:fund`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const fund = await findFund(db, there.person, there.network, req.params.fund)
    const reading = read(FundChange, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const pence = fund.kind === 'contributions' ? 0 : penceOf(reading.ok ? reading.values.sum : '')
    if (reading.ok && fund.kind !== 'contributions' && !pence && fund.carriedPence === 0)
      addMistake(form, 'sum', 'Enter a sum in pounds, such as £1,240.50')
    if (reading.ok && !(await isLeader(there.network.id, reading.values.holder)))
      addMistake(form, 'holder', 'Choose somebody who leads the network')
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'resources/fund-edit', await fundFormPage(db, there, { fund, form }))
    const { name, about, holder } = reading.values
    const words = { name, about, pence: pence ?? 0, holderId: holder }
    await inOne(db, trx => changeFund(trx, fund, there.person, words))
    await tell(db, res, 'The fund is saved.')
    res.redirect(303, `${there.address}/funds/${fund.id}`)
  })

  routes.get(`${at}/:fund/closing`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const fund = await findFund(db, there.person, there.network, req.params.fund)
    if (fund.closedAt) throw new Conflict('This fund is closed already.')
    show(res, 'resources/fund-closing', await closingPage(db, there, fund))
  })

  routes.post(`${at}/:fund/closing`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const reading = read(ClosingForm, req.body)
    const id = await inOne(db, async trx => {
      const fund = await findFund(trx, there.person, there.network, req.params.fund)
      return closeFund(trx, fund, there.person, reading.ok && reading.values.carry === 'yes')
    })
    await tell(db, res, id ? 'The fund is closed. What was left is in the new one.' : 'The fund is closed.')
    res.redirect(303, `${there.address}/funds/${id ?? req.params.fund}`)
  })

  async function isLeader(networkId: string, id: string): Promise<boolean> {
    return (await leadersOf(db, networkId)).some(one => one.id === id)
  }

  return routes
}
