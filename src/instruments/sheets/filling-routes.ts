import { type Request, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, BadInput, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { isScript } from '../../web/answering-scripts.js'
import { now } from '../../web/now.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findInstrumentToUse } from '../instruments.js'
import { mayUseInstruments } from '../permissions.js'
import { whatIsMissing } from '../questions.js'
import {
  beginFilling,
  dropFilling,
  findFilling,
  findFillingToUse,
  finishFilling,
  saveFilling,
  sheetInWords,
} from './filling-in.js'
import { fillingPage } from './filling-page.js'

/** A sheet is filled in, on a phone as like as not, saved as it is typed, and made a piece of evidence. */
export function fillingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/instruments/:instrument/fillings', async (req, res) => {
    const person = signedIn(res)
    const found = await findInstrumentToUse(db, person, req.params.instrument)
    if (found.kind === 'questionnaire') throw new BadInput('Colleagues answer a questionnaire by its link.', 422)
    const missing = whatIsMissing(found.questions)
    if (missing.length > 0) throw new Conflict(missing[0]!)
    res.redirect(303, `/fillings/${await beginFilling(db, found, person)}`)
  })

  routes.get('/fillings/:filling', async (req, res) => {
    const person = signedIn(res)
    const filling = await findFilling(db, person, req.params.filling)
    if (filling.evidenceId) return res.redirect(303, `/evidence/${filling.evidenceId}`)
    show(res, 'instruments/filling', await fillingPage(db, person, filling))
  })

  routes.post('/fillings/:filling', async (req, res) => {
    const filling = await findFillingToUse(db, signedIn(res), req.params.filling)
    await saveFilling(db, filling, withOneCounted(req))
    if (isScript(req)) return void res.json({ savedAt: now() })
    await tell(db, res, 'Saved. Only you see it until you finish it.')
    const counted = tallyPressed(req)
    res.redirect(303, `/fillings/${filling.id}${counted ? `#f-q-${counted}` : ''}`)
  })

  routes.post('/fillings/:filling/evidence', async (req, res) => {
    const person = signedIn(res)
    const filling = await findFilling(db, person, req.params.filling)
    if (filling.evidenceId) return res.redirect(303, `/evidence/${filling.evidenceId}`)
    allow(mayUseInstruments(filling.enquiry))
    const answers = await saveFilling(db, filling, req.body)
    const filled = { ...filling, answers }
    if (!sheetInWords(filling.questions, answers)) {
      const page = await fillingPage(db, person, filled, 'Answer one question at least')
      return show(res.status(422), 'instruments/filling', page)
    }
    const audience = fieldSent(req, 'audience') === 'group' ? 'group' : 'author'
    const piece = await inOne(db, trx => finishFilling(trx, filled, person, audience))
    await tell(db, res, `The sheet is kept as E${piece.number}. Add a picture or consent there if you need to.`)
    res.redirect(303, `/evidence/${piece.id}`)
  })

  routes.post('/fillings/:filling/removal', async (req, res) => {
    const filling = await findFillingToUse(db, signedIn(res), req.params.filling)
    await dropFilling(db, filling)
    await tell(db, res, 'The sheet is thrown away.')
    res.redirect(303, `/groups/${filling.enquiry.groupId}/instruments`)
  })

  return routes
}

/** Without JavaScript, the button beside a tally counts one more as it saves. */
function withOneCounted(req: Request): Record<string, unknown> {
  const sent = { ...((req.body ?? {}) as Record<string, unknown>) }
  const id = tallyPressed(req)
  if (id) sent[`q-${id}`] = String(Number(sent[`q-${id}`] ?? 0) + 1)
  return sent
}

/** The id of the question whose button was pressed. */
function tallyPressed(req: Request): string | undefined {
  return /^count-(\w+)$/.exec(fieldSent(req, 'do'))?.[1]
}

function fieldSent(req: Request, name: string): string {
  const value = ((req.body ?? {}) as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : ''
}
