import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, BadInput, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ErasureForm } from '../forms.js'
import { findingsOf, shownFindings } from '../findings/findings.js'
import { isErasureAsked, mayConfirmErasure, mayOpenFor, mayReadFindings } from '../permissions.js'
import { findRequest, type FoundRequest, numberOf } from '../requests.js'
import { outOfReach } from '../case-page.js'
import { askedBy, numbersOf } from './preview.js'
import { askErasure, confirmErasure, refuseErasure } from './wishing.js'

const perPage = 20
const notYours = 'Two people erase: one of the school asks, and another of it, or a leader of the network, confirms.'

/** Erasing a pupil: everything that would go is read first; one asks, another confirms. */
export function erasureRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/requests/:request/erasure' as const

  routes.get(at, async (req, res) => {
    const found = await findRequest(house, signedIn(res), req.params)
    allow(mayReadFindings(found.person, found.request), notYours)
    await preview(req, res, found)
  })

  routes.post(at, async (req, res) => {
    const found = await findRequest(house, signedIn(res), req.params)
    allow(mayOpenFor(found.person, found.request), notYours)
    if (found.request.erasureAskedAt !== null || found.request.lookedAt === null)
      throw new Conflict(
        'The case is still being looked through, or a second person has been asked already. Open it to see how it stands.',
      )
    const reading = read(ErasureForm, req.body)
    if (!reading.ok || reading.values.understood.length === 0) {
      const form = addMistake(formOf(req.body), 'understood', 'Tick that you have read the list')
      return preview(req, res.status(422), found, form)
    }
    try {
      await inOne(db, trx => askErasure(trx, found.request, found.person))
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      return preview(req, res.status(422), found, addMistake(formOf(req.body), '', error.message))
    }
    await tell(db, res, 'A second person has been asked. Nothing is erased before they confirm it.')
    res.redirect(303, found.address)
  })

  routes.post(`${at}/confirmation`, async (req, res) => {
    const found = await findRequest(house, signedIn(res), req.params)
    allow(mayConfirmErasure(found.person, found.request), notYours)
    const reading = read(ErasureForm, req.body)
    if (!reading.ok || reading.values.understood.length === 0) {
      const form = addMistake(formOf(req.body), 'understood', 'Tick that you have read the list')
      return preview(req, res.status(422), found, form)
    }
    await inOne(db, trx => confirmErasure(trx, found.request, found.person))
    await tell(db, res, 'It is being erased. This page says when it is done.')
    res.redirect(303, found.address)
  })

  routes.post(`${at}/refusal`, async (req, res) => {
    const found = await findRequest(house, signedIn(res), req.params)
    const { person, request } = found
    allow(mayConfirmErasure(person, request) || request.erasureAskedBy === person.id, notYours)
    await inOne(db, trx => refuseErasure(trx, request, person))
    await tell(db, res, 'Nothing is erased.')
    res.redirect(303, found.address)
  })

  async function preview(req: Request, res: Response, found: FoundRequest, form: FormState = formOf()): Promise<void> {
    const { person, request, head, listAddress, address } = found
    const { rows, total } = await findingsOf(db, request.id, pageNumber(req), perPage)
    show(res, 'requests/erasure', {
      ...{ title: `What would be erased for ${numberOf(request)}`, head, listAddress, form, outOfReach },
      ...{ address: `${address}/erasure`, back: address, number: numberOf(request) },
      findings: pageOf(req, await shownFindings(house, found, rows), total, perPage),
      numbers: await numbersOf(db, request.id),
      asked: await askedBy(db, request),
      may: {
        ask: mayOpenFor(person, request) && request.erasureAskedAt === null && request.lookedAt !== null,
        confirm: mayConfirmErasure(person, request),
        refuse: isErasureAsked(request) && (mayConfirmErasure(person, request) || request.erasureAskedBy === person.id),
      },
    })
  }

  return routes
}
