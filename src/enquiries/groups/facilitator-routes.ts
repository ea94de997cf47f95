import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { endFacilitation } from '../../groups/leaving.js'
import { peopleOf } from '../../groups/people.js'
import { mayEndFacilitation, mayInviteFacilitators } from '../../groups/permissions.js'
import type { House } from '../../house.js'
import { handToPage } from '../../people/handing-to-pages.js'
import { invite, sendInvitation } from '../../people/invitations/invitations.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type Enquiry, findEnquiry } from '../enquiry.js'
import { FacilitatorForm } from '../forms.js'
import { crumbsOf, headOf } from '../head.js'
import { peoplePage } from './people-page.js'

/** A facilitator is invited, and thanked when their part is over. */
export function facilitatorRoutes(house: House): Router {
  const { db, mail, baseUrl } = house
  const routes = Router()

  routes.post('/groups/:group/facilitators', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayInviteFacilitators(enquiry), 'The lead learner or a network leader invites facilitators.')
    const reading = read(FacilitatorForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    if (reading.ok && reading.values.email === person.email) addMistake(form, 'email', 'This is your own address')
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'enquiries/people', await peoplePage(house, person, enquiry, form))
    const { name } = reading.values
    const { networkId, networkName, groupId } = enquiry
    const asked = {
      ...reading.values,
      networkId,
      networkName,
      groupId,
      role: 'facilitator' as const,
      invitedBy: person,
    }
    const invited = await inOne(db, trx => invite(trx, baseUrl, asked))
    await sendInvitation(house, invited)
    const sent = { name, link: invited.link, mailed: mail.leaves }
    res.redirect(303, await handToPage(db, res, `/groups/${groupId}/people`, sent))
  })

  routes.post('/groups/:group/facilitators/:id/ending', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayEndFacilitation(enquiry), 'The lead learner or a network leader does this.')
    const facilitator = await facilitatorIn(db, enquiry, req.params.id)
    await inOne(db, trx =>
      endFacilitation(trx, { id: enquiry.groupId, networkId: enquiry.networkId }, person, facilitator),
    )
    await tell(db, res, `${facilitator.name} does not see the group any more.`)
    res.redirect(303, `/groups/${enquiry.groupId}/people`)
  })

  routes.get('/groups/:group/facilitators/:id/ending', async (req, res) => {
    const enquiry = await findEnquiry(db, signedIn(res), req.params.group)
    allow(mayEndFacilitation(enquiry), 'The lead learner or a network leader does this.')
    const { name } = await facilitatorIn(db, enquiry, req.params.id)
    show(res, 'enquiries/confirm', {
      title: `Thank ${name}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'people'),
      confirm: {
        heading: `Thank ${name} and end the invitation`,
        what: [`${name} stops seeing the group at once.`, 'What they said and asked stays.'],
        undo: 'You can invite them again.',
        address: req.path,
        button: 'End the invitation',
        cancel: { href: `/groups/${enquiry.groupId}/people`, text: 'Keep it' },
      },
    })
  })

  return routes
}

async function facilitatorIn(db: Db, enquiry: Enquiry, id: string) {
  const people = await peopleOf(db, enquiry.groupId)
  const found = people.find(one => one.id === id && one.role === 'facilitator')
  if (!found) throw new NotFound('facilitator')
  return found
}
