import { type Response, Router } from 'express'
import { inOne } from '../database.js'
import { type Enquiry, findEnquiry } from '../enquiries/enquiry.js'
import { headOf } from '../enquiries/head.js'
import { allow, Conflict } from '../errors.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { RecommendationForm } from './forms.js'
import { amongThose, piecesToLeanOn } from './leaning.js'
import { mayDraft, mayRevise } from './permissions.js'
import { findOwnRecommendation, findRecommendation, type Told } from './recommendations.js'
import { draftRecommendation, reviseRecommendation } from './sending.js'

/** A recommendation is drafted, and revised until it is sent. */
export function draftingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/recommendations/new', async (req, res) => {
    const { person, enquiry } = await drafting(res, req.params.group)
    show(res, 'recommendations/edit', await editPage(enquiry, person, null, formOf()))
  })

  routes.post('/groups/:group/recommendations', async (req, res) => {
    const { person, enquiry } = await drafting(res, req.params.group)
    const reading = read(RecommendationForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'recommendations/edit', await editPage(enquiry, person, null, reading.form))
    const { evidence, version: _, ...words } = reading.values
    const said = {
      ...words,
      evidenceIds: await amongThose(db, person, enquiry, evidence),
    }
    const row = await inOne(db, trx => draftRecommendation(trx, enquiry, person, said))
    res.redirect(303, `/recommendations/${row.id}`)
  })

  routes.get('/recommendations/:id/edit', async (req, res) => {
    const { person, told, enquiry } = await own(res, req.params.id)
    allow(mayRevise(enquiry, told))
    const form = formOf({ ...told, releaseDays: told.releaseDays ?? '', evidence: told.evidenceIds })
    show(res, 'recommendations/edit', await editPage(enquiry, person, told, form))
  })

  routes.post('/recommendations/:id', async (req, res) => {
    const { person, told, enquiry } = await own(res, req.params.id)
    allow(
      mayRevise(enquiry, told),
      'It has been sent, so it stays as the heads received it. Withdraw it and send another instead.',
    )
    const reading = read(RecommendationForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'recommendations/edit', await editPage(enquiry, person, told, reading.form))
    const { evidence, version, ...words } = reading.values
    try {
      const said = { ...words, evidenceIds: await amongThose(db, person, enquiry, evidence) }
      await inOne(db, trx => reviseRecommendation(trx, enquiry, told, person, said, version ?? 0))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const now = (await findRecommendation(db, person, told.id)).told
      const form = formOf({ ...(req.body as object), version: now.version })
      form.summary.push({
        field: 'recommendation',
        text: `${error.message} It now says: “${now.recommendation}” Your words are below; save again to keep yours.`,
      })
      return show(res.status(409), 'recommendations/edit', await editPage(enquiry, person, now, form))
    }
    await tell(db, res, 'The recommendation is saved.')
    res.redirect(303, `/recommendations/${told.id}`)
  })

  async function drafting(res: Response, group: string) {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, group)
    allow(mayDraft(enquiry))
    return { person, enquiry }
  }

  async function own(res: Response, id: string) {
    const person = signedIn(res)
    return { person, ...(await findOwnRecommendation(db, person, id)) }
  }

  async function editPage(enquiry: Enquiry, person: Reader, told: Told | null, form: FormState) {
    const title = told ? `Revise recommendation R${told.number}` : 'Draft a recommendation'
    return {
      title,
      head: headOf(enquiry, 'recommendations'),
      groupId: enquiry.groupId,
      told,
      form,
      pieces: await piecesToLeanOn(db, person, enquiry),
    }
  }

  return routes
}
