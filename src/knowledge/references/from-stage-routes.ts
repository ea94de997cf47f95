import { Router } from 'express'
import { inOne } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf, stageAddress } from '../../enquiries/head.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { addReference } from './adding.js'
import { namesIn } from './by-hand.js'
import { SourceForm } from '../forms.js'
import { knowledgeCrumb } from '../addresses.js'
import { stanceOptions } from '../choices.js'
import { maySayWhatItDoes } from '../permissions.js'
import { findReference, referencesOf } from './references.js'
import { sayOfReference } from './saying.js'
import { shownReference } from './shown-reference.js'
import { workFrom } from './work.js'

/** From the purpose stage: a work and what it does to the group's thinking, in one go. */
export function fromStageRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/groups/:group/published-knowledge', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(maySayWhatItDoes(enquiry))
    const reading = read(SourceForm, req.body)
    const again = async (form: FormState) => show(res.status(422), 'knowledge/source', await sourcePage(enquiry, form))
    if (!reading.ok) return again(reading.form)
    const { reference: id, source, authors, year, address, ...said } = reading.values
    if (!id && !source)
      return again(addMistake(formOf(req.body), 'source', 'Enter what it is called, or choose a reference'))
    const work = () =>
      workFrom({
        type: address ? 'webpage' : 'document',
        title: source,
        author: namesIn(authors),
        issued: year ? [Number(year)] : undefined,
        URL: address,
      })!
    const reference = id
      ? await findReference(db, person, id)
      : await inOne(db, trx => addReference(trx, enquiry, person, work()))
    allow(reference.groupId === enquiry.groupId)
    await inOne(db, trx => sayOfReference(trx, enquiry, reference, person, said))
    await tell(db, res, `What it says is added. Cite it in any text as [@${reference.key}].`)
    res.redirect(303, `${stageAddress(enquiry, 'purpose')}#published-knowledge`)
  })

  async function sourcePage(enquiry: Enquiry, form: FormState) {
    return {
      title: 'Add something published',
      breadcrumbs: crumbsOf(enquiry, knowledgeCrumb(enquiry)),
      head: headOf(enquiry, 'knowledge'),
      form,
      stances: stanceOptions(),
      references: (await referencesOf(db, enquiry.groupId)).map(one => {
        const { short } = shownReference(one)
        return { value: one.id, text: `${short} ${one.title}`.slice(0, 110) }
      }),
      address: `/groups/${enquiry.groupId}/published-knowledge`,
      back: stageAddress(enquiry, 'purpose'),
    }
  }

  return routes
}
