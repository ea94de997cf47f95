import { type Request, type Response, Router } from 'express'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { addMistake, formOf, type FormState } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { mayOpenFor, mayReadFindings } from '../permissions.js'
import { findRequest, type FoundRequest, numberOf, stillOpen } from '../requests.js'
import { choicesIn } from './choices.js'
import { choose, findingsOf, shownFindings } from './findings.js'

const perPage = 20
const notYours = 'The school that answers for the data chooses what goes along.'

/** What was found, a page at a time, and what becomes of each. */
export function findingRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/requests/:request/findings' as const

  routes.get(at, async (req, res) => {
    const found = await findRequest(house, signedIn(res), req.params)
    allow(mayReadFindings(found.person, found.request), notYours)
    await showFindings(req, res, found)
  })

  routes.post(at, async (req, res) => {
    const found = await findRequest(house, signedIn(res), req.params)
    allow(mayOpenFor(found.person, found.request), notYours)
    stillOpen(found.request)
    const { choices, mistake } = choicesIn(req.body)
    if (mistake) {
      const form = addMistake(formOf(req.body), mistake.field, mistake.text)
      return showFindings(req, res.status(422), found, form)
    }
    await choose(db, found.request.id, choices)
    await tell(db, res, 'What you chose on this page is saved.')
    const { next } = req.body as { next?: unknown }
    const page = typeof next === 'string' && /^\d{1,6}$/.test(next) ? `?page=${next}` : ''
    res.redirect(303, `${found.address}/findings${page}`)
  })

  async function showFindings(
    req: Request,
    res: Response,
    found: FoundRequest,
    form: FormState = formOf(),
  ): Promise<void> {
    const { request, head, listAddress, address } = found
    const { rows, total } = await findingsOf(db, request.id, pageNumber(req), perPage)
    const shown = await shownFindings(house, found, rows)
    show(res, 'requests/findings', {
      ...{ title: `What was found for ${numberOf(request)}`, head, listAddress, form },
      ...{ address: `${address}/findings`, back: address, number: numberOf(request) },
      isErasure: request.kind === 'erasure',
      findings: pageOf(req, shown, total, perPage),
    })
  }

  return routes
}
