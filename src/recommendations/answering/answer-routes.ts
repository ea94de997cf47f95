import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { today } from '../../web/now.js'
import { addMistake, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { AnswerForm, ConfirmSlipForm } from '../forms.js'
import { mayAnswer, mayConfirmSlip } from '../permissions.js'
import { findResponse } from '../recommendations.js'
import { answerPage, bothAnswersPage, dayToLookAgain } from './answer-page.js'
import { confirmSlip } from '../slips/confirming-slips.js'
import { answerRecommendation } from './answering.js'

/** A head answers for their school, with a reason, and may think again. */
export function answerRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/recommendations/:id/responses/:school', async (req, res) => {
    const person = signedIn(res)
    const found = await findResponse(db, person, req.params.id, req.params.school)
    const { recommendation, response } = found
    allow(mayAnswer(person, recommendation, response))
    const form = formOf({
      answer: response.answer ?? '',
      reason: response.reason,
      reviewOn: dayToLookAgain(response.reviewOn),
      mayBePublic: response.publicAt ? 'yes' : '',
      version: response.version,
    })
    show(res, 'recommendations/answer', await answerPage(db, person, found, form))
  })

  routes.post('/recommendations/:id/responses/:school', async (req, res) => {
    const person = signedIn(res)
    const found = await findResponse(db, person, req.params.id, req.params.school)
    const { recommendation, response, networkId } = found
    allow(mayAnswer(person, recommendation, response))
    const reading = read(AnswerForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'recommendations/answer', await answerPage(db, person, found, reading.form))
    if (reading.values.reviewOn < today()) {
      const form = addMistake(formOf(req.body), 'reviewOn', 'Choose a day that is still to come')
      return show(res.status(422), 'recommendations/answer', await answerPage(db, person, found, form))
    }
    const from = { networkId, groupId: recommendation.groupId }
    try {
      await inOne(db, trx => answerRecommendation(trx, from, recommendation, response, person, reading.values))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const page = await bothAnswersPage(db, person, response, req.body)
      return show(res.status(409), 'recommendations/answer', page)
    }
    await tell(db, res, 'Your answer is with the group.')
    res.redirect(303, `/recommendations/${recommendation.id}`)
  })

  routes.post('/recommendations/:id/responses/:school/confirmation', async (req, res) => {
    const person = signedIn(res)
    const { recommendation, response, networkId } = await findResponse(db, person, req.params.id, req.params.school)
    allow(mayConfirmSlip(person, recommendation, response), 'This answer has been confirmed or changed already.')
    const given = wellRead(read(ConfirmSlipForm, req.body))
    const from = { networkId, groupId: recommendation.groupId }
    await inOne(db, trx => confirmSlip(trx, from, recommendation, response, person, given))
    await tell(db, res, 'You have confirmed the answer. It is your school’s own from now on.')
    res.redirect(303, `/recommendations/${recommendation.id}`)
  })

  return routes
}
