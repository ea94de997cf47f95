import { Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { choice, neededText, optionalLine } from '../../web/fields.js'
import { type FormState, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findItemToMinute } from '../agenda/finding.js'
import { topOf } from '../circles/circle-page.js'
import { findMeeting, type FoundMeeting } from '../meetings.js'
import '../pages.js'
import { mayAddNote, mayAgreeMinutes, mayAmend } from '../permissions.js'
import { addNote, answerAmendment, findAmendment, suggestAmendment } from './minutes.js'

const WordsForm = z.strictObject({ words: neededText('Say what should be written instead', 2000) })
const AnswerForm = z.strictObject({
  answer: choice(['accepted', 'not accepted'], 'Say whether it is accepted'),
  words: optionalLine(500),
})

/** What those who were there ask to be written otherwise, and what is said of agreed minutes afterwards. */
export function amendmentRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/meetings/:meeting/items/:item' as const

  routes.post(`${at}/amendments`, async (req, res) => {
    const { found, item } = await findItemToMinute(db, signedIn(res), req.params)
    allow(mayAmend(found, item), 'Those who were at the meeting ask for amendments, until the minutes are agreed.')
    const address = `${found.address}/items/${item.id}/amendments`
    const reading = read(WordsForm, req.body)
    if (!reading.ok)
      return show(
        res.status(422),
        'meetings/amendment-edit',
        wordsPage(found, 'Ask for an amendment', address, reading.form),
      )
    await inOne(db, trx => suggestAmendment(trx, found.meeting, item, found.person, reading.values.words))
    await tell(db, res, 'Your amendment is with whoever looks after the minutes.')
    res.redirect(303, `${found.address}/minutes#item-${item.id}`)
  })

  routes.post('/meetings/:meeting/amendments/:amendment', async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    const amendment = await findAmendment(db, found.meeting, req.params.amendment)
    await findItemToMinute(db, found.person, { meeting: found.meeting.id, item: amendment.itemId })
    allow(mayAgreeMinutes(found), 'Whoever chairs or notes the meeting answers amendments.')
    const { answer, words } = wellRead(read(AnswerForm, req.body))
    await inOne(db, trx => answerAmendment(trx, found.meeting, amendment, found.person, answer, words))
    const said = answer === 'accepted' ? 'It is accepted. Now write it into the minutes.' : 'It is answered.'
    await tell(db, res, said)
    res.redirect(303, `${found.address}/minutes#item-${amendment.itemId}`)
  })

  routes.post(`${at}/notes`, async (req, res) => {
    const { found, item } = await findItemToMinute(db, signedIn(res), req.params)
    allow(mayAddNote(found, item), 'Whoever chairs or notes the meeting adds a note to agreed minutes.')
    const address = `${found.address}/items/${item.id}/notes`
    const reading = read(WordsForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'meetings/amendment-edit', wordsPage(found, 'Add a note', address, reading.form))
    await inOne(db, trx => addNote(trx, found.meeting, item, found.person, reading.values.words))
    await tell(db, res, 'The note stands under the item, with its day.')
    res.redirect(303, `${found.address}/minutes#item-${item.id}`)
  })

  return routes
}

function wordsPage(found: FoundMeeting, title: string, address: string, form: FormState) {
  return {
    ...topOf(found, title),
    ...{ over: found.meeting.title, address, back: `${found.address}/minutes`, form, people: [], circles: [] },
    button: title,
  }
}
