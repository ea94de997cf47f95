import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import { findNetwork } from '../../networks/networks.js'
import { maySeeInside } from '../../networks/permissions.js'
import type { Network } from '../../networks/tables.js'
import { tell } from '../../people/sessions.js'
import type { Brought } from '../../room.js'
import { sendCsvText } from '../../web/csv.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { themeList } from '../in-the-year/lists.js'
import '../pages.js'
import { mayArrangeThemes } from '../permissions.js'
import { findTheme } from '../themes.js'
import { addTheme, describeTheme } from './describing.js'
import { NewThemeForm, ThemeForm } from './theme-forms.js'
import { themePage } from './theme-page.js'
import { themesInList } from './theme-list.js'

/** The themes of a network: listed, added, opened, described. */
export function themeRoutes({ db }: House, brought: Brought): Router {
  const routes = Router()
  const at = '/networks/:network/themes' as const

  routes.get(at, async (req, res) => {
    const { person, network } = await toRead(db, signedIn(res), req.params.network)
    show(res, 'themes/index', await indexPage(db, person, network, formOf()))
  })

  routes.get('/networks/:network/themes.csv', async (req, res) => {
    const { person, network } = await toRead(db, signedIn(res), req.params.network)
    sendCsvText(res, `${network.id}-themes`, await themeList.csv(db, person, network))
  })

  routes.post(at, async (req, res) => {
    const { person, network } = await toRead(db, signedIn(res), req.params.network)
    allow(mayArrangeThemes(person, network.id))
    const reading = read(NewThemeForm, req.body)
    if (!reading.ok) return show(res.status(422), 'themes/index', await indexPage(db, person, network, reading.form))
    const id = await inOne(db, trx => addTheme(trx, network, person, reading.values))
    await tell(db, res, `The theme “${reading.values.name}” is added.`)
    res.redirect(303, `/networks/${network.id}/themes/${id}`)
  })

  routes.get(`${at}/:theme`, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    show(res, 'themes/show', await themePage(db, brought.inTheYear.beside, found))
  })

  routes.get(`${at}/:theme/edit`, async (req, res) => {
    const { theme, head, address, may } = await findTheme(db, signedIn(res), req.params)
    allow(may.change)
    const { name, about, focus } = theme
    show(res, 'themes/edit', { title: `Change ${name}`, head, theme, address, form: formOf({ name, about, focus }) })
  })

  routes.post(`${at}/:theme`, async (req, res) => {
    const { person, theme, head, address, may } = await findTheme(db, signedIn(res), req.params)
    allow(may.change)
    const reading = read(ThemeForm, req.body)
    if (!reading.ok) {
      const page = { title: `Change ${theme.name}`, head, theme, address, form: reading.form }
      return show(res.status(422), 'themes/edit', page)
    }
    await inOne(db, trx => describeTheme(trx, theme, person, reading.values))
    await tell(db, res, 'The theme is saved.')
    res.redirect(303, address)
  })

  return routes
}

async function toRead(db: Db, person: Reader, id: string) {
  const network = await findNetwork(db, person, id)
  if (!maySeeInside(person, network)) throw new NotFound('themes')
  return { person, network }
}

async function indexPage(db: Db, person: Reader, network: Network, form: FormState) {
  const all = await themesInList(db, network.id)
  return {
    title: 'Themes',
    head: networkHead(network, person, 'themes'),
    network,
    themes: all.filter(theme => theme.closedAt === null),
    closed: all.filter(theme => theme.closedAt !== null),
    form,
    may: { add: mayArrangeThemes(person, network.id) },
  }
}
