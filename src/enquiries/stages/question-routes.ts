import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import type { Enquiry } from '../enquiry.js'
import { QuestionForm } from '../forms.js'
import { crumbsOf, headOf, stageAddress } from '../head.js'
import { keeping } from '../keeping-course.js'
import type { QuestionPage } from '../pages.js'
import { mayReviseQuestion } from '../permissions.js'
import { reviseQuestion } from '../question.js'

/** The question is put into new words. */
export function questionRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/question', async (req, res) => {
    const { enquiry } = await keeping(db, req, res, mayReviseQuestion)
    show(res, 'enquiries/question', questionPage(enquiry, formOf({ question: enquiry.question })))
  })

  routes.post('/groups/:group/question', async (req, res) => {
    const { person, enquiry } = await keeping(db, req, res, mayReviseQuestion)
    const { was, ...body } = (req.body ?? {}) as Record<string, unknown>
    const reading = read(QuestionForm, body)
    if (!reading.ok) return show(res.status(422), 'enquiries/question', questionPage(enquiry, reading.form))
    if (typeof was === 'string' && was !== enquiry.question) {
      const form = addMistake(
        formOf(body),
        'question',
        `It was revised meanwhile and now asks: “${enquiry.question}” Yours is kept here; save again to put it in its place.`,
      )
      return show(res.status(409), 'enquiries/question', questionPage(enquiry, form))
    }
    await inOne(db, trx => reviseQuestion(trx, enquiry, person, reading.values))
    await tell(db, res, 'The question is revised. What it asked before stays in the history.')
    res.redirect(303, stageAddress(enquiry, 'purpose'))
  })

  return routes
}

function questionPage(enquiry: Enquiry, form: FormState): QuestionPage {
  form.values.was = enquiry.question
  return {
    title: 'Revise the question',
    breadcrumbs: crumbsOf(enquiry, { href: stageAddress(enquiry, 'purpose'), text: 'Purpose' }),
    head: headOf(enquiry, 'stage purpose'),
    form,
    address: `/groups/${enquiry.groupId}/question`,
    back: stageAddress(enquiry, 'purpose'),
  }
}
