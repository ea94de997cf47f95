import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { RecommendationForm } from '../forms.js'
import { mayDraft, mayRevise } from '../permissions.js'
import { findOwnRecommendation } from '../recommendations.js'
import { beginningFrom } from './begun-from.js'
import { draftRecommendation, reviseRecommendation } from './drafting.js'
import { bothDraftsPage, draftInForm, editPage } from './edit-page.js'
import { amongThose } from './leaning.js'

/** A recommendation is drafted, from nothing or from what was found, and revised until it is sent. */
export function draftingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/recommendations/new', async (req, res) => {
    const asked = { claim: queried(req, 'claim'), effect: queried(req, 'effect') }
    const { person, enquiry, beginning } = await drafting(req, res, asked)
    const form = formOf(beginning?.words ?? { schools: enquiry.schoolIds })
    show(res, 'recommendations/edit', await editPage(db, enquiry, person, null, form, beginning))
  })

  routes.post('/groups/:group/recommendations', async (req, res) => {
    const reading = read(RecommendationForm, req.body)
    const sent = (req.body ?? {}) as Record<string, unknown>
    const word = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '')
    const { person, enquiry, beginning } = await drafting(req, res, { claim: word('claim'), effect: word('effect') })
    if (!reading.ok) {
      const page = await editPage(db, enquiry, person, null, reading.form, beginning)
      return show(res.status(422), 'recommendations/edit', page)
    }
    const said = await wordsOf(person, enquiry, reading.values)
    const row = await inOne(db, trx => draftRecommendation(trx, enquiry, person, said, beginning?.from))
    res.redirect(303, whereNext(row.id, reading.values.then))
  })

  routes.get('/recommendations/:id/edit', async (req, res) => {
    const person = signedIn(res)
    const { recommendation, enquiry } = await findOwnRecommendation(db, person, req.params.id)
    allow(mayRevise(enquiry, recommendation))
    const form = await draftInForm(db, recommendation)
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
    const { offered, version, then } = reading.values
    const said = { ...(await wordsOf(person, enquiry, reading.values)), offered }
    try {
      await inOne(db, trx => reviseRecommendation(trx, enquiry, recommendation, person, said, version ?? 0))
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      const page = await bothDraftsPage(db, person, recommendation.id, req.body, error.message)
      return show(res.status(409), 'recommendations/edit', page)
    }
    await tell(db, res, 'The recommendation is saved.')
    res.redirect(303, whereNext(recommendation.id, then))
  })

  /** What is begun from a claim or an action belongs to its cycle. */
  async function drafting(req: Request<{ group: string }>, res: Response, asked: { claim: string; effect: string }) {
    const person = signedIn(res)
    const newest = await findEnquiry(db, person, req.params.group)
    allow(mayDraft(newest))
    const beginning = await beginningFrom(db, person, newest.groupId, asked)
    return { person, enquiry: beginning?.enquiry ?? newest, beginning }
  }

  async function wordsOf(
    person: Reader,
    enquiry: Enquiry,
    { recommendation, reasons, releaseDays, cost, evidence, schools }: ReadForm,
  ) {
    const known = (await schoolsOf(db, enquiry.networkId)).map(school => school.id)
    return {
      ...{ recommendation, reasons, releaseDays, cost },
      evidenceIds: await amongThose(db, person, enquiry, evidence),
      schoolIds: known.filter(id => schools.includes(id)),
    }
  }

  return routes
}

type ReadForm = ReturnType<typeof RecommendationForm.parse>

function whereNext(id: string, then: string): string {
  return then === 'evidence' || then === 'sending' ? `/recommendations/${id}/${then}` : `/recommendations/${id}`
}
