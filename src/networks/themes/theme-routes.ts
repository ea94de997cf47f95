import { Router } from 'express'
import type { Db } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Person } from '../../people/person.js'
import { tell } from '../../people/sessions.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ThemeForm } from '../forms.js'
import { networkHead } from '../head.js'
import { findNetwork } from '../networks.js'
import type { ThemesPage } from '../pages.js'
import { mayChangeSettings } from '../permissions.js'
import type { Network } from '../tables.js'
import { addTheme, themesWithLeaders } from './themes.js'

/** The themes of a network. */
export function themeRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/themes', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    show(res, 'networks/themes', await themesPage(db, person, network, formOf()))
  })

  routes.post('/networks/:network/themes', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    allow(mayChangeSettings(person, network))
    const reading = read(ThemeForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'networks/themes', await themesPage(db, person, network, reading.form))
    await addTheme(db, network, reading.values)
    await tell(db, res, `The theme “${reading.values.name}” is added.`)
    res.redirect(303, `/networks/${network.id}/themes`)
  })

  return routes
}

async function themesPage(db: Db, person: Person, network: Network, form: FormState): Promise<ThemesPage> {
  return {
    title: `Themes of ${network.name}`,
    head: networkHead(network, person, 'themes'),
    network,
    themes: await themesWithLeaders(db, network.id),
    form,
    may: { change: mayChangeSettings(person, network) },
  }
}
