import { type Request, Router } from 'express'
import { inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { handedToPage, handToPage } from '../../people/handing-to-pages.js'
import { untakenInvitationsOf, withdrawInvitation } from '../../people/invitations/invitations.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { InviteForm, roleNames } from '../forms.js'
import type { InvitePage } from '../pages.js'
import { inviteToNetwork, sendOut } from './inviting.js'
import { missingPlace, placeOfRole, roleChoices } from './role-choices.js'
import { toChangePeople } from './who-sees-people.js'

const ownAddress = 'This is your own address. Nobody gives a role to themselves: ask another network leader'

/** Somebody is invited to a network; the page that follows shows their link, to the browser that had it made. */
export function invitingRoutes(house: House): Router {
  const { db, mail, baseUrl } = house
  const routes = Router()

  routes.get('/networks/:network/people/invitations/new', async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const sent = await handedToPage<NonNullable<InvitePage['sent']>>(db, res)
    show(res, 'networks/invite', {
      ...(await roleChoices(db, network, person)),
      title: sent ? `${sent.name} is invited` : 'Invite somebody',
      form: formOf({
        role: sent?.role ?? roleNames.find(one => one === queried(req, 'role')) ?? 'staff',
        ...asked(req),
      }),
      sent,
    })
  })

  routes.post('/networks/:network/people/invitations', async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const reading = read(InviteForm, req.body)
    const given = await roleChoices(db, network, person)
    const form = reading.ok ? missingPlace(reading.values, formOf(req.body), given) : reading.form
    if (reading.ok && reading.values.email === person.email) addMistake(form, 'email', ownAddress)
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'networks/invite', { ...given, title: 'Invite somebody', form, sent: null })

    const { name, email, role } = reading.values
    const asked = { name, email, role, ...placeOfRole(reading.values) }
    const invited = await inOne(db, trx => inviteToNetwork(trx, baseUrl, network, person, asked))
    const { link } = await sendOut(house, invited)
    const sent = { name, link, role, mailed: mail.leaves }
    res.redirect(303, await handToPage(db, res, `/networks/${network.id}/people/invitations/new`, sent))
  })

  routes.post('/networks/:network/people/invitations/:invitation/withdrawal', async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const invitation = (await untakenInvitationsOf(db, network.id)).find(one => one.id === req.params.invitation)
    if (!invitation) throw new NotFound('open invitation')
    await inOne(db, trx => withdrawInvitation(trx, invitation, person))
    const { name, email } = invitation
    await tell(db, res, `The invitation to ${name || email} is withdrawn. Its link no longer works.`)
    res.redirect(303, `/networks/${network.id}/people`)
  })

  return routes
}

/** Whoever is asked to invite somebody finds in the form what is known of them. */
function asked(req: Request) {
  return { school: queried(req, 'school'), email: queried(req, 'email') }
}
