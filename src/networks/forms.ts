import { z } from 'zod'
import { rolesToGive } from '../people/roles/roles.js'
import { choice, date, email, line, optionalDate, optionalLine, several, text, ticked } from '../web/fields.js'
import { licenceKeys } from './licences.js'
import { breakFields } from './terms/break-rows.js'

const licence = z.enum(licenceKeys, { error: 'Choose what others may do with what you publish' }).optional()

export const NetworkForm = z.strictObject({
  name: line('Give the network a name', 120),
  about: text(2000),
  licence,
})

const termName = line('Name the term, such as Autumn term 2026', 60)
const starts = date('Enter the first day of the term')
const ends = date('Enter the last day of the term')

const leader = {
  leaderName: line('Enter the first network leader’s name', 120),
  leaderEmail: email('Enter the first network leader’s email address'),
}

/** A new network with its first three terms and its first leader, on one page. */
export const NewNetworkForm = z.strictObject({
  name: line('Give the network a name', 120),
  about: text(2000),
  licence,
  term1: termName,
  starts1: starts,
  ends1: ends,
  halfFrom1: optionalDate(),
  halfUntil1: optionalDate(),
  term2: termName,
  starts2: starts,
  ends2: ends,
  halfFrom2: optionalDate(),
  halfUntil2: optionalDate(),
  term3: termName,
  starts3: starts,
  ends3: ends,
  halfFrom3: optionalDate(),
  halfUntil3: optionalDate(),
  ...leader,
})

/** A network whose leader never came, or has left. */
export const FirstLeaderForm = z.strictObject(leader)

export const TermForm = z
  .strictObject({ name: termName, startsOn: starts, endsOn: ends, ...breakFields })
  .refine(term => term.startsOn < term.endsOn, { path: ['endsOn'], message: 'The last day must come after the first' })

const roll = z
  .string()
  .trim()
  .optional()
  .transform(pupils => pupils ?? '')
  .pipe(z.string().regex(/^\d{0,5}$/, 'Enter the number of pupils in figures, or leave it empty'))
  .transform(pupils => (pupils ? Number(pupils) : null))

export const SchoolForm = z.strictObject({
  name: line('Give the school’s name', 120),
  phase: optionalLine(60),
  roll,
  town: optionalLine(80),
  postcode: optionalLine(12),
  localAuthority: optionalLine(80),
  language: optionalLine(80),
  safeguardingContact: optionalLine(200),
})

/** A list of schools; once it is confirmed, also on which lines a school that is here is meant. */
export const SchoolListForm = z.strictObject({ rows: text(200_000), confirmed: ticked(), same: several() })

export const PickForm = z.strictObject({ urns: several(), find: optionalLine() })

type GivenRole = (typeof rolesToGive)[number]['role']

export const roleNames = rolesToGive.map(one => one.role) as [GivenRole, ...GivenRole[]]

export const InviteForm = z.strictObject({
  name: line('Enter the person’s name', 120),
  email: email(),
  role: choice(roleNames, 'Choose what this person will be in the network'),
  school: optionalLine(40),
  theme: optionalLine(40),
  partner: optionalLine(40),
})

export const RoleForm = InviteForm.omit({ name: true, email: true })

/** The invitations that are sent again. */
export const AgainForm = z.strictObject({ which: several() })

export const PeopleListForm = z.strictObject({ rows: text(200_000), confirmed: ticked() })
