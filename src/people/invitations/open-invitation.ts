import type { Response } from 'express'
import type { Db } from '../../database.js'
import { show } from '../../web/show.js'
import { type InvitationState, invitationByToken, stateOf } from './accepting-invitation.js'
import type { InvitationInWords } from './invitations-in-words.js'

/** The invitation while it can be answered; otherwise null, and the reader is told calmly why not. */
export async function openInvitation(db: Db, res: Response, token: string): Promise<InvitationInWords | null> {
  const invitation = await invitationByToken(db, token)
  const state = invitation ? stateOf(invitation) : 'unknown'
  if (invitation && state === 'open') return invitation
  const mine = invitation?.acceptedBy && invitation.acceptedBy === res.locals.person?.id
  show(res.status(invitation ? 410 : 404), 'people/over', {
    title: 'This invitation is over',
    sentences: [
      mine ? 'You have accepted it already, so there is nothing more to do.' : overBecause[state],
      `If you still want to join, ask ${invitation?.inviter ?? 'whoever invited you'} for a new link.`,
    ],
    action: res.locals.person ? { href: '/', text: 'Go to Your day' } : { href: '/sign-in', text: 'Sign in' },
  })
  return null
}

const overBecause: Record<InvitationState | 'unknown', string> = {
  open: '',
  unknown: 'There is no invitation at this address. Perhaps a part of the link was lost on its way.',
  accepted: 'An invitation works once, and this one has been accepted.',
  withdrawn: 'It has been declined or withdrawn, or a newer one has taken its place.',
  expired: 'An invitation is open for seven days, and those have passed.',
}
