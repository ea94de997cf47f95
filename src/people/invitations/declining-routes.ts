import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { show } from '../../web/show.js'
import { declineInvitation, forAnother, invitationByToken, isFor, stateOf } from './accepting-invitation.js'
import { openInvitation } from './open-invitation.js'

/** Whoever was invited says no, or whoever holds the link and is not signed in; nobody who is signed in with another address. */
export function decliningRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/invitations/:token/refusal', async (req, res) => {
    const invitation = await openInvitation(db, res, req.params.token)
    if (!invitation) return
    const { person } = res.locals
    if (person) allow(isFor(invitation, person), forAnother(invitation, person))
    await inOne(db, trx => declineInvitation(trx, invitation, person?.id ?? null))
    res.redirect(303, req.path)
  })

  routes.get('/invitations/:token/refusal', async (req, res) => {
    const invitation = await invitationByToken(db, req.params.token)
    if (!invitation || stateOf(invitation) !== 'withdrawn') return res.redirect(303, `/invitations/${req.params.token}`)
    show(res, 'people/over', {
      title: 'You have declined the invitation',
      sentences: [
        `Thank you for saying so. Should you think again, ${invitation.inviter} can send you another invitation.`,
      ],
      action: { href: '/', text: 'Go to the start page' },
    })
  })

  return routes
}
