import { Router } from 'express'
import { inOne } from '../../database.js'
import { enquiryAsked } from '../../enquiries/asked.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { knowledgeAddress, knowledgeCrumb } from '../addresses.js'
import { listAsked } from '../asked.js'
import { kindOptions } from '../choices.js'
import { NewReferenceForm, TakeOverForm } from '../forms.js'
import type { ReferenceFormPage } from '../pages.js'
import { mayKeepReferences } from '../permissions.js'
import { addReference } from './adding.js'
import { workOf } from './by-hand.js'
import { addressOf, findReference } from './references.js'

/** A work is added by hand, or taken over from another group of the network. */
export function addingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/knowledge/new', async (req, res) => {
    const enquiry = await listAsked(db, signedIn(res), req)
    allow(mayKeepReferences(enquiry))
    show(res, 'knowledge/form', newPage(enquiry, formOf({ kind: 'book' })))
  })

  routes.post('/groups/:group/knowledge', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await enquiryAsked(db, person, req)
    allow(mayKeepReferences(enquiry))
    const reading = read(NewReferenceForm, req.body)
    if (!reading.ok) return show(res.status(422), 'knowledge/form', newPage(enquiry, reading.form))
    const reference = await inOne(db, trx => addReference(trx, enquiry, person, workOf(reading.values)))
    await tell(db, res, `It is added. Cite it in any text as [@${reference.key}].`)
    res.redirect(303, addressOf(reference))
  })

  routes.post('/groups/:group/knowledge/taking-over', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await enquiryAsked(db, person, req)
    allow(mayKeepReferences(enquiry))
    const reading = read(TakeOverForm, req.body)
    if (!reading.ok) throw new NotFound('reference')
    const theirs = await findReference(db, person, reading.values.reference)
    if (theirs.sharedAt === null) throw new NotFound('reference')
    const reference = await inOne(db, trx => addReference(trx, enquiry, person, theirs.work, theirs.key))
    await tell(db, res, `Your group has it too. Cite it as [@${reference.key}].`)
    res.redirect(303, addressOf(reference))
  })

  return routes
}

function newPage(enquiry: Enquiry, form: FormState): ReferenceFormPage {
  return {
    title: 'Add a reference by hand',
    breadcrumbs: crumbsOf(enquiry, knowledgeCrumb(enquiry)),
    head: headOf(enquiry, 'knowledge'),
    form,
    kinds: kindOptions(),
    address: knowledgeAddress(enquiry),
    back: knowledgeAddress(enquiry),
    revising: null,
  }
}
