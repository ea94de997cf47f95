import { type Request, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { crumbsOf } from '../../enquiries/head.js'
import { allow, BadInput, Conflict } from '../../errors.js'
import { ownSchool, safeguardingContact, schoolChoices } from '../../evidence/logging/choices.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { isScript } from '../../web/answering-scripts.js'
import { now, today } from '../../web/now.js'
import { formOf } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import {
  beginFilling,
  dropFilling,
  findFilling,
  finishFilling,
  type FoundFilling,
  inWords,
  saveFilling,
} from './filling-in.js'
import { findInstrument } from '../instruments.js'
import type { FillingPage } from '../pages.js'
import { mayUseInstruments } from '../permissions.js'
import { choicesOf, whatIsMissing } from '../questions.js'

/** A sheet is filled in, on a phone as like as not, saved as it is typed, and made a piece of evidence. */
export function fillingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/instruments/:instrument/fillings', async (req, res) => {
    const person = signedIn(res)
    const found = await findInstrument(db, person, req.params.instrument)
    allow(mayUseInstruments(found.enquiry))
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
    const person = signedIn(res)
    const filling = await toFill(person, req.params.filling)
    await saveFilling(db, filling, counted(req))
    if (isScript(req)) return void res.json({ savedAt: now() })
    await tell(db, res, 'Saved. Only you see it until you finish it.')
    res.redirect(
      303,
      `/fillings/${filling.id}${/^count-(\w+)$/.test(said(req, 'do')) ? `#f-q-${said(req, 'do').slice(6)}` : ''}`,
    )
  })

  routes.post('/fillings/:filling/evidence', async (req, res) => {
    const person = signedIn(res)
    const filling = await findFilling(db, person, req.params.filling)
    if (filling.evidenceId) return res.redirect(303, `/evidence/${filling.evidenceId}`)
    allow(mayUseInstruments(filling.enquiry))
    const answers = await saveFilling(db, filling, req.body)
    const filled = { ...filling, answers }
    if (!inWords(filling.questions, answers))
      return show(
        res.status(422),
        'instruments/filling',
        await fillingPage(db, person, filled, 'Answer one question at least'),
      )
    const piece = await inOne(db, trx =>
      finishFilling(trx, filled, person, said(req, 'audience') === 'group' ? 'group' : 'author'),
    )
    await tell(db, res, `The sheet is kept as E${piece.number}. Add a picture or consent there if you need to.`)
    res.redirect(303, `/evidence/${piece.id}`)
  })

  routes.post('/fillings/:filling/removal', async (req, res) => {
    const person = signedIn(res)
    const filling = await toFill(person, req.params.filling)
    await dropFilling(db, filling)
    await tell(db, res, 'The sheet is thrown away.')
    res.redirect(303, `/groups/${filling.enquiry.groupId}/instruments`)
  })

  async function toFill(person: Reader, id: string): Promise<FoundFilling> {
    const filling = await findFilling(db, person, id)
    allow(mayUseInstruments(filling.enquiry))
    return filling
  }

  return routes
}

async function fillingPage(db: Db, person: Reader, filling: FoundFilling, mistake?: string): Promise<FillingPage> {
  const { enquiry, answers } = filling
  const values = Object.fromEntries(filling.questions.map(({ id }) => [`q-${id}`, answers[id]]))
  const form = formOf({ ...values, school: answers.school, on: answers.on, about: answers.about })
  if (mistake) form.summary.push({ field: `q-${filling.questions[0]!.id}`, text: mistake })
  return {
    title: filling.name,
    breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/instruments`, text: 'Instruments' }),
    address: `/fillings/${filling.id}`,
    name: filling.name,
    purpose: filling.purpose,
    questions: filling.questions.map(question => ({ ...question, choices: choicesOf(question) })),
    form,
    schools: await schoolChoices(db, enquiry.networkId),
    latest: today(),
    back: `/groups/${enquiry.groupId}/instruments`,
    safeguarding: await safeguardingContact(db, ownSchool(person, enquiry)),
  }
}

/** Without JavaScript, the button beside a tally counts one more as it saves. */
function counted(req: Request): Record<string, unknown> {
  const sent = { ...((req.body ?? {}) as Record<string, unknown>) }
  const [, id] = /^count-(\w+)$/.exec(said(req, 'do')) ?? []
  if (id) sent[`q-${id}`] = String(Number(sent[`q-${id}`] ?? 0) + 1)
  return sent
}

function said(req: Request, name: string): string {
  const value = ((req.body ?? {}) as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : ''
}
