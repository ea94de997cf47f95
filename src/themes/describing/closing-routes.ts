import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { findTheme, type FoundTheme, openGroupsByTheme } from '../themes.js'
import { closeTheme, reopenTheme } from './describing.js'
import { ClosingForm } from './theme-forms.js'

/** A theme comes to its end with a word, and can be reopened. */
export function closingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/themes/:theme' as const

  routes.get(`${at}/closing`, async (req, res) => {
    const found = await toLead(db, signedIn(res), req.params)
    if (found.theme.closedAt) throw new Conflict('This theme has been closed already.')
    const groups = (await openGroupsByTheme(db, found.network.id)).get(found.theme.id) ?? 0
    const { theme, head, address } = found
    show(res, 'themes/closing', { title: `Close ${theme.name}`, head, theme, address, groups, form: formOf() })
  })

  routes.post(`${at}/closing`, async (req, res) => {
    const found = await toLead(db, signedIn(res), req.params)
    const { person, theme, head, address } = found
    const reading = read(ClosingForm, req.body)
    if (!reading.ok) {
      const groups = (await openGroupsByTheme(db, found.network.id)).get(theme.id) ?? 0
      const page = { title: `Close ${theme.name}`, head, theme, address, groups, form: reading.form }
      return show(res.status(422), 'themes/closing', page)
    }
    await inOne(db, trx => closeTheme(trx, theme, person, reading.values.because))
    await tell(db, res, `${theme.name} is closed. Everything in it stays to be read.`)
    res.redirect(303, address)
  })

  routes.post(`${at}/reopening`, async (req, res) => {
    const { person, theme, address } = await toLead(db, signedIn(res), req.params)
    await inOne(db, trx => reopenTheme(trx, theme, person))
    await tell(db, res, `${theme.name} is open again.`)
    res.redirect(303, address)
  })

  return routes
}

async function toLead(db: Db, person: Reader, at: { network: string; theme: string }): Promise<FoundTheme> {
  const found = await findTheme(db, person, at)
  allow(found.may.lead)
  return found
}
