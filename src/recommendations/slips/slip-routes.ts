import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import { prepareFiles } from '../../files/keeping.js'
import { receiveFiles } from '../../files/receiving/receiving.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { today } from '../../web/now.js'
import { answeredBefore } from '../../web/once.js'
import { formOf, type FormState } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { answerPage, bothAnswersPage } from '../answering/answer-page.js'
import { readWithFiles, roomForAnswers, withRefused } from '../answering/reading-with-files.js'
import { SlipForm } from '../forms.js'
import { mayEnterSlip } from '../permissions.js'
import { findResponse } from '../recommendations.js'
import { enterSlip } from './entering-slips.js'

const onlyWithoutHead =
  'What a head wrote on paper is entered by a colleague of the school, the lead learner or a leader of the network, as long as the school has no head here.'

type OfResponse = Request<{ id: string; school: string }>

/** What a head without an account wrote on the reply slip of a dossier, entered for them. */
export function slipRoutes({ db, store }: House): Router {
  const routes = Router()
  const receive = receiveFiles({ store, maxFiles: 4, ...roomForAnswers })

  routes.get('/recommendations/:id/responses/:school/slip', async (req: OfResponse, res) => {
    const { person, found, response } = await toEnter(req, res)
    const form = formOf({
      answer: response.answer ?? '',
      reason: response.reason,
      reviewOn: response.reviewOn ?? '',
      fromPaperOn: response.fromPaperOn ?? today(),
      version: response.version,
    })
    show(res, 'recommendations/slip', await answerPage(db, person, found, form))
  })

  routes.post('/recommendations/:id/responses/:school/slip', async (req: OfResponse, res) => {
    const { person, found, response } = await toEnter(req, res)
    const { recommendation, networkId } = found
    const received = await receive(req, res)
    const { once, ...sent } = received.fields
    if (once !== undefined && (await answeredBefore(db, req, res, once))) return

    const again = async (form: FormState) =>
      show(res.status(422), 'recommendations/slip', await answerPage(db, person, found, form))
    const reading = readWithFiles(SlipForm, sent, received)
    if (!reading.ok) return again(reading.form)
    const { prepared, refused } = await prepareFiles(store, received.arrived)
    if (refused.length > 0) return again(withRefused(formOf(sent), refused))

    const { alt, ...given } = reading.values
    const from = { networkId, groupId: recommendation.groupId }
    const slips = prepared.map(file => ({ prepared: file, alt }))
    try {
      await inOne(db, trx => enterSlip(trx, from, recommendation, response, person, given, slips))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return show(res.status(409), 'recommendations/slip', await bothAnswersPage(db, person, response, sent))
    }
    await tell(
      db,
      res,
      `The answer of ${response.schoolName} is entered from paper. Its head is asked to confirm it here.`,
    )
    res.redirect(303, `/recommendations/${recommendation.id}`)
  })

  async function toEnter(req: OfResponse, res: Response) {
    const person = signedIn(res)
    const found = await findResponse(db, person, req.params.id, req.params.school)
    allow(mayEnterSlip(person, found, found.response), onlyWithoutHead)
    return { person, found, response: found.response }
  }

  return routes
}
