import { Router } from 'express'
import { inOne } from '../../database.js'
import { NotAllowed } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { beginningOf, momentOf, now, today } from '../../web/now.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { addMistake, formOf, read, withChoices } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { AskForm, BreachForm } from '../forms.js'
import { requestsPage } from '../list-page.js'
import { findRequestsOf, openRequest, requestsOf } from '../requests.js'
import { codesTyped, namesTyped } from './naming.js'
import { newBreachPage, newRequestPage, wholeNetwork } from './new-pages.js'

const perPage = 25
const notYours = 'A case is opened by the head or data lead of a school, or by a leader of the network.'

/** The cases of a network, and opening one. */
export function openingRoutes(house: House): Router {
  const { db, keys } = house
  const routes = Router()
  const at = '/networks/:network/requests' as const

  routes.get(at, async (req, res) => {
    const there = await findRequestsOf(db, signedIn(res), req.params.network)
    const { rows, total } = await requestsOf(db, there, pageNumber(req), perPage)
    show(res, 'requests/index', requestsPage(there, pageOf(req, rows, total, perPage)))
  })

  routes.get(`${at}/new`, async (req, res) => {
    const there = await findRequestsOf(db, signedIn(res), req.params.network)
    const page = await newRequestPage(
      db,
      there,
      formOf({ receivedOn: today(), kind: queried(req, 'kind') || 'access' }),
    )
    if (page.schools.length === 0) throw new NotAllowed(notYours)
    show(res, 'requests/new', page)
  })

  routes.post(at, async (req, res) => {
    const there = await findRequestsOf(db, signedIn(res), req.params.network)
    const page = await newRequestPage(db, there, formOf(req.body))
    if (page.schools.length === 0) throw new NotAllowed(notYours)
    const reading = withChoices(read(AskForm, req.body), req.body, {
      school: { among: page.schools, otherwise: 'Choose a school of yours' },
      person: { among: page.people, otherwise: 'Choose somebody of this list' },
    })
    if (!reading.ok) return show(res.status(422), 'requests/new', { ...page, form: reading.form })
    const { kind, school, about, receivedOn, person: who, names, codes, ...words } = reading.values
    const schoolId = school === wholeNetwork ? null : school
    const known = about === 'pupil' ? await codesTyped(house, there, schoolId, codes) : null
    if (known?.mistake) {
      addMistake(page.form, 'codes', known.mistake)
      return show(res.status(422), 'requests/new', page)
    }
    const pupil = { names: namesTyped([names, ...(known?.names ?? [])].join('\n')), codes: known?.codes ?? [] }
    const adult = page.people.find(one => one.value === who)
    const id = await inOne(db, trx =>
      openRequest({ trx, keys }, there.person, {
        ...{ kind, networkId: there.network.id, schoolId, receivedAt: beginningOf(receivedOn) },
        personId: about === 'adult' ? who : null,
        said: { ...words, ...(about === 'adult' ? { names: [adult!.text] } : pupil) },
      }),
    )
    await tell(db, res, 'The case is open. Note next how you know who is asking, and look through the workbench.')
    res.redirect(303, `${there.listAddress}/${id}`)
  })

  routes.get(`${at}/new-breach`, async (req, res) => {
    const there = await findRequestsOf(db, signedIn(res), req.params.network)
    show(res, 'requests/new-breach', await newBreachPage(db, there, formOf({ awareOn: today() })))
  })

  routes.post(`${at}/new-breach`, async (req, res) => {
    const there = await findRequestsOf(db, signedIn(res), req.params.network)
    const page = await newBreachPage(db, there, formOf(req.body))
    const reading = withChoices(read(BreachForm, req.body), req.body, {
      school: { among: page.schools, otherwise: 'Choose a school of yours' },
    })
    if (!reading.ok) return show(res.status(422), 'requests/new-breach', { ...page, form: reading.form })
    const { school, awareOn, awareAt, words } = reading.values
    if (school === '' && !page.leads) {
      addMistake(page.form, 'school', 'Choose the school whose data they are')
      return show(res.status(422), 'requests/new-breach', page)
    }
    const known = awareAt === '' ? beginningOf(awareOn) : momentOf(awareOn, awareAt)
    const id = await inOne(db, trx =>
      openRequest({ trx, keys }, there.person, {
        ...{ kind: 'breach', networkId: there.network.id, schoolId: school || null },
        receivedAt: known > now() ? now() : known,
        said: { words },
      }),
    )
    await tell(db, res, 'The case is open. The 72 hours run from the moment at which somebody became aware.')
    res.redirect(303, `${there.listAddress}/${id}`)
  })

  return routes
}
