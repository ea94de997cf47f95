import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import {
  type Accepted,
  acceptAsNewPerson,
  acceptInvitation,
  declineInvitation,
  forAnother,
  invitationByToken,
  isFor,
  schoolsToChoose,
  stateOf,
} from './accepting-invitation.js'
import { whyTooWeak } from '../passwords/weak-passwords.js'
import { AcceptForm, NewPersonForm } from '../forms.js'
import { type InvitationInWords, roleInWords } from './invitations-in-words.js'
import { hashOfPassword } from '../passwords/passwords.js'
import { type GroupRole, isGroupRole, meaningOf, type NetworkRoleName } from '../roles/roles.js'
import { startSession, tell } from '../sessions.js'

export function invitationRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/invitations/:token', async (req, res) => {
    const invitation = await openOr(res, req.params.token)
    if (invitation) await showInvitation(res, invitation, formOf({ name: invitation.name }))
  })

  routes.post('/invitations/:token/acceptance', async (req, res) => {
    const invitation = await openOr(res, req.params.token)
    if (!invitation) return
    const person = signedIn(res)
    allow(isFor(invitation, person), forAnother(invitation, person))
    const reading = read(AcceptForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const school = await chosenSchool(invitation, person.id, form)
    if (form.summary.length > 0) return showInvitation(res.status(422), invitation, form)
    const accepted = await inOne(db, trx => acceptInvitation(trx, invitation, person, school))
    await welcome(res, invitation, accepted)
  })

  /** Somebody new: an account for the invited address, with a name and a password of their own. */
  routes.post('/invitations/:token/account', async (req, res) => {
    const invitation = await openOr(res, req.params.token)
    if (!invitation) return
    const reading = read(NewPersonForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const school = await chosenSchool(invitation, null, form)
    if (reading.ok) {
      const { name, password } = reading.values
      const mistake = whyTooWeak(password, [name, invitation.email], await placesIn(invitation))
      if (mistake) addMistake(form, 'password', mistake)
    }
    if (!reading.ok || form.summary.length > 0) return showInvitation(res.status(422), invitation, form)
    const { name, password } = reading.values
    const passwordHash = await hashOfPassword(password)
    const accepted = await inOne(db, trx => acceptAsNewPerson(trx, invitation, { name, passwordHash }, school))
    await startSession(db, res, accepted.personId)
    await welcome(res, invitation, accepted)
  })

  routes.post('/invitations/:token/refusal', async (req, res) => {
    const invitation = await openOr(res, req.params.token)
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

  /** The invitation while it can be answered; otherwise the reader is told calmly why not. */
  async function openOr(res: Response, token: string): Promise<InvitationInWords | null> {
    const invitation = await invitationByToken(db, token)
    const state = invitation ? stateOf(invitation) : 'unknown'
    if (invitation && state === 'open') return invitation
    const mine = invitation?.acceptedBy && invitation.acceptedBy === res.locals.person?.id
    show(res.status(invitation ? 410 : 404), 'people/over', {
      title: 'This invitation is over',
      sentences: [
        mine ? 'You have accepted it already, so there is nothing more to do.' : overBecause[state],
        ...askAgain(invitation),
      ],
      action: res.locals.person ? { href: '/', text: 'Go to Your day' } : { href: '/sign-in', text: 'Sign in' },
    })
    return null
  }

  async function chosenSchool(invitation: InvitationInWords, personId: string | null, form: FormState) {
    const schools = await schoolsToChoose(db, invitation, personId)
    if (!schools) return null
    const chosen = schools.find(one => one.value === form.values.school)
    if (!chosen) addMistake(form, 'school', 'Choose the school you work in')
    return chosen?.value ?? null
  }

  /** The names that are tried first by whoever knows where the person is invited to. */
  async function placesIn(invitation: InvitationInWords): Promise<string[]> {
    const schools = (await schoolsToChoose(db, invitation, null)) ?? []
    const { networkName, schoolName, groupName } = invitation
    return [networkName, schoolName ?? '', groupName ?? '', ...schools.map(one => one.text)]
  }

  async function showInvitation(res: Response, invitation: InvitationInWords, form: FormState): Promise<void> {
    const person = res.locals.person
    const known = await db.selectFrom('people').select('id').where('email', '=', invitation.email).executeTakeFirst()
    show(res, 'people/invitation', {
      title: `You are invited to ${invitation.groupName ?? invitation.networkName}`,
      form,
      invitation,
      role: roleInWords(invitation),
      means: whatItMeans(invitation.role),
      address: `/invitations/${String(res.req.params.token)}`,
      as: person
        ? { name: person.name, another: isFor(invitation, person) ? null : forAnother(invitation, person) }
        : null,
      hasAccount: !person && known !== undefined,
      schools: await schoolsToChoose(db, invitation, person?.id ?? null),
    })
  }

  async function welcome(res: Response, invitation: InvitationInWords, accepted: Accepted): Promise<void> {
    if (accepted.waits) return welcomeOnceConfirmed(res, invitation)
    const place = invitation.groupName ?? invitation.networkName
    await tell(db, res, `Welcome to ${place}. You are ${roleInWords(invitation)}.`)
    const network = invitation.role === 'governor' ? '/' : `/networks/${invitation.networkId}`
    res.redirect(303, invitation.groupId ? `/groups/${invitation.groupId}` : network)
  }

  async function welcomeOnceConfirmed(res: Response, invitation: InvitationInWords): Promise<void> {
    const role = roleInWords(invitation)
    await tell(db, res, `Thank you. You are ${role} as soon as a second person has confirmed it; they have been told.`)
    res.redirect(303, '/')
  }

  return routes
}

const overBecause = {
  open: '',
  unknown: 'There is no invitation at this address. Perhaps a part of the link was lost on its way.',
  accepted: 'An invitation works once, and this one has been accepted.',
  withdrawn: 'It has been declined or withdrawn, or a newer one has taken its place.',
  expired: 'An invitation is open for seven days, and those have passed.',
}

function askAgain(invitation: InvitationInWords | undefined): string[] {
  return [`If you still want to join, ask ${invitation?.inviter ?? 'whoever invited you'} for a new link.`]
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
