import { type Request, type Response, Router } from 'express'
import { read } from '../../web/read.js'
import { inOne } from '../../database.js'
import { allow, BadInput, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { handedToPage } from '../../people/handing-to-pages.js'
import { tell } from '../../people/sessions.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { day } from '../../words/words.js'
import { OpeningForm } from '../forms.js'
import { instrumentPage } from '../instrument-page.js'
import { findInstrument, findInstrumentToUse } from '../instruments.js'
import { whatIsMissing } from '../questions.js'
import { closeQuestionnaire } from './closing.js'
import { closingPage } from './closing-page.js'
import { moveLastDay, openQuestionnaire } from './opening.js'
import { mayReopen, mayUseInstruments } from '../permissions.js'
import { reopeningPage, reopenQuestionnaire } from './reopening.js'
import { questionnairePage } from './questionnaire-page.js'
import { findQuestionnaire, findQuestionnaireToUse, type FoundQuestionnaire } from './questionnaires.js'
import { roundsPage } from './rounds-page.js'

/** Staff questionnaires: opened, kept open longer, closed, and shown as a spread of answers. */
export function questionnaireRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.post('/instruments/:instrument/questionnaires', async (req, res) => {
    const person = signedIn(res)
    const found = await findInstrumentToUse(db, person, req.params.instrument)
    if (found.kind !== 'questionnaire') throw new BadInput('Only a staff questionnaire is answered by a link.', 422)
    const missing = whatIsMissing(found.questions)
    if (missing.length > 0) throw new Conflict(missing[0]!)
    const reading = read(OpeningForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'instruments/instrument', await instrumentPage(db, person, found, reading.form))
    const id = await inOne(db, trx => openQuestionnaire(trx, found, person, reading.values.endsOn))
    res.redirect(303, `/questionnaires/${id}`)
  })

  routes.get('/questionnaires/:questionnaire', async (req, res) => {
    const person = signedIn(res)
    const found = await findQuestionnaire(db, person, req.params.questionnaire)
    const handed = await handedToPage<{ links: string[] }>(db, res)
    show(res, 'instruments/questionnaire', await questionnairePage(house, person, found, handed?.links ?? []))
  })

  routes.post('/questionnaires/:questionnaire/last-day', async (req, res) => {
    const person = signedIn(res)
    const found = await findQuestionnaireToUse(db, person, req.params.questionnaire)
    const reading = read(OpeningForm, req.body)
    if (!reading.ok) {
      const page = await questionnairePage(house, person, found, [], reading.form)
      return show(res.status(422), 'instruments/questionnaire', page)
    }
    const { endsOn } = reading.values
    await moveLastDay(db, found, endsOn)
    await tell(db, res, `It can be answered until ${day(endsOn)}.`)
    res.redirect(303, `/questionnaires/${found.id}`)
  })

  routes.get('/questionnaires/:questionnaire/closing', async (req, res) => {
    const found = await findQuestionnaireToUse(db, signedIn(res), req.params.questionnaire)
    if (found.closedAt) throw new Conflict('This questionnaire is closed already.')
    show(res, 'instruments/closing', closingPage(found))
  })

  routes.get('/instruments/:instrument/rounds', async (req, res) => {
    const found = await findInstrument(db, signedIn(res), req.params.instrument)
    show(res, 'instruments/rounds', await roundsPage(db, found, req.query))
  })

  routes.post('/questionnaires/:questionnaire/closing', async (req, res) => {
    const person = signedIn(res)
    const found = await findQuestionnaireToUse(db, person, req.params.questionnaire)
    await inOne(db, trx => closeQuestionnaire(trx, found, person))
    await tell(db, res, 'The questionnaire is closed.')
    res.redirect(303, `/questionnaires/${found.id}`)
  })

  routes.get('/questionnaires/:questionnaire/reopening', async (req, res) => {
    show(res, 'instruments/reopening', reopeningPage(await closedOne(req, res)))
  })

  routes.post('/questionnaires/:questionnaire/reopening', async (req, res) => {
    const found = await closedOne(req, res)
    const reading = read(OpeningForm, req.body)
    if (!reading.ok) return show(res.status(422), 'instruments/reopening', reopeningPage(found, reading.form))
    const { endsOn } = reading.values
    await inOne(db, trx => reopenQuestionnaire(trx, found, signedIn(res), endsOn))
    await tell(db, res, `It is open again until ${day(endsOn)}. Hand out new links, or ask anew.`)
    res.redirect(303, `/questionnaires/${found.id}`)
  })

  async function closedOne(req: Request<{ questionnaire: string }>, res: Response): Promise<FoundQuestionnaire> {
    const person = signedIn(res)
    const found = await findQuestionnaire(db, person, req.params.questionnaire)
    if (!found.closedAt && mayUseInstruments(found.enquiry)) throw new Conflict('This questionnaire is open.')
    allow(mayReopen(person, found), 'Whoever closed it and whoever leads the group can open it again.')
    return found
  }

  return routes
}
