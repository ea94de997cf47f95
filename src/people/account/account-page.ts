import type { Response } from 'express'
import type { Db } from '../../database.js'
import { type FormState, formOf } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { singleKeys } from '../../help/keys.js'
import { returns } from '../../mail/returning.js'
import { hasPasskeys } from '../passkeys/where-they-work.js'
import type { AccountPage } from '../pages.js'
import { resetLinksMadeFor } from '../passwords/reset-links-made.js'
import { secondStepOf } from '../second-step/second-step.js'
import { secondStepsTakenOffFor } from '../second-step/taken-off.js'
import { issuersAtDoor } from '../school-accounts/issuers.js'
import { joinedAccountsOf } from '../school-accounts/joining.js'
import { whatIsAsked } from '../signing-in/really-them.js'
import { openSessionsOf } from './open-sessions.js'
import { groupsOf, rolesInWords } from './own-account.js'

/** The form of the page that is to be mended. */
export interface AccountForms {
  nameForm?: FormState
  emailForm?: FormState
  passwordForm?: FormState
}

/** What the page of somebody's own account is given. */
export async function accountPage(db: Db, res: Response, forms: AccountForms = {}): Promise<AccountPage> {
  const person = signedIn(res)
  const joined = await joinedAccountsOf(db, person)
  return {
    title: 'Your account',
    nameForm: forms.nameForm ?? formOf({ name: person.name }),
    emailForm: forms.emailForm ?? formOf({ email: person.email }),
    passwordForm: forms.passwordForm ?? formOf(),
    email: person.email,
    returns: await returns(db, person.email),
    roles: await rolesInWords(db, person),
    groups: await groupsOf(db, person),
    isAdministrator: person.isAdministrator,
    keys: singleKeys,
    joined,
    issuers: (await issuersAtDoor(db)).filter(one => !joined.some(own => own.issuer === one.name)),
    hasPassword: (await whatIsAsked(db, res)).password,
    passkeysWork: hasPasskeys(String(res.app.locals.baseUrl)),
    secondStep: await secondStepOf(db, person.id),
    secondStepsTakenOff: await secondStepsTakenOffFor(db, person),
    sessions: await openSessionsOf(db, res, person),
    resetLinks: await resetLinksMadeFor(db, person),
  }
}
