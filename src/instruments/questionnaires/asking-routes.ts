import { Router } from 'express'
import { read, wellRead } from '../../web/read.js'
import { inOne } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { handToPage } from '../../people/handing-to-pages.js'
import { tell } from '../../people/sessions.js'
import { signedIn } from '../../web/signed-in.js'
import { LettersForm, LinksForm } from '../forms.js'
import { askByLetter } from './asking-by-letter.js'
import { makeLinks } from './asking-by-link.js'
import { findQuestionnaireToUse } from './questionnaires.js'

/** Colleagues are asked, by links that are handed to them or by letter. */
export function askingRoutes({ db, mail, baseUrl }: House): Router {
  const routes = Router()

  routes.post('/questionnaires/:questionnaire/links', async (req, res) => {
    const found = await findQuestionnaireToUse(db, signedIn(res), req.params.questionnaire)
    const { count } = wellRead(read(LinksForm, req.body))
    const tokens = await inOne(db, trx => makeLinks(trx, found, count))
    const links = tokens.map(token => `${baseUrl}/answer/${token}`)
    res.redirect(303, await handToPage(db, res, `/questionnaires/${found.id}`, { links }))
  })

  routes.post('/questionnaires/:questionnaire/letters', async (req, res) => {
    const person = signedIn(res)
    const found = await findQuestionnaireToUse(db, person, req.params.questionnaire)
    if (!mail.leaves) throw new Conflict('No letters leave this workbench. Hand links to colleagues instead.')
    const { schools } = wellRead(read(LettersForm, req.body))
    await inOne(db, trx => askByLetter(trx, found, person, schools))
    await tell(db, res, 'The letters are on their way, to those of these schools who have not answered.')
    res.redirect(303, `/questionnaires/${found.id}`)
  })

  return routes
}
