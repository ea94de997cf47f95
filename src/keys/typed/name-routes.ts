import { Router } from 'express'
import { z } from 'zod'
import { BadInput, NotAllowed, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { isScript } from '../../web/answering-scripts.js'
import { localPath } from '../../web/local-path.js'
import { read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { insteadOf, mayLetBe, placeTypedIn, worksThere } from './names-typed.js'
import { letNameBe, namesNoticed } from '../noticing.js'
import type { WhoseWords } from '../whose-words.js'

const TypedForm = z.strictObject({
  address: z.string().max(500),
  text: z.string().max(50_000),
  /** The name of the box. */
  field: z.string().max(80).optional(),
  group: z.string().max(80).optional(),
})

const LetBeForm = z.strictObject({
  address: z.string().max(500),
  words: z.string().trim().min(1).max(200),
  field: z.string().max(80).optional(),
  group: z.string().max(80).optional(),
  back: z.string().max(500).optional(),
})

/** Names in words that are being typed: told while they are typed, and let be where they are nobody's. Nothing is kept. */
export function nameTypedRoutes(house: House, whose: WhoseWords): Router {
  const { db } = house
  const routes = Router()

  routes.post('/names', async (req, res) => {
    const person = signedIn(res)
    const reading = read(TypedForm, req.body)
    if (!reading.ok) throw new BadInput('There is too much to look through at once.', 422)
    const { address, text, field, ...fields } = reading.values
    const typed = await whose(db, person, address, fields)
    if (!worksThere(person, typed)) throw new NotFound()
    const noticed = typed.namesBelong(field ?? '')
      ? []
      : await namesNoticed(house, person, typed, text, placeTypedIn(address))
    res.json({
      names: noticed.map(({ words, startsAt, endsAt, code }) => ({
        words,
        startsAt,
        endsAt,
        instead: insteadOf(text, { startsAt, code }),
      })),
      mayLetBe: mayLetBe(person, typed),
    })
  })

  routes.post('/names/let-be', async (req, res) => {
    const person = signedIn(res)
    const reading = read(LetBeForm, req.body)
    if (!reading.ok) throw new BadInput('Say which words.', 422)
    const { address, words, back, ...fields } = reading.values
    const typed = await whose(db, person, address, fields)
    if (!worksThere(person, typed)) throw new NotFound()
    if (!mayLetBe(person, typed)) throw new NotAllowed('Those in the group say who is no pupil.')
    await letNameBe(house, person, typed, placeTypedIn(address), words)
    if (isScript(req)) return void res.json({})
    await tell(db, res, `“${words}” is let be.`)
    res.redirect(303, localPath(back))
  })

  return routes
}
