import { Router } from 'express'
import { inOne } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { knowledgeCrumb } from '../addresses.js'
import { RemovalForm } from '../forms.js'
import type { ConfirmReferencePage } from '../pages.js'
import { referenceToKeep } from './reference-to-keep.js'
import { addressOf, type FoundReference } from './references.js'
import { bringBackReference, removeReference } from './removing.js'
import { shownReference } from './shown-reference.js'

/** A reference is removed from the group's list with a reason, and brought back. */
export function removalRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/references/:reference/removal', async (req, res) => {
    const { reference, enquiry } = await referenceToKeep(db, req, res)
    show(res, 'knowledge/confirm', removalPage(reference, enquiry))
  })

  routes.post('/references/:reference/removal', async (req, res) => {
    const { person, reference, enquiry } = await referenceToKeep(db, req, res)
    const reading = read(RemovalForm, req.body)
    if (!reading.ok) return show(res.status(422), 'knowledge/confirm', removalPage(reference, enquiry, reading.form))
    await inOne(db, trx => removeReference(trx, enquiry, reference, person, reading.values.because))
    await tell(db, res, 'It is off your list. Its page says why, and brings it back.')
    res.redirect(303, addressOf(reference))
  })

  routes.post('/references/:reference/removal/end', async (req, res) => {
    const { person, reference, enquiry } = await referenceToKeep(db, req, res)
    await inOne(db, trx => bringBackReference(trx, enquiry, reference, person))
    await tell(db, res, 'It is on your list again.')
    res.redirect(303, addressOf(reference))
  })

  return routes
}

function removalPage(reference: FoundReference, enquiry: Enquiry, form?: FormState): ConfirmReferencePage {
  const { short, cite } = shownReference(reference)
  return {
    title: 'Remove a reference',
    breadcrumbs: crumbsOf(enquiry, knowledgeCrumb(enquiry)),
    head: headOf(enquiry, 'knowledge'),
    confirm: {
      heading: `Remove ${short}`,
      what: [
        'It leaves your list, with what you said of it, and is no longer listed in your write-up.',
        `Texts that cite ${cite} show the key as it was typed.`,
      ],
      undo: 'You can bring it back from its page.',
      reason: { name: 'because', label: 'Why do you remove it?' },
      address: `${addressOf(reference)}/removal`,
      button: 'Remove it',
      cancel: { href: addressOf(reference), text: 'Keep it' },
      ...(form ? { form } : {}),
    },
  }
}
