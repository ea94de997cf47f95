import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read, withChoices } from '../../web/read.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { BeginForm } from '../forms.js'
import { findInstrument } from '../instruments/own.js'
import { mayReadReviews } from '../permissions.js'
import { NotFound } from '../../errors.js'
import { allRounds, roundColumns } from '../year/lists.js'
import { askedBefore } from './again.js'
import { allowBeginning, askingAgain, beginPage, closedRounds, themesLedBy } from './begin-page.js'
import { peopleOfCompanies } from './companies.js'
import { peopleToAsk, withRolesIn } from './company.js'
import { beginRoundWith } from './doing.js'
import { reviewsPage } from './list-page.js'
import './pages.js'
import { roundPage } from './round-page.js'
import { findReviewsOf, findRound, roundsOf } from './rounds.js'

const perPage = 20

/** The reviews of a network: their list, a new one, and one of them. */
export function roundRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/reviews' as const

  routes.get(at, async (req, res) => {
    const there = await findReviewsOf(db, signedIn(res), req.params.network)
    const { rows, total } = await roundsOf(db, there, pageNumber(req), perPage)
    const themes = await themesLedBy(db, there.person, there.network)
    const page = await reviewsPage(
      db,
      there,
      themes.map(one => one.id),
      pageOf(req, rows, total, perPage),
    )
    show(res, 'reviews/index', page)
  })

  routes.get(`${at}.csv`, async (req, res) => {
    const there = await findReviewsOf(db, signedIn(res), req.params.network)
    if (!mayReadReviews(there.person, there.network)) throw new NotFound('list')
    sendCsv(res, `${there.network.id}-reviews`, roundColumns, await allRounds(db, there.person, there.network))
  })

  routes.get(`${at}/new`, async (req, res) => {
    const there = await findReviewsOf(db, signedIn(res), req.params.network)
    await allowBeginning(db, there)
    const page = await beginPage(db, there)
    const { instrument, follows } = req.query
    if (typeof instrument === 'string') page.form.values.instrument = instrument
    const before = (await closedRounds(db, there.person, there.network.id)).find(one => one.id === follows)
    show(res, 'reviews/begin', before ? askingAgain(page, before) : page)
  })

  routes.post(at, async (req, res) => {
    const there = await findReviewsOf(db, signedIn(res), req.params.network)
    await allowBeginning(db, there)
    const { person, network, listAddress } = there
    const page = await beginPage(db, there, formOf(req.body))
    const reading = withChoices(read(BeginForm, req.body), req.body, {
      instrument: { among: page.instruments, otherwise: 'Choose what you look at yourselves with' },
      companies: { among: page.companies, otherwise: 'Choose a company of this list' },
      follows: { among: page.earlier, otherwise: 'Choose a review that is closed' },
    })
    if (!reading.ok) return show(res.status(422), 'reviews/begin', { ...page, form: reading.form })
    const { instrument: instrumentId, roles, schools, companies, theme, follows, again, ...words } = reading.values

    const isTheirs = page.themes.length === 0 ? theme === '' : page.themes.some(one => one.value === theme)
    if (!isTheirs) addMistake(page.form, 'theme', 'Choose a theme that you lead')
    if (page.form.summary.length > 0) return show(res.status(422), 'reviews/begin', page)

    const instrument = await findInstrument(db, network, instrumentId)
    const themeId = theme || null
    const before = (await closedRounds(db, person, network.id)).find(one => one.id === follows)
    const inReach = await peopleToAsk(db, network.id, themeId)
    const asBefore = again && before ? await askedBefore(db, before, inReach) : { people: [], byLink: [] }
    const nobodyChosen = roles.length === 0 && schools.length === 0 && (themeId === null || asBefore.people.length > 0)
    const people = nobodyChosen ? [] : withRolesIn(inReach, roles, schools)
    const company = await peopleOfCompanies(db, { networkId: network.id, themeId }, companies)
    const { own: _, basedOn: __, changedAt: ___, ...asked } = instrument
    const chosen = [
      ...asBefore.people,
      ...[...people.map(one => one.id), ...company.ours].map(one => ({ id: one, stands: 'self' as const })),
      ...company.helpers.map(one => ({ id: one, stands: 'facilitator' as const })),
    ]
    const round = { themeId, follows: before?.id ?? null, people: chosen, byLink: asBefore.byLink, ...words }
    const id = await inOne(db, trx => beginRoundWith(trx, network, person, asked, round))
    await tell(db, res, 'The review is prepared. Look at who is asked, and open it.')
    res.redirect(303, `${listAddress}/${id}`)
  })

  routes.get(`${at}/:round`, async (req, res) => {
    show(res, 'reviews/show', await roundPage(db, await findRound(db, signedIn(res), req.params)))
  })

  return routes
}
