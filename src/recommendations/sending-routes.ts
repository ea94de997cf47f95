import { type Response, Router } from 'express'
import { inOne } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { headOf } from '../enquiries/head.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { schoolsOf } from '../networks/schools/schools.js'
import { tell } from '../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { SendingForm, WithdrawalForm } from './forms.js'
import { mayRelease, maySend, mayWithdraw } from './permissions.js'
import { pupilsNamedIn } from './pupils-named.js'
import { findOwnRecommendation, type Told } from './recommendations.js'
import { releaseRecommendation, sendRecommendation, withdrawRecommendation } from './sending.js'

/** A recommendation goes out to schools, is withdrawn with a reason, and is released to governors. */
export function sendingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/recommendations/:id/sending', async (req, res) => {
    const { person, told, enquiry } = await own(res, req.params.id)
    allow(maySend(enquiry, told), 'The lead learner sends what the group recommends.')
    show(
      res,
      'recommendations/sending',
      await sendingPage(person, enquiry, told, formOf({ schools: enquiry.schoolIds })),
    )
  })

  routes.post('/recommendations/:id/sending', async (req, res) => {
    const { person, told, enquiry } = await own(res, req.params.id)
    allow(maySend(enquiry, told), 'The lead learner sends what the group recommends.')
    const reading = read(SendingForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'recommendations/sending', await sendingPage(person, enquiry, told, reading.form))
    const named = await pupilsNamedIn(db, person, enquiry, told)
    if (named.stops) {
      const form = addMistake(formOf(req.body), 'schools', named.stops)
      return show(res.status(422), 'recommendations/sending', await sendingPage(person, enquiry, told, form))
    }
    const schools = (await schoolsOf(db, enquiry.networkId)).filter(school =>
      reading.values.schools.includes(school.id),
    )
    await inOne(db, trx => sendRecommendation(trx, enquiry, told, person, schools))
    await tell(db, res, 'The recommendation is sent. Each head sees it in Your day and answers with a reason.')
    res.redirect(303, `/recommendations/${told.id}`)
  })

  routes.get('/recommendations/:id/withdrawal', async (req, res) => {
    const { told, enquiry } = await own(res, req.params.id)
    allow(mayWithdraw(enquiry, told))
    show(res, 'recommendations/withdrawal', withdrawalPage(enquiry, told, formOf()))
  })

  routes.post('/recommendations/:id/withdrawal', async (req, res) => {
    const { person, told, enquiry } = await own(res, req.params.id)
    allow(mayWithdraw(enquiry, told))
    const reading = read(WithdrawalForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'recommendations/withdrawal', withdrawalPage(enquiry, told, reading.form))
    await inOne(db, trx => withdrawRecommendation(trx, enquiry, told, person, reading.values.because))
    await tell(db, res, 'The recommendation is withdrawn. Heads see why.')
    res.redirect(303, `/recommendations/${told.id}`)
  })

  routes.post('/recommendations/:id/release', async (req, res) => {
    const { person, told, enquiry } = await own(res, req.params.id)
    allow(mayRelease(enquiry, told))
    await inOne(db, trx => releaseRecommendation(trx, enquiry, told, person))
    await tell(
      db,
      res,
      told.releasedOutsideAt
        ? 'Governors no longer see this recommendation.'
        : 'Governors of the network may now read this recommendation.',
    )
    res.redirect(303, `/recommendations/${told.id}`)
  })

  async function own(res: Response, id: string) {
    const person = signedIn(res)
    return { person, ...(await findOwnRecommendation(db, person, id)) }
  }

  async function sendingPage(person: Reader, enquiry: Enquiry, told: Told, form: FormState) {
    const has = new Set(told.responses.map(response => response.schoolId))
    const schools = (await schoolsOf(db, enquiry.networkId)).filter(school => !has.has(school.id))
    return {
      title: `Send recommendation R${told.number}`,
      head: headOf(enquiry, 'recommendations'),
      told,
      names: (await pupilsNamedIn(db, person, enquiry, told)).words.map(words => ({ words, fix: null })),
      form,
      schools: schools.map(({ id, name }) => ({
        value: id,
        text: name,
        ...(enquiry.schoolIds.includes(id) ? { hint: 'takes part in the enquiry' } : {}),
      })),
    }
  }

  return routes
}

function withdrawalPage(enquiry: Enquiry, told: Told, form: FormState) {
  return { title: `Withdraw R${told.number}`, head: headOf(enquiry, 'recommendations'), told, form }
}
