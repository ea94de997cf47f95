import type { Response } from 'express'
import type { Db } from '../../database.js'
import { rolesThat } from '../roles/roles.js'
import { tell } from '../sessions.js'
import type { Accepted } from './accepting-invitation.js'
import { type InvitationInWords, roleInWords } from './invitations-in-words.js'

/** Whoever has accepted is led to where they belong now, or told that a second person comes first. */
export async function welcome(
  db: Db,
  res: Response,
  invitation: InvitationInWords,
  { waits }: Accepted,
): Promise<void> {
  const role = roleInWords(invitation)
  if (waits) {
    await tell(db, res, `Thank you. You are ${role} as soon as a second person has confirmed it; they have been told.`)
    return res.redirect(303, '/')
  }
  await tell(db, res, `Welcome to ${invitation.groupName ?? invitation.networkName}. You are ${role}.`)
  const worksThere = (rolesThat('works') as string[]).includes(invitation.role)
  const network = worksThere ? `/networks/${invitation.networkId}` : '/'
  res.redirect(303, invitation.groupId ? `/groups/${invitation.groupId}` : network)
}
