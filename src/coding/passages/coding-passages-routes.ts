import { createHash } from 'node:crypto'
import { Router } from 'express'
import type { z } from 'zod'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import type { Place } from '../../evidence/readable-texts/anchoring.js'
import type { ReadableText } from '../../evidence/tables.js'
import { isScript } from '../../web/answering-scripts.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { render } from '../../web/showing/views.js'
import { signedIn } from '../../web/signed-in.js'
import { codePassage, takeCodeOff } from './coding-passages.js'
import { codingPage, findPieceToCode, type PieceToCode } from './coding-page.js'
import { findCoding } from './codings.js'
import { PassageForm } from '../forms.js'
import { mayCodeNow } from '../permissions.js'
import { sentencesOf } from './sentences.js'

/** Coding the texts of a piece, alone or together with somebody who has it open too. */
export function codingPassagesRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/evidence/:id/coding', async (req, res) => {
    const person = signedIn(res)
    show(res, 'coding/text', await codingPage(db, person, await findPieceToCode(db, person, req.params.id)))
  })

  // Asked for every few seconds by an open page: the same as before is answered without a word.
  routes.get('/evidence/:id/coding/now', async (req, res) => {
    const person = signedIn(res)
    const page = await codingPage(db, person, await findPieceToCode(db, person, req.params.id))
    const { head: _head, breadcrumbs: _crumbs, ...changing } = page
    const tag = `"${createHash('sha256').update(JSON.stringify(changing)).digest('base64url').slice(0, 27)}"`
    res.set({ ETag: tag, 'Cache-Control': 'no-store' })
    if (req.get('If-None-Match') === tag) return void res.status(304).end()
    res.type('html').send(render('coding/_now', { ...page, here: page.address }))
  })

  routes.post('/evidence/:id/codings', async (req, res) => {
    const person = signedIn(res)
    const found = await findPieceToCode(db, person, req.params.id)
    allow(mayCodeNow(found.enquiry, found.blindReading))
    const reading = read(PassageForm, req.body)
    const refused = async (status: number, field: string, sentence: string) => {
      const form = addMistake(reading.ok ? formOf(req.body) : reading.form, field, sentence)
      show(res.status(status), 'coding/text', await codingPage(db, person, found, form))
    }
    if (!reading.ok) {
      const [mistake] = reading.form.summary
      return refused(422, mistake?.field ?? 'codes', mistake?.text ?? 'Choose some words and a code.')
    }
    const { text, place } = placeMeant(found, reading.values)
    if (!text)
      return refused(
        409,
        'text',
        'This text has changed since you opened it. Look at it as it is now, and choose again.',
      )
    if (!place) return refused(422, 'from', 'Choose the words first: from which sentence to which.')
    try {
      const { passage, said } = await inOne(db, trx =>
        codePassage(trx, found.enquiry, found.piece, text, place, person, reading.values, found.blindReading),
      )
      if (isScript(req)) return void res.status(201).json({ said, passage: passage.id })
      await tell(db, res, `You ${said}.`)
      res.redirect(303, `/evidence/${found.piece.id}/coding#text-${text.id}`)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      return refused(409, 'codes', error.message)
    }
  })

  routes.post('/codings/:coding/removal', async (req, res) => {
    const person = signedIn(res)
    const coding = await findCoding(db, person, req.params.coding)
    const found = await findPieceToCode(db, person, coding.evidenceId)
    allow(mayCodeNow(found.enquiry, found.blindReading))
    await inOne(db, trx => takeCodeOff(trx, coding, person))
    if (isScript(req)) return void res.status(200).json({ said: 'The code is taken off.' })
    await tell(db, res, 'The code is taken off. You can undo this.')
    res.redirect(303, `/evidence/${coding.evidenceId}/coding`)
  })

  return routes
}

/** The words that were meant: by where they begin and end, or from one sentence to another. */
function placeMeant(
  { texts }: PieceToCode,
  { text: id, startsAt, endsAt, from, to }: z.output<typeof PassageForm>,
): { text?: ReadableText; place?: Place } {
  const text = texts.find(one => one.id === id)
  if (!text) return {}
  if (startsAt !== undefined && endsAt !== undefined) return { text, place: { startsAt, endsAt } }
  if (from === undefined) return { text }
  const sentences = sentencesOf(text.words)
  const [first, last] = [sentences[Math.min(from, to ?? from)], sentences[Math.max(from, to ?? from)]]
  return first && last ? { text, place: { startsAt: first.startsAt, endsAt: last.endsAt } } : { text }
}
