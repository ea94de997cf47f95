import type { Db } from '../../database.js'
import { type FormState, formOf } from '../../web/read.js'
import { singleKeys } from '../../help/keys.js'
import { returns } from '../../mail/returning.js'
import type { AccountPage } from '../pages.js'
import { resetLinksMadeFor } from '../passwords/reset-links-made.js'
import type { Person } from '../person.js'
import { groupsOf, rolesInWords } from './own-account.js'

/** The form of the page that is to be mended. */
export interface AccountForms {
  nameForm?: FormState
  emailForm?: FormState
  passwordForm?: FormState
}

/** What the page of somebody's own account is given. */
export async function accountPage(db: Db, person: Person, forms: AccountForms = {}): Promise<AccountPage> {
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
    resetLinks: await resetLinksMadeFor(db, person),
  }
}
