import type { House } from '../../house.js'
import type { FormState } from '../../web/read.js'
import type { InvitationPage } from '../pages.js'
import { personByEmail } from '../people.js'
import type { Person } from '../person.js'
import { type GroupRole, isGroupRole, meaningOf, type NetworkRoleName } from '../roles/roles.js'
import { forAnother, isFor, schoolsToChoose } from './accepting-invitation.js'
import { type InvitationInWords, roleInWords } from './invitations-in-words.js'

/**
 * What the page of an open invitation is given.
 * @param person who is signed in, if anybody
 * @param token the secret part of its link
 */
export async function invitationPage(
  { db, mail }: Pick<House, 'db' | 'mail'>,
  person: Person | undefined,
  invitation: InvitationInWords,
  token: string,
  form: FormState,
): Promise<InvitationPage> {
  const known = await personByEmail(db, invitation.email)
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
    schools: await schoolsToChoose(db, invitation, person?.id ?? null),
  }
}

function whatItMeans(role: NetworkRoleName | GroupRole): string {
  if (!isGroupRole(role)) return meaningOf(role)
  return {
    'lead learner':
      'A lead learner runs one enquiry group: frames the question, brings people together and reports each term.',
    volunteer: 'A volunteer tries things in class, logs evidence and thinks about it with the others.',
    facilitator: 'A facilitator asks challenging questions and sees what the group shares with them, nothing else.',
  }[role]
}
