import { offerIn } from '../../groups/handing-over.js'
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
import type { Person } from '../../people/person.js'
import { facilitatorsReadAlways, facilitatorsReadOnceShared } from '../../who-sees-what.js'
import { today } from '../../web/now.js'
import { type FormState, formOf } from '../../web/read.js'
import type { Enquiry } from '../enquiry.js'
import { crumbsOf, headOf } from '../head.js'
import { groupFacts } from '../home.js'
import type { Link } from '../pages.js'
import type { PeoplePage } from './pages.js'

/** Who is in the group, and what this person may do about it. @param form an invitation that needs mending */
export async function peoplePage(
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
    title: 'People',
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
    facilitators: `They read ${facilitatorsReadAlways}; ${facilitatorsReadOnceShared}. All this until the day you choose.`,
    form: form ?? formOf(),
    links: linksFrom(enquiry, base, hasLead),
  }
}

function linksFrom(enquiry: Enquiry, base: string, hasLead: boolean): Link[] {
  return [
    ...(enquiry.standing.member
      ? [
          { href: `${base}/pseudonyms`, text: 'What we are called outside the group' },
          { href: `${base}/keys`, text: 'Keys to pupils’ codes' },
          { href: `${base}/copies`, text: 'Take a copy of the group’s work' },
        ]
      : []),
    ...(mayOfferHandover(enquiry, hasLead) ? [{ href: `${base}/handover`, text: 'Hand the group over' }] : []),
    ...(mayLeave(enquiry) ? [{ href: `${base}/leaving`, text: 'Leave the group' }] : []),
    ...(mayEditGroup(enquiry) ? [{ href: `${base}/details`, text: 'Change its name, reason or theme' }] : []),
    ...(mayCloseGroup(enquiry) ? [{ href: `${base}/closing`, text: 'Close the group' }] : []),
    ...(mayReopenGroup(enquiry) ? [{ href: `${base}/reopening`, text: 'Reopen the group' }] : []),
  ]
}
