import type { Response } from 'express'
import { NotFound } from '../../errors.js'
import { signedIn } from '../../web/signed-in.js'
import { mayAdminister } from '../permissions.js'
import type { Person } from '../person.js'

/** The reader as an administrator of the site. @throws NotFound for everybody else: they find nothing here */
export function asAdministrator(res: Response): Person {
  const person = signedIn(res)
  if (!mayAdminister(person)) throw new NotFound()
  return person
}

/** The parts of the administration. @param here the address of the one that is open */
export function administrationTabs(here: string): { href: string; text: string; current: boolean }[] {
  return [
    { href: '/administration', text: 'People' },
    { href: '/administration/networks', text: 'Networks' },
    { href: '/administration/school-accounts', text: 'School accounts' },
    { href: '/administration/audit', text: 'What was done' },
    { href: '/administration/running', text: 'How it runs' },
  ].map(tab => ({ ...tab, current: tab.href === here }))
}
