import { type Request, Router } from 'express'
import { inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { handToPage } from '../people/handing-to-pages.js'
import { tell } from '../people/sessions.js'
import { read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { dossierPage } from './dossier-page.js'
import { dossierAddress, dossierPlaces } from './dossier.js'
import { LinkForm } from './forms.js'
import { makeLink, withdrawLink } from './links.js'
import { mayLink } from './permissions.js'

type OfSchool = Request<{ of: string; school: string }>
type OfLink = Request<{ of: string; school: string; link: string }>

const onlyByLeaders = 'The lead learner, a leader of the network or the head makes a link.'

/** Making a link by which somebody without an account reads the dossier, and withdrawing one. */
export function linksRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  for (const { address, find } of dossierPlaces) {
    routes.post(`${address}/links`, async (req: OfSchool, res) => {
      const person = signedIn(res)
      const dossier = await find(db, person, req.params.of, req.params.school)
      allow(mayLink(person, dossier), onlyByLeaders)
      const reading = read(LinkForm, req.body)
      if (!reading.ok)
        return show(res.status(422), 'dossiers/show', await dossierPage(house, person, dossier, { form: reading.form }))
      const link = await inOne(db, trx => makeLink(trx, dossier, person, Number(reading.values.days), baseUrl))
      res.redirect(303, await handToPage(db, res, dossierAddress(dossier), { link }))
    })

    routes.post(`${address}/links/:link/withdrawal`, async (req: OfLink, res) => {
      const person = signedIn(res)
      const dossier = await find(db, person, req.params.of, req.params.school)
      allow(mayLink(person, dossier), onlyByLeaders)
      await inOne(db, trx => withdrawLink(trx, dossier, person, req.params.link))
      await tell(db, res, 'The link is withdrawn. From now on it leads nowhere.')
      res.redirect(303, dossierAddress(dossier))
    })
  }

  return routes
}
