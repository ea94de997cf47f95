import { Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { handToPage } from '../../people/handing-to-pages.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import type { CalendarFeed } from '../tables.js'
import { feedChoices, groupIn, valueOf } from './choices.js'
import { endFeed, findFeed, makeFeed, renewFeed } from './feeds.js'
import { feedsPage, nameless } from './feeds-page.js'
import './pages.js'

const at = '/calendar/feeds'
const FeedForm = z.strictObject({ of: z.string({ error: 'Choose a calendar' }).max(80, 'Choose a calendar') })

/** Secret addresses of one’s calendars: made, renewed and ended. */
export function feedsRoutes({ db, baseUrl }: House): Router {
  const routes = Router()
  const addressOf = (token: string) => `${baseUrl}/calendars/${token}.ics`
  const nameOf = async (person: Reader, feed: CalendarFeed) =>
    (await feedChoices(db, person, [feed.groupId])).find(one => one.value === valueOf(feed))?.name ?? nameless

  routes.get(at, async (req, res) => {
    const person = signedIn(res)
    show(res, 'calendar/feeds', await feedsPage(db, res, person, formOf({ of: queried(req, 'of') || 'own' })))
  })

  routes.post(at, async (req, res) => {
    const person = signedIn(res)
    const reading = read(FeedForm, req.body)
    const of = reading.ok ? reading.values.of : ''
    const choice = (await feedChoices(db, person, [groupIn(of)])).find(one => one.value === of)
    if (!choice) {
      const form = reading.ok
        ? addMistake(formOf(req.body), 'of', 'Choose a calendar that is in this list')
        : reading.form
      return show(res.status(422), 'calendar/feeds', await feedsPage(db, res, person, form))
    }
    const { token } = await inOne(db, trx => makeFeed(trx, person, choice))
    res.redirect(303, await handToPage(db, res, at, { name: choice.name, address: addressOf(token) }))
  })

  for (const [doing, title] of [
    ['renewal', 'Make a new address'],
    ['end', 'End the address'],
  ] as const)
    routes.get(`${at}/:feed/${doing}`, async (req, res) => {
      const person = signedIn(res)
      const feed = await findFeed(db, person, req.params.feed)
      const name = await nameOf(person, feed)
      const page = { title, name, address: `${at}/${feed.id}/${doing}`, isRenewal: doing === 'renewal' }
      show(res, 'calendar/feed-ending', page)
    })

  routes.post(`${at}/:feed/renewal`, async (req, res) => {
    const person = signedIn(res)
    const feed = await findFeed(db, person, req.params.feed)
    const token = await inOne(db, trx => renewFeed(trx, person, feed))
    const made = { name: await nameOf(person, feed), address: addressOf(token) }
    res.redirect(303, await handToPage(db, res, at, made))
  })

  routes.post(`${at}/:feed/end`, async (req, res) => {
    const person = signedIn(res)
    const feed = await findFeed(db, person, req.params.feed)
    await inOne(db, trx => endFeed(trx, person, feed))
    await tell(db, res, 'The address is ended. From now on it leads nowhere.')
    res.redirect(303, at)
  })

  return routes
}
