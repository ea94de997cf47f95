import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import type { Person } from '../../people/person.js'
import { notTooOften } from '../../web/limits/not-too-often.js'
import { queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { answersSent, tooLongIn } from '../questions.js'
import { answerPage, type AnswerState } from './answer-page.js'
import { hasAnsweredHere, noteAnswered } from './this-browser.js'
import { askedByLink, askedOfColleague, type AskedQuestionnaire, giveAnswers } from './answering.js'

/** Adults answer a questionnaire without their names: signed in, or by a link. */
export function answeringRoutes({ db }: House): Router {
  const routes = Router()
  // A staff room answers from one address within minutes; a machine answers hundreds of times.
  const answered = notTooOften({
    times: 40,
    seconds: 15 * 60,
    sentence: 'Many answers have come from here just now. Please wait a quarter of an hour.',
  })

  routes.get('/questionnaires/:questionnaire/answer', async (req, res) => {
    const asked = await askedOfColleague(db, signedIn(res), req.params.questionnaire)
    await showQuestions(req, res, asked, thanked(req))
  })

  routes.post('/questionnaires/:questionnaire/answer', async (req, res) => {
    const person = signedIn(res)
    await answer(req, res, await askedOfColleague(db, person, req.params.questionnaire), person)
  })

  routes.get('/answer/:token', async (req, res) => {
    const { token } = req.params
    const asked = await askedByLink(db, token)
    const another = queried(req, 'another') === 'yes'
    const here = !another && hasAnsweredHere(req, res, token)
    await showQuestions(req, res, asked, { ...thanked(req), another, here })
  })

  routes.post('/answer/:token', async (req, res) => {
    const { token } = req.params
    const asked = await askedByLink(db, token)
    const { another } = req.body as { another?: unknown }
    if (another !== 'yes' && !asked.used && hasAnsweredHere(req, res, token)) {
      const late = answersSent(asked.questions, req.body)
      return showQuestions(req, res.status(409), asked, { here: true, late })
    }
    await answer(req, res, asked, { token })
  })

  async function answer(
    req: Request,
    res: Response,
    asked: AskedQuestionnaire,
    by: { token: string } | Person,
  ): Promise<void> {
    const answers = answersSent(asked.questions, req.body)
    if (asked.over || asked.used) return showQuestions(req, res.status(409), asked, { late: answers })
    if (Object.keys(answers).length === 0)
      return showQuestions(req, res.status(422), asked, { mistake: 'Answer one question at least', body: req.body })
    const mistake = tooLongIn(asked.questions, answers)
    if (mistake) return showQuestions(req, res.status(422), asked, { mistake, body: req.body })
    await answered(req)
    await inOne(db, trx => giveAnswers(trx, asked, answers, by))
    if ('token' in by) noteAnswered(res, by.token)
    res.redirect(303, `${req.path}?thanks=yes`)
  }

  async function showQuestions(
    req: Request,
    res: Response,
    asked: AskedQuestionnaire,
    state: AnswerState,
  ): Promise<void> {
    res.set('Cache-Control', 'no-store').set('Referrer-Policy', 'no-referrer')
    show(res, 'instruments/answer', await answerPage(db, res.locals.person, asked, req.path, state))
  }

  return routes
}

function thanked(req: Request): AnswerState {
  return { thanks: queried(req, 'thanks') === 'yes' }
}
