import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { findNetwork, findNetworkAround } from '../../networks/networks.js'
import { tell } from '../../people/sessions.js'
import { formOf, read, withChoices } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { PeriodForm } from '../forms.js'
import { keptKind } from '../kinds/kinds.js'
import type { KeptKind } from '../kinds/kind.js'
import { maySetPeriods } from '../permissions.js'
import { keepingPage, periodPage } from './keeping-page.js'
import { keepAsUsual, periodsOf, setPeriod } from './periods.js'

const leadersSet = 'The leaders of the network say how long it keeps things.'

/** How long the network keeps things: read by everybody in it, set by those who lead it. */
export function periodRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/keeping', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetworkAround(db, person, req.params.network)
    show(res, 'keeping/index', await keepingPage(db, person, network))
  })

  routes.post('/networks/:network/keeping', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(maySetPeriods(person, network), leadersSet)
    const set = await inOne(db, trx => keepAsUsual(trx, network, person))
    await tell(db, res, `${plural(set, 'kind of thing is', 'kinds of things are')} kept as long as is usual.`)
    res.redirect(303, `/networks/${network.id}/keeping`)
  })

  routes.get('/networks/:network/keeping/:kind', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const kind = found(req.params.kind)
    allow(maySetPeriods(person, network), leadersSet)
    const now = (await periodsOf(db, network.id)).find(one => one.kind === kind)!
    const form = formOf({ months: now.chosen ? (now.months ?? 'never') : kind.usual, because: now.never })
    show(res, 'keeping/period', periodPage(network, person, kind, form))
  })

  routes.post('/networks/:network/keeping/:kind', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    const kind = found(req.params.kind)
    allow(maySetPeriods(person, network), leadersSet)
    const among = [...kind.offered.map(months => ({ value: String(months) })), { value: 'never' }]
    const reading = withChoices(read(PeriodForm, req.body), req.body, {
      months: { among, otherwise: 'Choose one of the periods that are offered' },
    })
    if (!reading.ok) return show(res.status(422), 'keeping/period', periodPage(network, person, kind, reading.form))
    const { months, because } = reading.values
    const chosen = { months: months === 'never' ? null : Number(months), because: months === 'never' ? because : '' }
    await inOne(db, trx => setPeriod(trx, network, kind, chosen, person))
    await tell(db, res, `${kind.name}: saved.`)
    res.redirect(303, `/networks/${network.id}/keeping`)
  })

  return routes
}

function found(kind: string): KeptKind {
  const one = keptKind(kind)
  if (!one) throw new NotFound('page')
  return one
}
