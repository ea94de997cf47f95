import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { headOf } from '../../enquiries/head.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { WithdrawalForm } from '../forms.js'
import type { WithdrawalPage } from '../pages.js'
import { mayWithdraw } from '../permissions.js'
import { findOwnRecommendation, type RecommendationWithResponses } from '../recommendations.js'
import { publishedWithIt } from './published-with-it.js'
import { withdrawRecommendation } from './sending.js'

/** A recommendation is withdrawn, with a reason that heads read. */
export function withdrawalRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/recommendations/:id/withdrawal', async (req, res) => {
    const { recommendation, enquiry } = await findOwnRecommendation(db, signedIn(res), req.params.id)
    allow(mayWithdraw(enquiry, recommendation))
    show(res, 'recommendations/withdrawal', await withdrawalPage(db, enquiry, recommendation, formOf()))
  })

  routes.post('/recommendations/:id/withdrawal', async (req, res) => {
    const person = signedIn(res)
    const { recommendation, enquiry } = await findOwnRecommendation(db, person, req.params.id)
    allow(mayWithdraw(enquiry, recommendation))
    const reading = read(WithdrawalForm, req.body)
    if (!reading.ok) {
      const page = await withdrawalPage(db, enquiry, recommendation, reading.form)
      return show(res.status(422), 'recommendations/withdrawal', page)
    }
    await inOne(db, trx => withdrawRecommendation(trx, enquiry, recommendation, person, reading.values.because))
    await tell(db, res, 'The recommendation is withdrawn. The heads are told, and see why.')
    res.redirect(303, `/recommendations/${recommendation.id}`)
  })

  return routes
}

async function withdrawalPage(
  db: Db,
  enquiry: Enquiry,
  recommendation: RecommendationWithResponses,
  form: FormState,
): Promise<WithdrawalPage> {
  const title = `Withdraw R${recommendation.number}`
  const published = await publishedWithIt(db, recommendation)
  return { title, head: headOf(enquiry, 'recommendations'), recommendation, published, form }
}
