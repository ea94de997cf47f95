import type { Db } from '../../database.js'
import { BadInput } from '../../errors.js'
import type { Person } from '../../people/person.js'
import { comesFromPartner, networkRoles, type NetworkRoleName, rolesToGive } from '../../people/roles/roles.js'
import { addMistake, type FormState } from '../../web/read.js'
import { networkHead } from '../head.js'
import { partnersOf } from '../partners/partners.js'
import { schoolsOf } from '../schools/schools.js'
import type { Network } from '../tables.js'
import { openThemesOf } from '../themes/themes.js'

/** What a form that gives a role offers: the roles, and the schools, themes and partners of this network. */
export async function roleChoices(db: Db, network: Network, person: Person) {
  const schools = await schoolsOf(db, network.id)
  const themes = await openThemesOf(db, network.id)
  const partners = await partnersOf(db, network.id)
  return {
    head: networkHead(network, person, 'people'),
    network,
    roles: rolesToGive.map(one => ({ value: one.role, text: one.role, hint: one.means })),
    schools: schools.map(one => ({ value: one.id, text: one.name })),
    themes: themes.map(one => ({ value: one.id, text: one.name })),
    partners: partners.map(one => ({ value: one.id, text: one.name })),
  }
}

/** A role as a form gives it: with a school, a theme, a partner, or none of them. */
export interface ChosenRole {
  role: NetworkRoleName
  school: string
  theme: string
  partner: string
}

/** Where the role is held: in a school, for a theme, or from a partner. */
export function placeOfRole({ role, school, theme, partner }: ChosenRole): {
  schoolId: string | null
  themeId: string | null
  partnerId: string | null
} {
  const fromOutside = comesFromPartner(role)
  return {
    schoolId: fromOutside ? null : school || null,
    themeId: role === 'co-leader' ? theme || null : null,
    partnerId: fromOutside ? partner || null : null,
  }
}

/** A role that needs a school, a theme or a partner needs one of this network's. */
export function missingPlace(
  values: ChosenRole,
  form: FormState,
  given: { schools: { value: string }[]; themes: { value: string }[]; partners: { value: string }[] },
): FormState {
  const needs = networkRoles.find(one => one.role === values.role)!.needs
  if (values.school && !given.schools.some(one => one.value === values.school))
    throw new BadInput('That school is not in this network.', 422)
  if (needs === 'school' && !values.school)
    addMistake(form, 'school', `Choose the school of this ${values.role === 'staff' ? 'colleague' : values.role}`)
  if (needs === 'theme' && !given.themes.some(one => one.value === values.theme))
    addMistake(form, 'theme', 'Choose the theme that this co-leader leads')
  const isKnown = given.partners.some(one => one.value === values.partner)
  if (needs === 'partner' && !isKnown)
    addMistake(form, given.partners.length > 0 ? 'partner' : 'role', missingPartner(given.partners.length > 0))
  else if (comesFromPartner(values.role) && values.partner && !isKnown)
    throw new BadInput('That partner is not in this network.', 422)
  return form
}

function missingPartner(thereAreSome: boolean): string {
  return thereAreSome
    ? 'Choose where this partner comes from'
    : 'The network has no partners yet. Add where they come from under Partners first'
}
