import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { whereTakingOffIsAsked } from '../second-step/asking-to-take-off.js'
import { hasSecondStep } from '../second-step/second-step.js'
import { tell } from '../sessions.js'
import { WhyForm } from '../forms.js'
import type { AdministrationActPage } from '../pages.js'
import { type Account, accounts, findAccount, isLastAdministrator, mayHelp } from './administering.js'
import { type Act, actNamed, acts } from './administration-acts.js'
import { administrationTabs, asAdministrator } from './as-administrator.js'
import { accountColumns } from './columns.js'

const perPage = 50

/** The accounts of the site, and what its administrators may do to one. It gives no right to anybody's work. */
export function administeringRoutes({ db, mail }: House): Router {
  const routes = Router()

  routes.get('/administration', async (req, res) => {
    asAdministrator(res)
    const [words, only] = [queried(req, 'words'), queried(req, 'standing')]
    const found = await accounts(db, words, only)
    const from = (pageNumber(req) - 1) * perPage
    show(res, 'people/administration', {
      title: 'People',
      tabs: administrationTabs('/administration'),
      people: pageOf(req, found.slice(from, from + perPage), found.length, perPage),
      words,
      only,
    })
  })

  routes.get('/administration.csv', async (req, res) => {
    asAdministrator(res)
    const found = await accounts(db, queried(req, 'words'), queried(req, 'standing'))
    sendCsv(res, 'accounts', accountColumns, found)
  })

  routes.get('/administration/people/:person', async (req, res) => {
    const me = asAdministrator(res)
    const person = await findAccount(db, req.params.person)
    show(res, 'people/administration-person', {
      title: person.name,
      breadcrumbs: [{ href: '/administration', text: 'Administration' }],
      person,
      isMe: me.id === person.id,
      lastAdministrator: await isLastAdministrator(db, person),
      secondStep: await hasSecondStep(db, person.id),
      asked: await whereTakingOffIsAsked(db, person.id),
      mayHelp: await mayHelp(db, me, person, mail.leaves),
    })
  })

  routes.get('/administration/people/:person/:act', async (req, res) => {
    asAdministrator(res)
    const act = actNamed(req.params.act)
    show(res, 'people/administration-act', actPage(act, await findAccount(db, req.params.person), req.path, formOf()))
  })

  routes.post('/administration/people/:person/:act', async (req, res) => {
    const me = asAdministrator(res)
    const act = actNamed(req.params.act)
    const account = await findAccount(db, req.params.person)
    const reading = act.asks ? read(WhyForm, req.body) : { ok: true as const, values: { because: '' } }
    if (!reading.ok)
      return show(res.status(422), 'people/administration-act', actPage(act, account, req.path, reading.form))
    await inOne(db, trx => act.does(trx, account, me, reading.values.because))
    await tell(db, res, act.said(account.name))
    res.redirect(303, account.id === me.id ? '/' : `/administration/people/${account.id}`)
  })

  return routes
}

function actPage(act: Act, { id, name }: Account, address: string, form: FormState): AdministrationActPage {
  return {
    ...act.page(name),
    ...{ address, form, reason: act.asks?.(name) ?? null },
    danger: act === acts.disabling,
    back: { href: `/administration/people/${id}`, text: 'Leave it as it is' },
  }
}
