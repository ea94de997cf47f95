import { type Request, Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { notTooOften } from '../../web/limits/not-too-often.js'
import type { PageMeta } from '../../web/showing/page-meta.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { formOfPart, saidIn } from '../answering/answer-form.js'
import { questionsOf } from '../answering/answer-page.js'
import { type Answers, isEmpty } from '../answering/papers.js'
import { instrumentIn } from '../instruments/index.js'
import { type Instrument, widest } from '../instruments/instrument.js'
import type { ReviewRound } from '../tables.js'
import { answerByLink, findByLink } from './links.js'
import type { ByLinkPage } from './pages.js'

type ByToken = Request<{ token: string }>

/** Somebody outside answers by their link: everything on one page, once. */
export function byLinkRoutes({ db, baseUrl }: House): Router {
  const routes = Router()

  // So that nobody tries links one after another.
  const counted = notTooOften({
    times: 40,
    seconds: 60,
    sentence: 'That is many requests from one place. Please try again in a minute.',
  })
  routes.use('/reviews/by-link', async (req, res, next) => {
    await counted(req)
    res.set({ 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'same-origin', 'Cache-Control': 'no-store' })
    next()
  })

  routes.get('/reviews/by-link/:token', async (req: ByToken, res) => {
    const { round, link } = await findByLink(db, req.params.token)
    if (link.answered === null) return show(res, 'reviews/by-link', page(round, req.path, formOf()))
    show(res, 'reviews/answered-by-link', { title: 'Thank you', review: round.title, meta: unlisted() })
  })

  routes.post('/reviews/by-link/:token', async (req: ByToken, res) => {
    const { round, link } = await findByLink(db, req.params.token)
    const instrument = instrumentIn(round.instrument)
    const { once: _, ...body } = (req.body ?? {}) as Record<string, unknown>
    const reading = read(wholeForm(instrument), body)
    if (!reading.ok) return show(res.status(422), 'reviews/by-link', page(round, req.path, reading.form))
    const said = instrument.parts.reduce<Answers>(
      (all, part) => ({ ...all, ...saidIn(part, instrument, reading.values) }),
      {},
    )
    if (isEmpty(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')))) {
      const form = addMistake(formOf(body), '', 'Answer one thing at least. You can leave out all the others.')
      return show(res.status(422), 'reviews/by-link', page(round, req.path, form))
    }
    await inOne(db, trx => answerByLink(trx, { round, link }, said))
    res.redirect(303, req.path)
  })

  function page(round: ReviewRound, address: string, form: FormState): ByLinkPage {
    const instrument = instrumentIn(round.instrument)
    const { title, why, answerBy } = round
    return {
      title,
      meta: unlisted(),
      ...{ address, answerBy, about: why || instrument.about, minutes: instrument.minutes, widest, form },
      parts: instrument.parts.map(part => ({
        heading: part.heading,
        about: part.about,
        questions: questionsOf(instrument, part),
      })),
    }
  }

  const unlisted = (): PageMeta => ({ description: '', canonical: `${baseUrl}/`, kind: 'website', unlisted: true })

  return routes
}

/** Every part of an instrument as one form. */
function wholeForm(instrument: Instrument) {
  const fields = instrument.parts.map(part => formOfPart(instrument, part).shape)
  return z.strictObject(Object.assign({}, ...fields) as (typeof fields)[number])
}
