import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { AcceptForm, NewPersonBySchoolForm, NewPersonForm } from '../forms.js'
import { hashOfPassword } from '../passwords/passwords.js'
import { whyTooWeak } from '../passwords/weak-passwords.js'
import { arrivalIn, forgetArrival } from '../school-accounts/going-and-coming.js'
import { join } from '../school-accounts/joining.js'
import { startSession } from '../sessions.js'
import { acceptAsNewPerson, acceptInvitation, forAnother, isFor, schoolsToChoose } from './accepting-invitation.js'
import { arrivedAsAnother, invitationPage } from './invitation-page.js'
import type { InvitationInWords } from './invitations-in-words.js'
import { openInvitation } from './open-invitation.js'
import { welcome } from './welcoming.js'

/** An invitation is read, and accepted with the account of its address or with a new one. */
export function invitationRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/invitations/:token', async (req, res) => {
    const invitation = await openInvitation(db, res, req.params.token)
    if (!invitation) return
    const arrival = await arrivalIn(db, req, res)
    await showInvitation(req, res, invitation, formOf({ name: invitation.name || arrival?.name }))
  })

  routes.post('/invitations/:token/acceptance', async (req, res) => {
    const invitation = await openInvitation(db, res, req.params.token)
    if (!invitation) return
    const person = signedIn(res)
    allow(isFor(invitation, person), forAnother(invitation, person))
    const reading = read(AcceptForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const school = await chosenSchool(invitation, person.id, form)
    if (form.summary.length > 0) return showInvitation(req, res.status(422), invitation, form)
    const accepted = await inOne(db, trx => acceptInvitation(trx, invitation, person, school))
    await welcome(db, res, invitation, accepted)
  })

  /** Somebody new: an account for the invited address, with a name and a password of their own. */
  routes.post('/invitations/:token/account', async (req, res) => {
    const invitation = await openInvitation(db, res, req.params.token)
    if (!invitation) return
    const reading = read(NewPersonForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const school = await chosenSchool(invitation, null, form)
    if (reading.ok) {
      const { name, password } = reading.values
      const mistake = await whyTooWeak(password, [name, invitation.email], await placesIn(invitation))
      if (mistake) addMistake(form, 'password', mistake)
    }
    if (!reading.ok || form.summary.length > 0) return showInvitation(req, res.status(422), invitation, form)
    const { name, password } = reading.values
    const passwordHash = await hashOfPassword(password)
    const accepted = await inOne(db, trx => acceptAsNewPerson(trx, invitation, { name, passwordHash }, school))
    await startSession(db, res, accepted.personId, { cameBy: 'password' })
    await welcome(db, res, invitation, accepted)
  })

  /** Somebody new, with the account of their school: no password is needed. It must be of the invited address. */
  routes.post('/invitations/:token/school-account', async (req, res) => {
    const invitation = await openInvitation(db, res, req.params.token)
    if (!invitation) return
    const arrival = await arrivalIn(db, req, res)
    if (!arrival) return res.redirect(303, `/invitations/${req.params.token}`)
    allow(isFor(invitation, arrival), arrivedAsAnother(invitation, arrival))
    const reading = read(NewPersonBySchoolForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const school = await chosenSchool(invitation, null, form)
    if (!reading.ok || form.summary.length > 0) return showInvitation(req, res.status(422), invitation, form)
    const { name } = reading.values
    const accepted = await inOne(db, async trx => {
      const made = await acceptAsNewPerson(trx, invitation, { name, passwordHash: null }, school)
      await join(trx, arrival, { id: made.personId })
      return made
    })
    forgetArrival(res)
    await startSession(db, res, accepted.personId, { cameBy: 'issuer' })
    await welcome(db, res, invitation, accepted)
  })

  async function showInvitation(
    req: Request<{ token: string }>,
    res: Response,
    invitation: InvitationInWords,
    form: FormState,
  ): Promise<void> {
    const arrival = await arrivalIn(db, req, res)
    const page = await invitationPage(house, res.locals.person, invitation, req.params.token, form, arrival)
    show(res, 'people/invitation', page)
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

  return routes
}
