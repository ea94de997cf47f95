import { type Request, type Response, Router } from 'express'
import type { Chart } from '../../charts/chart.js'
import { chartOnPage } from '../../charts/draw.js'
import { inOne } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { allow, BadInput, Conflict } from '../../errors.js'
import { safeguardingContact } from '../../evidence/logging/choices.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { handedToPage, handToPage } from '../../people/handing-to-pages.js'
import type { Person } from '../../people/person.js'
import { tell } from '../../people/sessions.js'
import { notTooOften } from '../../web/limits/not-too-often.js'
import { today } from '../../web/now.js'
import { queried } from '../../web/page-of.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { day } from '../../words/words.js'
import { askByLetter, nextLetters, schoolsToAsk } from './asking-by-letter.js'
import { LettersForm, LinksForm, OpeningForm } from '../forms.js'
import { findInstrument } from '../instruments.js'
import type { AnswerPage, QuestionnairePage } from '../pages.js'
import { mayUseInstruments } from '../permissions.js'
import { answerInWords, type Answers, answersSent, choicesOf, whatIsMissing } from '../questions.js'
import {
  type Asked,
  askedByLink,
  askedOfColleague,
  closeQuestionnaire,
  findQuestionnaire,
  type FoundQuestionnaire,
  giveAnswers,
  isOver,
  makeLinks,
  moveLastDay,
  openQuestionnaire,
  spreadOf,
} from './questionnaires.js'
import type { Spread } from './spread.js'

const longestOpen = 92 * 86_400_000

// A staff room answers from one address within minutes; a machine answers hundreds of times.
const answered = notTooOften({
  times: 40,
  seconds: 15 * 60,
  sentence: 'Many answers have come from here just now. Please wait a quarter of an hour.',
})

/** Staff questionnaires: opened, answered by adults without their names, closed, and shown as a spread of answers. */
export function questionnaireRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.post('/instruments/:instrument/questionnaires', async (req, res) => {
    const person = signedIn(res)
    const found = await findInstrument(db, person, req.params.instrument)
    allow(mayUseInstruments(found.enquiry))
    if (found.kind !== 'questionnaire') throw new BadInput('Only a staff questionnaire is answered by a link.', 422)
    const missing = whatIsMissing(found.questions)
    if (missing.length > 0) throw new Conflict(missing[0]!)
    res.redirect(
      303,
      `/questionnaires/${await inOne(db, trx => openQuestionnaire(trx, found, person, lastDay(req.body)))}`,
    )
  })

  routes.get('/questionnaires/:questionnaire', async (req, res) => {
    const found = await findQuestionnaire(db, signedIn(res), req.params.questionnaire)
    const handed = await handedToPage<{ links: string[] }>(db, res)
    show(res, 'instruments/questionnaire', { ...(await questionnairePage(found)), links: handed?.links ?? [] })
  })

  routes.post('/questionnaires/:questionnaire/links', async (req, res) => {
    const found = await toUse(signedIn(res), req.params.questionnaire)
    const reading = read(LinksForm, req.body)
    if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
    const tokens = await inOne(db, trx => makeLinks(trx, found, reading.values.count))
    const links = tokens.map(token => `${house.baseUrl}/answer/${token}`)
    res.redirect(303, await handToPage(db, res, `/questionnaires/${found.id}`, { links }))
  })

  routes.post('/questionnaires/:questionnaire/letters', async (req, res) => {
    const person = signedIn(res)
    const found = await toUse(person, req.params.questionnaire)
    const reading = read(LettersForm, req.body)
    if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
    const { schools } = reading.values
    await inOne(db, trx => askByLetter(trx, found, person, schools))
    await tell(db, res, 'The letters are on their way, to those of these schools who have not answered.')
    res.redirect(303, `/questionnaires/${found.id}`)
  })

  routes.post('/questionnaires/:questionnaire/last-day', async (req, res) => {
    const found = await toUse(signedIn(res), req.params.questionnaire)
    const endsOn = lastDay(req.body)
    await moveLastDay(db, found, endsOn)
    await tell(db, res, `It can be answered until ${day(endsOn)}.`)
    res.redirect(303, `/questionnaires/${found.id}`)
  })

  routes.post('/questionnaires/:questionnaire/closing', async (req, res) => {
    const person = signedIn(res)
    const found = await toUse(person, req.params.questionnaire)
    await inOne(db, trx => closeQuestionnaire(trx, found, person))
    await tell(db, res, 'The questionnaire is closed.')
    res.redirect(303, `/questionnaires/${found.id}`)
  })

  routes.get('/questionnaires/:questionnaire/answer', async (req, res) => {
    await showAsked(res, await askedOfColleague(db, signedIn(res), req.params.questionnaire), req.path, thanked(req))
  })

  routes.post('/questionnaires/:questionnaire/answer', async (req, res) => {
    const person = signedIn(res)
    await answer(req, res, await askedOfColleague(db, person, req.params.questionnaire), person)
  })

  routes.get('/answer/:token', async (req, res) => {
    await showAsked(res, await askedByLink(db, req.params.token), req.path, thanked(req))
  })

  routes.post('/answer/:token', async (req, res) => {
    const { token } = req.params
    await answer(req, res, await askedByLink(db, token), { token })
  })

  type AskedNow = Asked & { over: boolean; used: boolean }

  async function answer(req: Request, res: Response, asked: AskedNow, by: { token: string } | Person): Promise<void> {
    const answers = answersSent(asked.questions, req.body)
    if (asked.over || asked.used) return showAsked(res.status(409), asked, req.path, { late: answers })
    if (Object.keys(answers).length === 0)
      return showAsked(res.status(422), asked, req.path, { mistake: 'Answer one question at least', body: req.body })
    await answered(req)
    await inOne(db, trx => giveAnswers(trx, asked, answers, by))
    res.redirect(303, `${req.path}?thanks=yes`)
  }

  async function showAsked(
    res: Response,
    asked: AskedNow,
    address: string,
    more: { mistake?: string; body?: unknown; thanks?: boolean; late?: Answers } = {},
  ): Promise<void> {
    const form = formOf(more.body ?? {})
    if (more.mistake) form.summary.push({ field: `q-${asked.questions[0]!.id}`, text: more.mistake })
    res.set('Cache-Control', 'no-store').set('Referrer-Policy', 'no-referrer')
    const page: AnswerPage = {
      title: asked.name,
      name: asked.name,
      purpose: asked.purpose,
      endsOn: asked.endsOn,
      state: more.thanks ? 'thanks' : asked.over ? 'over' : asked.used ? 'used' : 'open',
      address,
      late: asked.questions.flatMap(question => {
        const said = answerInWords(question, more.late?.[question.id])
        return said ? [{ asked: question.words, said }] : []
      }),
      form,
      questions: asked.questions.map(question => ({ ...question, choices: choicesOf(question) })),
      safeguarding: await safeguardingContact(db, res.locals.person?.schoolsIn(asked.networkId)[0] ?? null),
    }
    show(res, 'instruments/answer', page)
  }

  async function questionnairePage(found: FoundQuestionnaire): Promise<QuestionnairePage> {
    const { enquiry } = found
    const results = await spreadOf(db, found)
    const spread = results?.spread ?? []
    return {
      title: found.name,
      breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/instruments`, text: 'Instruments' }),
      head: headOf(enquiry, 'instruments'),
      questionnaire: {
        id: found.id,
        name: found.name,
        endsOn: found.endsOn,
        closedAt: found.closedAt,
        over: isOver(found),
      },
      letters: {
        mails: house.mail.leaves,
        schools: (await schoolsToAsk(db, found)).map(({ id, name }) => ({ value: id, text: name })),
        askedAt: found.askedAt,
        next: nextLetters(found),
      },
      address: `/questionnaires/${found.id}`,
      colleagues: `${house.baseUrl}/questionnaires/${found.id}/answer`,
      answers: results?.answers ?? 0,
      spread: await Promise.all(
        spread.map(async one => ({ ...one, chart: one.counts.length > 0 ? await chartOnPage(barsOf(one)) : null })),
      ),
      evidence: found.evidenceId ? `/evidence/${found.evidenceId}` : null,
      links: [],
      form: formOf({ endsOn: found.endsOn, schools: found.askedSchools.split(' ').filter(Boolean) }),
      may: { use: mayUseInstruments(enquiry) },
    }
  }

  async function toUse(person: Reader, id: string): Promise<FoundQuestionnaire> {
    const found = await findQuestionnaire(db, person, id)
    allow(mayUseInstruments(found.enquiry))
    return found
  }

  return routes
}

function thanked(req: Request): { thanks: boolean } {
  return { thanks: queried(req, 'thanks') === 'yes' }
}

function lastDay(body: unknown): string {
  const reading = read(OpeningForm, body)
  if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
  const { endsOn } = reading.values
  if (endsOn < today() || Date.parse(endsOn) - Date.parse(today()) > longestOpen)
    throw new BadInput('Choose a last day between today and three months from now.', 422)
  return endsOn
}

function barsOf({ words, kind, counts }: Spread): Chart {
  return {
    kind: 'grid',
    title: words,
    counted: kind === 'several' ? ['choice', 'choices'] : ['answer', 'answers'],
    of: [kind === 'scale' ? 'step' : 'choice', 'count'],
    rows: counts.map(one => one.text),
    columns: ['how many chose it'],
    cells: counts.map(one => [one.count]),
  }
}
