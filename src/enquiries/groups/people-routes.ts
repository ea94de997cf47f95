import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { FacilitatorForm } from '../forms.js'
import { offerIn } from '../../groups/handing-over.js'
import { endFacilitation } from '../../groups/leaving.js'
import { formerPeopleOf, peopleOf } from '../../groups/people.js'
import {
  mayCloseGroup,
  mayEditGroup,
  mayEndFacilitation,
  mayInviteFacilitators,
  mayLeave,
  mayOfferHandover,
  mayRenewJoinLink,
  mayReopenGroup,
  maySeeJoinLink,
} from '../../groups/permissions.js'
import type { House } from '../../house.js'
import { handedToPage, handToPage } from '../../people/handing-to-pages.js'
import { invite, sendInvitation } from '../../people/invitations/invitations.js'
import type { Person } from '../../people/person.js'
import { tell } from '../../people/sessions.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { today } from '../../web/now.js'
import { type Enquiry, findEnquiry } from '../enquiry.js'
import { crumbsOf, headOf } from '../head.js'
import { groupFacts } from '../home.js'
import type { PeoplePage } from '../pages.js'

/** Who is in the group, from which school, and how others come in. */
export function peopleRoutes(house: House): Router {
  const { db, mail, baseUrl } = house
  const routes = Router()

  routes.get('/groups/:group/people', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const sent = await handedToPage<{ name: string; link: string; mailed: boolean }>(db, res)
    show(res, 'enquiries/people', { ...(await peoplePage(house, person, enquiry)), sent })
  })

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

async function peoplePage(
  { db, baseUrl }: House,
  person: Person,
  enquiry: Enquiry,
  form?: FormState,
): Promise<PeoplePage> {
  const people = await peopleOf(db, enquiry.groupId)
  const base = `/groups/${enquiry.groupId}`
  const { joinCode } = await groupFacts(db, enquiry.groupId)
  const hasLead = people.some(one => one.role === 'lead learner')
  const inside = enquiry.standing.member || enquiry.standing.networkLeader || enquiry.standing.coLeader
  return {
    title: `People, ${enquiry.groupName}`,
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'people'),
    base,
    people: people.map(one => ({ ...one, over: one.until !== null && one.until < today() })),
    former: inside ? await formerPeopleOf(db, enquiry.groupId) : [],
    hasLead,
    offer: inside ? ((await offerIn(db, enquiry.groupId)) ?? null) : null,
    me: person.id,
    joinLink: maySeeJoinLink(enquiry) ? `${baseUrl}/join/${joinCode}` : null,
    may: {
      renew: mayRenewJoinLink(enquiry),
      invite: mayInviteFacilitators(enquiry),
      endFacilitation: mayEndFacilitation(enquiry),
    },
    sent: null,
    form: form ?? formOf(),
    links: [
      ...(enquiry.standing.member
        ? [
            { href: `${base}/pseudonyms`, text: 'What we are called outside the group' },
            { href: `${base}/keys`, text: 'Keys to pupils’ codes' },
          ]
        : []),
      ...(mayOfferHandover(enquiry, hasLead) ? [{ href: `${base}/handover`, text: 'Hand the group over' }] : []),
      ...(mayLeave(enquiry) ? [{ href: `${base}/leaving`, text: 'Leave the group' }] : []),
      ...(mayEditGroup(enquiry) ? [{ href: `${base}/details`, text: 'Change its name, reason or theme' }] : []),
      ...(mayCloseGroup(enquiry) ? [{ href: `${base}/closing`, text: 'Close the group' }] : []),
      ...(mayReopenGroup(enquiry) ? [{ href: `${base}/reopening`, text: 'Reopen the group' }] : []),
    ],
  }
}
