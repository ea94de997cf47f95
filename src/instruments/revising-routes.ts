import { Router } from 'express'
import { inOne } from '../database.js'
import { Conflict } from '../errors.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { queried } from '../web/page-of.js'
import { addMistake, formOf, type FormState } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { aroundInstruments } from './around-instruments.js'
import { findInstrument, findInstrumentToUse, type FoundInstrument, reviseInstrument } from './instruments.js'
import type { InstrumentEditorPage } from './pages.js'
import { type Question, questionKindInWords, questionKinds } from './questions.js'
import { anchorOfQuestion, editorSent } from './revising-form.js'

/** The questions of an instrument are changed, moved and added to. */
export function revisingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/instruments/:instrument/edit', async (req, res) => {
    const found = await findInstrumentToUse(db, signedIn(res), req.params.instrument)
    const form = formOf({ name: found.name, purpose: found.purpose })
    show(res, 'instruments/edit', editorPage(found, found.questions, form, queried(req, 'at')))
  })

  routes.post('/instruments/:instrument', async (req, res) => {
    const person = signedIn(res)
    const found = await findInstrumentToUse(db, person, req.params.instrument)
    const { words, version, doing, form } = editorSent(found.questions, req.body)
    const { questions } = words
    if (form.summary.length > 0) return show(res.status(422), 'instruments/edit', editorPage(found, questions, form))
    try {
      await inOne(db, trx => reviseInstrument(trx, found, person, words, version))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      addMistake(form, '', `${error.message} What you wrote stands here; theirs is on the instrument’s own page.`)
      const now = await findInstrument(db, person, found.id)
      return show(res.status(409), 'instruments/edit', editorPage(now, questions, form))
    }
    if (doing) return res.redirect(303, `/instruments/${found.id}/edit${anchorOfQuestion(doing, questions)}`)
    await tell(db, res, 'The instrument is saved.')
    res.redirect(303, `/instruments/${found.id}`)
  })

  return routes
}

function editorPage(found: FoundInstrument, questions: Question[], form: FormState, focus = ''): InstrumentEditorPage {
  return {
    title: `Change ${found.name}`,
    ...aroundInstruments(found.enquiry),
    address: `/instruments/${found.id}`,
    version: found.version,
    used: found.used,
    questions,
    kinds: questionKinds.map(kind => ({ value: kind, text: questionKindInWords[kind] })),
    form,
    focus,
  }
}
