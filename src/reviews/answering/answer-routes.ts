import { Router } from 'express'
import { inOne } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { isScript } from '../../web/answering-scripts.js'
import { now } from '../../web/now.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { PrivatePlaceForm } from '../forms.js'
import { mayAnswer } from '../permissions.js'
import { findRound, type FoundRound } from '../rounds/rounds.js'
import { formOfPart, saidIn } from './answer-form.js'
import { answerIntroPage, answerPartPage, tooLateInWords } from './answer-page.js'
import './pages.js'
import { finishAnswers, saveAnswers } from './papers.js'
import { forgetPlaces, placePrivately } from './private-places.js'

/** Somebody who is asked answers alone, part by part. */
export function answerRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/reviews/:round/answer' as const

  routes.get(at, async (req, res) => {
    const found = await roundToAnswer(signedIn(res), req.params)
    show(res.set('Cache-Control', 'no-store'), 'reviews/answer', await answerIntroPage(db, found))
  })

  routes.get(`${at}/done`, async (req, res) => {
    const { round, address } = await roundToAnswer(signedIn(res), req.params)
    const { title: review, answerBy } = round
    show(res, 'reviews/answered', { title: 'Thank you', address, review, answerBy })
  })

  routes.get(`${at}/:part`, async (req, res) => {
    const found = await roundToAnswer(signedIn(res), req.params)
    const page = await answerPartPage(db, found, Number(req.params.part))
    show(res.set('Cache-Control', 'no-store'), 'reviews/answer-part', page)
  })

  routes.post(`${at}/places`, async (req, res) => {
    const found = await roundToAnswer(signedIn(res), req.params)
    const number = found.instrument.parts.findIndex(part => part.items.some(item => item.kind === 'place')) + 1
    const reading = read(PrivatePlaceForm, req.body)
    if (!reading.ok) {
      const page = await answerPartPage(db, found, number, { place: reading.form })
      return show(res.status(422), 'reviews/answer-part', page)
    }
    await placePrivately(db, found.round, found.person, reading.values)
    res.redirect(303, `${found.address}/answer/${number}#another`)
  })

  routes.post(`${at}/places/removal`, async (req, res) => {
    const found = await roundToAnswer(signedIn(res), req.params)
    await forgetPlaces(db, found.round, found.person)
    const number = found.instrument.parts.findIndex(part => part.items.some(item => item.kind === 'place')) + 1
    res.redirect(303, `${found.address}/answer/${number}#another`)
  })

  routes.post(`${at}/:part`, async (req, res) => {
    const found = await roundToAnswer(signedIn(res), req.params)
    const { round, instrument, person, address } = found
    const number = Number(req.params.part)
    const part = instrument.parts[number - 1]
    if (!part) throw new NotFound('part')
    const reading = read(formOfPart(instrument, part), req.body)
    if (!reading.ok) {
      const page = await answerPartPage(db, found, number, { form: reading.form })
      return show(res.status(422), 'reviews/answer-part', page)
    }
    const isLast = number === instrument.parts.length
    await inOne(db, async trx => {
      await saveAnswers(trx, round, person, saidIn(part, instrument, reading.values))
      if (isLast && !isScript(req)) await finishAnswers(trx, round, person)
    })
    if (isScript(req)) return void res.json({ savedAt: now() })
    res.redirect(303, isLast ? `${address}/answer/done` : `${address}/answer/${number + 1}`)
  })

  /** @throws NotFound for those who are not asked, Conflict before it opens and after it has closed */
  async function roundToAnswer(person: Reader, at: { network: string; round: string }): Promise<FoundRound> {
    const found = await findRound(db, person, at)
    if (!found.asked) throw new NotFound('review')
    if (!mayAnswer(person, found.round, found.asked)) throw new Conflict(tooLateInWords(found.round.closedAt))
    return found
  }

  return routes
}
