import { Router } from 'express'
import { inOne } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { knowledgeCrumb } from '../addresses.js'
import { kindOptions } from '../choices.js'
import { ReferenceForm } from '../forms.js'
import type { ReferenceFormPage } from '../pages.js'
import { reviseReference } from './adding.js'
import { typedOf, workOf } from './by-hand.js'
import { referenceToKeep } from './reference-to-keep.js'
import { referencePage } from './reference-page.js'
import { addressOf, findReference, type FoundReference } from './references.js'

/** One reference: read, and put right. */
export function referenceRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/references/:reference', async (req, res) => {
    const reference = await findReference(db, signedIn(res), req.params.reference)
    show(res, 'knowledge/reference', await referencePage(db, reference))
  })

  routes.get('/references/:reference/edit', async (req, res) => {
    const { reference, enquiry } = await referenceToKeep(db, req, res)
    const form = formOf({ ...typedOf(reference.work), key: reference.key, version: reference.version })
    show(res, 'knowledge/form', editPage(reference, enquiry, form))
  })

  routes.post('/references/:reference', async (req, res) => {
    const { person, reference, enquiry } = await referenceToKeep(db, req, res)
    const reading = read(ReferenceForm, req.body)
    if (!reading.ok) return show(res.status(422), 'knowledge/form', editPage(reference, enquiry, reading.form))
    const { key, version, ...typed } = reading.values
    const revised = { work: workOf(typed, reference.work), key, version }
    const trouble = await inOne(db, trx => reviseReference(trx, enquiry, reference, person, revised)).then(
      done => (done ? null : 'Somebody else has changed this reference since you opened it. Open it again and look.'),
      (error: unknown) => {
        if (error instanceof Conflict) return error.message
        throw error
      },
    )
    if (trouble) {
      const form = addMistake(formOf(req.body), trouble.startsWith('Another') ? 'key' : 'title', trouble)
      return show(res.status(409), 'knowledge/form', editPage(reference, enquiry, form))
    }
    await tell(db, res, 'The reference is put right, wherever it is cited.')
    res.redirect(303, addressOf(reference))
  })

  return routes
}

function editPage(reference: FoundReference, enquiry: Enquiry, form: FormState): ReferenceFormPage {
  return {
    title: 'Put the reference right',
    breadcrumbs: crumbsOf(enquiry, knowledgeCrumb(enquiry)),
    head: headOf(enquiry, 'knowledge'),
    form,
    kinds: kindOptions(),
    address: addressOf(reference),
    back: addressOf(reference),
    revising: { key: reference.key },
  }
}
