import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { show } from '../../web/show.js'
import { declineInvitation, invitationByToken, stateOf } from './accepting-invitation.js'
import { openInvitation } from './open-invitation.js'

/** Whoever holds the link of an invitation may say no to it. */
export function decliningRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/invitations/:token/refusal', async (req, res) => {
    const invitation = await openInvitation(db, res, req.params.token)
    if (!invitation) return
    await inOne(db, trx => declineInvitation(trx, invitation, res.locals.person?.id ?? null))
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
