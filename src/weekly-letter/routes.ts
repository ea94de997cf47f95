import { Router } from 'express'
import { z } from 'zod'
import { inOne } from '../database.js'
import type { House } from '../house.js'
import { letterHeadings, lettersNotWantedBy } from '../mail/wishes.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import type { Brought } from '../room.js'
import { choice, several } from '../web/fields.js'
import { formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { offRoutes } from './off-routes.js'
import type { LettersPage } from './pages.js'
import { sinceWhen } from './sending.js'
import { weekdays } from './weekdays.js'
import { chooseLetters, weeklyLetterOf } from './wishes.js'
import { isWorthALetter, weekOf, weeklyLetter } from './writing.js'

const lettersForm = (kinds: string[]) =>
  z.strictObject({
    letters: several().pipe(z.array(z.enum(kinds, { error: 'Tick letters from this list' }))),
    weekday: choice(['1', '2', '3', '4', '5', '6', '7'], 'Choose a day of the week'),
  })

/** Which letters somebody gets, on which day, and what the weekly one would say now. */
export function lettersRoutes({ db, mail, baseUrl }: House, brought: Brought): Router {
  const routes = Router()
  const kinds = brought.letters.map(one => one.letter)

  const page = async (person: Reader, form?: FormState): Promise<LettersPage> => {
    const known = await weeklyLetterOf(db, person)
    const not = await lettersNotWantedBy(db, person)
    const week = await weekOf(db, person, brought, sinceWhen(known.lookedAt))
    const wanted = kinds.filter(letter => !not.has(letter))
    return {
      title: 'Letters to me',
      form: form ?? formOf({ letters: wanted, weekday: known.weekday }),
      kinds: letterHeadings.map(heading => ({
        heading,
        sorts: brought.letters.filter(one => one.of === heading),
      })),
      weekdays: weekdays.map((name, place) => ({ value: String(place + 1), text: name })),
      email: person.email,
      leaves: mail.leaves,
      sentAt: known.sentAt,
      letter: isWorthALetter(week) ? weeklyLetter(person, week, baseUrl) : null,
    }
  }

  routes.get('/letters', async (_req, res) => {
    show(res, 'weekly-letter/letters', await page(signedIn(res)))
  })

  routes.post('/letters', async (req, res) => {
    const person = signedIn(res)
    const reading = read(lettersForm(kinds), req.body)
    if (!reading.ok) return show(res.status(422), 'weekly-letter/letters', await page(person, reading.form))
    const { letters, weekday } = reading.values
    await inOne(db, trx => chooseLetters(trx, person, letters, Number(weekday), brought.letters))
    await tell(db, res, 'That is how letters come to you from now on.')
    res.redirect(303, '/letters')
  })

  routes.use(offRoutes(db, brought.letters))
  return routes
}
