import { Router } from 'express'
import { inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read } from '../../web/read.js'
import { sendCsv } from '../../web/csv.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findMoney, findResources } from '../finding.js'
import { contributionColumns } from './columns.js'
import { contributionsFor, contributionsTo, enterContribution } from './contributions.js'
import { ContributionForm } from './fund-forms.js'
import { contributionFormPage, contributionsPage } from './fund-pages.js'
import { findFund } from './funds.js'

/** What schools promise and pay: entered by the network’s leaders; a head takes home the lines of the own school. */
export function contributionRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/resources/funds/:fund/contributions' as const

  routes.get(at, async (req, res) => {
    const { there, fund } = await found(req.params, res)
    show(res, 'resources/contributions', await contributionsPage(db, there, fund))
  })

  routes.get(`${at}/:school`, async (req, res) => {
    const { there, fund, one } = await foundOne(req.params, res)
    show(res, 'resources/contribution-edit', contributionFormPage(there, fund, one))
  })

  routes.post(`${at}/:school`, async (req, res) => {
    const { there, fund, one } = await foundOne(req.params, res)
    const reading = read(ContributionForm, req.body)
    if (!reading.ok) {
      const page = contributionFormPage(there, fund, one, reading.form)
      return show(res.status(422), 'resources/contribution-edit', page)
    }
    const { promised, paid, paidOn, version } = reading.values
    const given = { promisedPence: promised, paidPence: paid, paidOn: paid > 0 ? paidOn : null, version }
    await inOne(db, trx => enterContribution(trx, fund, there.person, one.school.id, given))
    // The first time, one school after the other is entered without going back to the list.
    const next = one.version === 0 ? (await contributionsTo(db, fund)).find(({ version }) => version === 0) : undefined
    await tell(db, res, next ? `${one.school.name} is entered. ${next.school.name} comes next.` : 'It is entered.')
    res.redirect(303, `${there.address}/funds/${fund.id}/contributions${next ? `/${next.school.id}` : ''}`)
  })

  routes.get('/networks/:network/resources/contributions.csv', async (req, res) => {
    const { person, network } = await findResources(db, signedIn(res), req.params.network)
    sendCsv(res, `${network.id}-contributions`, contributionColumns, await contributionsFor(db, person, network))
  })

  async function found(params: { network: string; fund: string }, res: Parameters<typeof signedIn>[0]) {
    const there = await findMoney(db, signedIn(res), params.network)
    const fund = await findFund(db, there.person, there.network, params.fund)
    if (fund.kind !== 'contributions') throw new NotFound('page')
    return { there, fund }
  }

  async function foundOne(
    params: { network: string; fund: string; school: string },
    res: Parameters<typeof signedIn>[0],
  ) {
    const { there, fund } = await found(params, res)
    const one = (await contributionsTo(db, fund)).find(({ school }) => school.id === params.school)
    if (!one) throw new NotFound('school')
    return { there, fund, one }
  }

  return routes
}
