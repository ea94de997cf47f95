import type { House } from '../../house.js'
import type { FormState } from '../../web/read.js'
import type { InvitationPage } from '../pages.js'
import { personByEmail } from '../people.js'
import type { Arrival } from '../school-accounts/going-and-coming.js'
import { issuersAtDoor } from '../school-accounts/issuers.js'
import type { Person } from '../person.js'
import { type GroupRole, isGroupRole, meaningOf, type NetworkRoleName } from '../roles/roles.js'
import { forAnother, isFor, schoolsToChoose } from './accepting-invitation.js'
import { facilitatorsReadAlways, facilitatorsReadOnceShared } from '../../who-sees-what.js'
import { type InvitationInWords, roleInWords } from './invitations-in-words.js'

/**
 * What the page of an open invitation is given.
 * @param person who is signed in, if anybody
 * @param token the secret part of its link
 * @param arrival who has come back from an issuer in this browser, if anybody
 */
export async function invitationPage(
  { db, mail }: Pick<House, 'db' | 'mail'>,
  person: Person | undefined,
  invitation: InvitationInWords,
  token: string,
  form: FormState,
  arrival?: Arrival,
): Promise<InvitationPage> {
  const known = await personByEmail(db, invitation.email)
  const isNew = !person && known === undefined
  return {
    title: `You are invited to ${invitation.groupName ?? invitation.networkName}`,
    form,
    invitation,
    role: roleInWords(invitation),
    means: whatItMeans(invitation.role),
    address: `/invitations/${token}`,
    as: person
      ? { name: person.name, another: isFor(invitation, person) ? null : forAnother(invitation, person) }
      : null,
    mailed: mail.leaves,
    hasAccount: !person && known !== undefined,
    issuers: isNew ? await issuersAtDoor(db) : [],
    arrived: isNew && arrival ? arrivedInWords(invitation, arrival) : null,
    schools: await schoolsToChoose(db, invitation, person?.id ?? null),
  }
}

function arrivedInWords(invitation: InvitationInWords, arrival: Arrival): InvitationPage['arrived'] {
  const { issuer, email } = arrival
  return { issuer, email, another: isFor(invitation, arrival) ? null : arrivedAsAnother(invitation, arrival) }
}

/** What to do where the account of the school has another address than the one that was invited. */
export function arrivedAsAnother(invitation: InvitationInWords, { issuer, email }: Arrival): string {
  return `This invitation is for ${invitation.email}, and ${issuer} knows you as ${email}. Choose a password below, or ask ${invitation.inviter} to invite ${email}.`
}

function whatItMeans(role: NetworkRoleName | GroupRole): string {
  if (!isGroupRole(role)) return meaningOf(role)
  return {
    'lead learner':
      'A lead learner runs one enquiry group: frames the question, brings people together and reports each term.',
    volunteer: 'A volunteer tries things in class, logs evidence and thinks about it with the others.',
    facilitator: `A facilitator asks challenging questions. They read ${facilitatorsReadAlways}; ${facilitatorsReadOnceShared}.`,
  }[role]
}
