import { Router } from 'express'
import { inOne } from '../database.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import { allow, NotFound } from '../errors.js'
import type { House } from '../house.js'
import { signedIn } from '../web/signed-in.js'
import { copyInstrument, type InstrumentWords, makeInstrument } from './instruments.js'
import { type InstrumentKind, instrumentKindInWords, instrumentKinds } from './kinds.js'
import { mayUseInstruments, readsInstruments } from './permissions.js'
import { newQuestion } from './questions.js'
import { questionsOf, templateNamed } from './templates.js'

/** An instrument is begun: copied, from a template, or with one empty question. */
export function makingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/groups/:group/instruments', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    if (!readsInstruments(enquiry)) throw new NotFound('page')
    allow(mayUseInstruments(enquiry))
    const sent = (req.body ?? {}) as Record<string, unknown>
    const { copy } = sent
    const id = await inOne(db, trx =>
      typeof copy === 'string' && copy
        ? copyInstrument(trx, enquiry, person, copy)
        : makeInstrument(trx, enquiry, person, beginningOf(sent)),
    )
    res.redirect(303, `/instruments/${id}/edit`)
  })

  return routes
}

function beginningOf(sent: Record<string, unknown>): InstrumentWords {
  const template = templateNamed(String(sent.template))
  if (template) return { ...template, questions: questionsOf(template) }
  const kind = instrumentKinds.includes(sent.kind as InstrumentKind) ? (sent.kind as InstrumentKind) : 'interview'
  return { kind, name: `A new ${instrumentKindInWords[kind]}`, purpose: '', questions: [newQuestion()] }
}
