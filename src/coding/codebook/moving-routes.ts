import { Router } from 'express'
import { inOne } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { ShiftForm, SpotForm } from '../forms.js'
import type { MovePage } from './pages.js'
import { codeChoices, findCodeToChange, type FoundCode } from './book.js'
import { moveCode, shiftCode } from './moving-codes.js'

/** Giving a code another place in the book. */
export function movingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/codes/:code/place', async (req, res) => {
    const code = await findCodeToChange(db, signedIn(res), req.params.code)
    show(res, 'coding/move', movePage(code, formOf({ parentId: code.parentId ?? '', beforeId: idOfNextBeside(code) })))
  })

  routes.post('/codes/:code/place', async (req, res) => {
    const person = signedIn(res)
    const code = await findCodeToChange(db, person, req.params.code)
    const reading = read(SpotForm, req.body)
    if (!reading.ok) return show(res.status(422), 'coding/move', movePage(code, reading.form))
    const { parentId, beforeId } = reading.values
    const before = code.book.find(one => one.id === beforeId)
    // A place before another code says by itself which code it is under.
    const spot = { parentId: (before ? before.parentId : parentId) || null, beforeId: before?.id ?? null }
    try {
      await inOne(db, trx => moveCode(trx, code, person, spot))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const form = addMistake(formOf(req.body), 'parentId', error.message)
      return show(res.status(409), 'coding/move', movePage(code, form))
    }
    res.redirect(303, `/groups/${code.groupId}/codes#code-${code.id}`)
  })

  routes.post('/codes/:code/shift', async (req, res) => {
    const person = signedIn(res)
    const code = await findCodeToChange(db, person, req.params.code)
    const reading = read(ShiftForm, req.body)
    if (reading.ok) await inOne(db, trx => shiftCode(trx, code, person, reading.values.way))
    res.redirect(303, `/groups/${code.groupId}/codes#code-${code.id}`)
  })

  return routes
}

function movePage(code: FoundCode, form: FormState): MovePage {
  const others = code.book.filter(one => one.id !== code.id && !code.below.includes(one.id))
  return {
    title: `Move the code ${code.name}`,
    ...aroundCoding(code.enquiry, codesCrumb(code), { href: code.href, text: code.name }),
    code,
    form,
    parents: codeChoices(others),
    befores: others.map(one => ({ value: one.id, text: one.path })),
  }
}

function idOfNextBeside(code: FoundCode): string {
  const beside = code.book.filter(one => one.parentId === code.parentId)
  return beside[beside.findIndex(one => one.id === code.id) + 1]?.id ?? ''
}
