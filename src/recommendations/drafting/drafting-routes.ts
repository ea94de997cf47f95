import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { headOf } from '../../enquiries/head.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { RecommendationForm } from '../forms.js'
import type { RecommendationEditPage } from '../pages.js'
import { mayDraft, mayRevise } from '../permissions.js'
import { findOwnRecommendation, type RecommendationWithResponses } from '../recommendations.js'
import { draftRecommendation, reviseRecommendation } from './drafting.js'
import { amongThose, piecesToLeanOn } from './leaning.js'

/** A recommendation is drafted, and revised until it is sent. */
export function draftingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/recommendations/new', async (req, res) => {
    const { person, enquiry } = await drafting(res, req.params.group)
    show(res, 'recommendations/edit', await editPage(db, enquiry, person, null, formOf()))
  })

  routes.post('/groups/:group/recommendations', async (req, res) => {
    const { person, enquiry } = await drafting(res, req.params.group)
    const reading = read(RecommendationForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'recommendations/edit', await editPage(db, enquiry, person, null, reading.form))
    const { evidence, version: _, ...words } = reading.values
    const said = { ...words, evidenceIds: await amongThose(db, person, enquiry, evidence) }
    const row = await inOne(db, trx => draftRecommendation(trx, enquiry, person, said))
    res.redirect(303, `/recommendations/${row.id}`)
  })

  routes.get('/recommendations/:id/edit', async (req, res) => {
    const person = signedIn(res)
    const { recommendation, enquiry } = await findOwnRecommendation(db, person, req.params.id)
    allow(mayRevise(enquiry, recommendation))
    const { releaseDays, evidenceIds } = recommendation
    const form = formOf({ ...recommendation, releaseDays: releaseDays ?? '', evidence: evidenceIds })
    show(res, 'recommendations/edit', await editPage(db, enquiry, person, recommendation, form))
  })

  routes.post('/recommendations/:id', async (req, res) => {
    const person = signedIn(res)
    const { recommendation, enquiry } = await findOwnRecommendation(db, person, req.params.id)
    allow(
      mayRevise(enquiry, recommendation),
      'It has been sent, so it stays as the heads received it. Withdraw it and send another instead.',
    )
    const reading = read(RecommendationForm, req.body)
    if (!reading.ok) {
      const page = await editPage(db, enquiry, person, recommendation, reading.form)
      return show(res.status(422), 'recommendations/edit', page)
    }
    const { evidence, version, ...words } = reading.values
    const said = { ...words, evidenceIds: await amongThose(db, person, enquiry, evidence) }
    try {
      await inOne(db, trx => reviseRecommendation(trx, enquiry, recommendation, person, said, version ?? 0))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const page = await bothDraftsPage(db, person, recommendation.id, req.body, error.message)
      return show(res.status(409), 'recommendations/edit', page)
    }
    await tell(db, res, 'The recommendation is saved.')
    res.redirect(303, `/recommendations/${recommendation.id}`)
  })

  async function drafting(res: Response, group: string) {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, group)
    allow(mayDraft(enquiry))
    return { person, enquiry }
  }

  return routes
}

async function editPage(
  db: Db,
  enquiry: Enquiry,
  person: Reader,
  recommendation: RecommendationWithResponses | null,
  form: FormState,
): Promise<RecommendationEditPage> {
  return {
    title: recommendation ? `Revise recommendation R${recommendation.number}` : 'Draft a recommendation',
    head: headOf(enquiry, 'recommendations'),
    groupId: enquiry.groupId,
    recommendation,
    form,
    pieces: await piecesToLeanOn(db, person, enquiry),
  }
}

/** My words stay in the form, upon the newest version, with what it says now above them. */
async function bothDraftsPage(db: Db, person: Reader, id: string, body: unknown, why: string) {
  const { recommendation, enquiry } = await findOwnRecommendation(db, person, id)
  const form = formOf({ ...(body as object), version: recommendation.version })
  form.summary.push({
    field: 'recommendation',
    text: `${why} It now says: “${recommendation.recommendation}” Your words are below; save again to keep yours.`,
  })
  return editPage(db, enquiry, person, recommendation, form)
}
