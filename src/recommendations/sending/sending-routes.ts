import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { schoolsMeant } from '../drafting/edit-page.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { listed } from '../../words/words.js'
import { SendingForm } from '../forms.js'
import { mayRelease, maySend } from '../permissions.js'
import { findOwnRecommendation } from '../recommendations.js'
import { askForHead } from './asking-for-heads.js'
import { schoolsWithHead } from './heads-here.js'
import { pupilsNamedIn } from './pupils-named.js'
import { releaseRecommendation, sendRecommendation } from './sending.js'
import { sendingPage } from './sending-page.js'
import { type HeadToInvite, waysChosen } from './without-head.js'

/** A recommendation goes out to schools, and is released to governors. */
export function sendingRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/recommendations/:id/sending', async (req, res) => {
    const { person, recommendation, enquiry } = await toSend(res, req.params.id)
    const meant = await schoolsMeant(db, recommendation.id)
    const form = formOf({ schools: meant.length > 0 ? meant : enquiry.schoolIds })
    show(res, 'recommendations/sending', await sendingPage(house, person, enquiry, recommendation, form))
  })

  routes.post('/recommendations/:id/sending', async (req, res) => {
    const { person, recommendation, enquiry } = await toSend(res, req.params.id)
    const reading = read(SendingForm, req.body)
    if (!reading.ok) {
      const page = await sendingPage(house, person, enquiry, recommendation, reading.form)
      return show(res.status(422), 'recommendations/sending', page)
    }
    const named = await pupilsNamedIn(house, person, enquiry, recommendation)
    if (named.stops) {
      const form = addMistake(formOf(req.body), 'schools', named.stops)
      const page = await sendingPage(house, person, enquiry, recommendation, form)
      return show(res.status(422), 'recommendations/sending', page)
    }
    const all = await schoolsOf(db, enquiry.networkId)
    const schools = all.filter(school => reading.values.schools.includes(school.id))
    const withHead = await schoolsWithHead(
      db,
      schools.map(one => one.id),
    )
    const without = schools.filter(school => !withHead.has(school.id))
    const form = formOf(req.body)
    const toInvite = waysChosen(without, req.body, form)
    if (form.summary.length > 0) {
      const page = await sendingPage(house, person, enquiry, recommendation, form)
      return show(res.status(422), 'recommendations/sending', page)
    }
    await inOne(db, async trx => {
      await sendRecommendation(trx, enquiry, recommendation, person, schools)
      for (const head of toInvite) await askForHead(trx, enquiry.networkId, person, head)
    })
    await tell(db, res, whatFollows(without, toInvite))
    res.redirect(303, `/recommendations/${recommendation.id}`)
  })

  routes.post('/recommendations/:id/release', async (req, res) => {
    const person = signedIn(res)
    const { recommendation, enquiry } = await findOwnRecommendation(db, person, req.params.id)
    allow(mayRelease(enquiry, recommendation))
    await inOne(db, trx => releaseRecommendation(trx, enquiry, recommendation, person))
    const now = recommendation.releasedOutsideAt
      ? 'Governors no longer see this recommendation.'
      : 'Governors of the network may now read this recommendation.'
    await tell(db, res, now)
    res.redirect(303, `/recommendations/${recommendation.id}`)
  })

  async function toSend(res: Response, id: string) {
    const person = signedIn(res)
    const { recommendation, enquiry } = await findOwnRecommendation(db, person, id)
    allow(maySend(enquiry, recommendation), 'The lead learner sends what the group recommends.')
    return { person, recommendation, enquiry }
  }

  return routes
}

/** Heads here see it at once; the others get it on paper, or are invited first. */
function whatFollows(without: { id: string; name: string }[], toInvite: HeadToInvite[]): string {
  const named = (are: boolean) =>
    listed(without.filter(({ id }) => toInvite.some(one => one.schoolId === id) === are).map(({ name }) => name))
  const [invited, onPaper] = [named(true), named(false)]
  return [
    'The recommendation is sent. Each head sees it in Your day and answers with a reason.',
    ...(onPaper ? [`Hand over the dossier on paper: ${onPaper}.`] : []),
    ...(invited ? [`Leaders of the network are asked to invite the head: ${invited}.`] : []),
  ].join(' ')
}
