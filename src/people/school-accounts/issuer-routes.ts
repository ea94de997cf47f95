import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { administrationTabs, asAdministrator } from '../administration/as-administrator.js'
import { tell } from '../sessions.js'
import { backFrom } from './going-and-coming.js'
import { issuerForm, NewIssuerForm } from './issuer-form.js'
import { addIssuer, allIssuers, changeIssuer, findIssuer, type IssuerWithPeople, turnOff, turnOn } from './issuers.js'
import { issuerKinds, presets } from './presets.js'
import { tryIssuer } from './trying.js'

const here = '/administration/school-accounts'

/** The site's administrators set up where people's own accounts are, and turn each on and off. */
export function issuerRoutes(house: House): Router {
  const { db, keys, baseUrl } = house
  const routes = Router()

  routes.get(here, async (_req, res) => {
    asAdministrator(res)
    const issuers = await allIssuers(db)
    show(res, 'people/issuers', { title: 'School accounts', tabs: administrationTabs(here), issuers })
  })

  routes.get(`${here}/new`, (_req, res) => {
    asAdministrator(res)
    showNew(res, formOf())
  })

  routes.post(here, async (req, res) => {
    const by = asAdministrator(res)
    const reading = read(NewIssuerForm, req.body)
    if (!reading.ok) return showNew(res.status(422), reading.form)
    const { id } = await inOne(db, trx => addIssuer(trx, reading.values.kind, by))
    res.redirect(303, `${here}/${id}`)
  })

  routes.get(`${here}/:issuer`, async (req, res) => {
    asAdministrator(res)
    const issuer = await findIssuer(db, req.params.issuer)
    const { name, address, clientId, domains, asksSecondStepSince } = issuer
    showIssuer(res, issuer, formOf({ name, address, clientId, domains, asksSecondStep: asksSecondStepSince && 'yes' }))
  })

  routes.post(`${here}/:issuer`, async (req, res) => {
    const by = asAdministrator(res)
    const issuer = await findIssuer(db, req.params.issuer)
    const reading = read(issuerForm(issuer.kind, baseUrl), req.body)
    if (!reading.ok) return showIssuer(res.status(422), issuer, reading.form)
    if (!reading.values.secret && !issuer.sealedSecret)
      return showIssuer(res.status(422), issuer, addMistake(formOf(req.body), 'secret', 'Enter the client secret'))
    await inOne(db, trx => changeIssuer(trx, keys, issuer, reading.values, by))
    await tell(db, res, `What you said of ${reading.values.name} is saved.`)
    res.redirect(303, `${here}/${issuer.id}#trying`)
  })

  routes.post(`${here}/:issuer/trying`, async (req, res) => {
    asAdministrator(res)
    const issuer = await findIssuer(db, req.params.issuer)
    const found = await tryIssuer(house, issuer)
    await tell(db, res, found.sentence, found.ok ? 'done' : 'waiting')
    res.redirect(303, `${here}/${issuer.id}`)
  })

  routes.post(`${here}/:issuer/turning-on`, async (req, res) => {
    const by = asAdministrator(res)
    const issuer = await findIssuer(db, req.params.issuer)
    await inOne(db, trx => turnOn(trx, issuer, by))
    await tell(db, res, `Sign in with ${issuer.name} stands at the door.`)
    res.redirect(303, here)
  })

  routes.post(`${here}/:issuer/turning-off`, async (req, res) => {
    const by = asAdministrator(res)
    const issuer = await findIssuer(db, req.params.issuer)
    await inOne(db, trx => turnOff(trx, issuer, by))
    await tell(db, res, `Nobody comes in with ${issuer.name} any more. What people have joined stays joined.`)
    res.redirect(303, here)
  })

  function showNew(res: Response, form: FormState): void {
    const kinds = issuerKinds.map(kind => ({
      value: kind,
      text: kind === 'another' ? 'Somewhere else' : presets[kind].name,
      hint: presets[kind].hint,
    }))
    const breadcrumbs = [{ href: here, text: 'School accounts' }]
    show(res, 'people/issuer-new', { title: 'Where are the accounts?', breadcrumbs, kinds, form })
  }

  function showIssuer(res: Response, issuer: IssuerWithPeople, form: FormState): void {
    const preset = presets[issuer.kind]
    show(res, 'people/issuer', {
      title: issuer.name,
      breadcrumbs: [{ href: here, text: 'School accounts' }],
      issuer,
      form: { ...form, values: { ...form.values, secret: '' } },
      hint: preset.addressHint,
      looksLike: 'is' in preset.address ? preset.address.is : preset.address.looksLike,
      back: backFrom(issuer, baseUrl),
      hasSecret: issuer.sealedSecret !== null,
      isReady: issuer.address !== '' && issuer.clientId !== '' && issuer.sealedSecret !== null,
      address: `${here}/${issuer.id}`,
    })
  }

  return routes
}
