import { z } from 'zod'
import {
  comesFromPartner,
  isGroupRole,
  type GroupRole,
  rolesToGive,
  type NetworkRoleName,
  takingPart,
} from '../../people/roles/roles.js'
import { folded } from '../../words/folded.js'
import { day } from '../../words/words.js'
import { emailAddressIn } from '../../words/email-address.js'
import { type LineMistake, type PastedLine, pastedTable } from '../pasting/pasted-table.js'
import { schoolNamed } from '../schools/naming-schools.js'
import type { Partner, School, Theme } from '../tables.js'

export interface PeopleRow {
  line: number
  name: string
  email: string
  role: NetworkRoleName | GroupRole
  schoolId: string | null
  schoolName: string | null
  themeId: string | null
  themeName: string | null
  groupId: string | null
  groupName: string | null
  partnerId: string | null
  partnerName: string | null
  /** Worth knowing before the invitation goes out. */
  note: string
}

/** What a list of people comes to: the rows that can be invited, and what is wrong with the others. */
export interface PeopleList {
  rows: PeopleRow[]
  mistakes: LineMistake[]
}

/** What of the network a line can name, and who is in it or invited. */
export interface KnownPlaces {
  schools: School[]
  themes: Theme[]
  partners: Partner[]
  groups: { id: string; name: string; hasLead: boolean }[]
  people: { email: string; role: string; schoolId: string | null; themeId: string | null; groupId: string | null }[]
  open: { email: string; role: string; groupId: string | null; invitedAt: string }[]
}

const columns = [
  {
    title: 'name',
    also: ['full name', 'person', 'display name'],
    needed: true as const,
    inParts: [
      ['first name', 'forename', 'given name'],
      ['last name', 'surname', 'family name'],
    ],
  },
  { title: 'email', also: ['email address', 'address', 'mail', 'work email'], needed: true as const },
  { title: 'role', also: ['as', 'is'], needed: true as const },
  { title: 'school', also: ['school name'] },
  { title: 'group', also: ['enquiry group'] },
  { title: 'theme' },
  { title: 'partner', also: ['from'] },
]

/** What people write in lists for the roles that are theirs; never a way to a right that the word does not say. */
const otherWords: Record<string, NetworkRoleName | GroupRole> = {
  head: 'headteacher',
  'head teacher': 'headteacher',
  teacher: 'staff',
  'teaching assistant': 'staff',
  ta: 'staff',
  'co leader': 'co-leader',
  coleader: 'co-leader',
  'lead-learner': 'lead learner',
}

/** How a colleague comes to be one, where the list names no group for them, since there may be none yet. */
const beginsIn: Partial<Record<GroupRole, string>> = {
  'lead learner': 'whoever proposes a question leads its group',
  volunteer: 'they choose a group themselves',
}

const most = 1000

/**
 * Reads many invitations from rows with a name, an email address and a role; with a school, a group, (for co-leaders) a theme and (for
 * partners and advisers) a partner.
 * @param ownEmail of whoever invites: nobody gives a role to themselves
 * @returns the rows that can be invited, and each bad row with its line and what is wrong; nobody is invited here.
 */
export function readPeople(pasted: string, known: KnownPlaces, ownEmail: string): PeopleList {
  const table = pastedTable(pasted, columns, most, first => first.includes('@'))
  if (!('lines' in table)) return { rows: [], mistakes: [table] }
  const list: PeopleList = { rows: [], mistakes: [] }
  const seen = new Map<string, number>()
  for (const one of table.lines.slice(0, most)) {
    const row = rowOf(one, known, ownEmail)
    const earlier = typeof row === 'string' ? undefined : seen.get(keyOf(row))
    const because =
      typeof row === 'string' ? row : earlier ? `This person stands on line ${earlier} with the same role.` : null
    if (because) list.mistakes.push({ line: one.line, cells: one.cells, because })
    if (typeof row === 'string') continue
    if (!because) list.rows.push(row)
    seen.set(keyOf(row), earlier ?? one.line)
  }
  const beyond = table.lines[most]
  if (beyond)
    list.mistakes.push({
      line: beyond.line,
      cells: '',
      because: `Invite at most ${most.toLocaleString('en-GB')} people at a time. The list goes on from here.`,
    })
  if (list.rows.length + list.mistakes.length === 0)
    list.mistakes.push({ line: 2, cells: '', because: 'There is nobody beneath the first line.' })
  return list
}

function keyOf({ email, role, schoolId, themeId, groupId, partnerId }: PeopleRow): string {
  return [email, role, groupId === null ? schoolId : null, themeId, groupId, partnerId].join('|')
}

function rowOf({ line, cell }: PastedLine, known: KnownPlaces, ownEmail: string): PeopleRow | string {
  const who = personOn(cell, ownEmail)
  if (typeof who === 'string') return who
  const wished = roleOn(cell)
  const role = wished && isGroupRole(wished) && !cell('group') ? 'staff' : wished
  if (role === undefined) return `“${cell('role').slice(0, 40)}” is not a role. Use one of: ${rolesInLists.join(', ')}.`
  const places = placesOn(cell, role, known)
  if (typeof places === 'string') return places
  const row = { line, ...who, role, ...places }
  if (isHereAlready(row, known)) return `${who.name} is here already as ${role}${inWhich(row)}.`
  const open = known.open.find(one => one.email === who.email && one.role === role && one.groupId === row.groupId)
  const notes = [
    ...(wished === role ? [] : [`Comes in as staff: ${beginsIn[wished as GroupRole]}.`]),
    ...(open ? [`Invited already on ${day(open.invitedAt)}. Gets a new link; the earlier one ends.`] : []),
  ]
  return { ...row, note: notes.join(' ') }
}

function personOn(cell: PastedLine['cell'], ownEmail: string): { name: string; email: string } | string {
  const email = emailAddressIn(cell('email'))
  const name = cell('name').trim()
  if (!name) return 'The name is missing.'
  if (name.length > 120) return 'The name is longer than 120 characters.'
  if (!z.email().safeParse(email).success)
    return email ? `“${email.slice(0, 80)}” is not an email address.` : 'The email address is missing.'
  if (email === ownEmail) return 'This is your own address. Nobody gives a role to themselves.'
  return { name, email }
}

/** A facilitator is invited by the group, until a date. */
export const rolesInLists: string[] = [...rolesToGive.map(one => one.role), ...takingPart]

/** With a group, a colleague is a volunteer in it. */
function roleOn(cell: PastedLine['cell']): NetworkRoleName | GroupRole | undefined {
  const words = folded(cell('role'))
  const role = otherWords[words] ?? (rolesInLists.find(one => one === words) as NetworkRoleName | GroupRole | undefined)
  return role === 'staff' && cell('group') ? 'volunteer' : role
}

type Places = Omit<PeopleRow, 'line' | 'name' | 'email' | 'role' | 'note'>

function placesOn(
  cell: PastedLine['cell'],
  role: NetworkRoleName | GroupRole,
  { schools, themes, partners, groups }: KnownPlaces,
): Places | string {
  const school = schoolNamed(schools, cell('school'))
  const theme = themes.find(one => folded(one.name) === folded(cell('theme')))
  const partner = partners.find(one => folded(one.name) === folded(cell('partner')))
  const group = groups.find(one => folded(one.name) === folded(cell('group')))
  if (cell('school') && !school.one)
    return school.several.length > 0
      ? `“${cell('school').slice(0, 80)}” can be ${school.several.map(one => one.name).join(' or ')}. Write its whole name.`
      : `There is no school “${cell('school').slice(0, 80)}” in this network.`
  if (cell('theme') && !theme) return `There is no theme “${cell('theme').slice(0, 80)}” in this network.`
  if (cell('partner') && !partner) return `There is no partner “${cell('partner').slice(0, 80)}” in this network.`
  if (cell('group') && !group) return `There is no open group “${cell('group').slice(0, 80)}” in this network.`
  const needs = isGroupRole(role) ? 'group' : rolesToGive.find(one => one.role === role)!.needs
  if (needs === 'school' && !school.one) return `A person with the role ${role} needs a school.`
  if (needs === 'theme' && !theme) return 'A co-leader needs a theme.'
  if (needs === 'partner' && !partner) return 'A person with the role partner needs a partner of the network.'
  if (needs === 'group' && !group) return `A person with the role ${role} needs a group.`
  if (needs !== 'group' && group)
    return `The role ${role} is none of a group. Leave the group empty, or write volunteer.`
  if (role === 'lead learner' && group!.hasLead) return `${group!.name} has a lead learner, who can hand it over.`
  const fromOutside = comesFromPartner(role)
  return {
    schoolId: fromOutside ? null : (school.one?.id ?? null),
    schoolName: fromOutside ? null : (school.one?.name ?? null),
    themeId: role === 'co-leader' ? (theme?.id ?? null) : null,
    themeName: role === 'co-leader' ? (theme?.name ?? null) : null,
    groupId: group?.id ?? null,
    groupName: group?.name ?? null,
    partnerId: comesFromPartner(role) ? (partner?.id ?? null) : null,
    partnerName: comesFromPartner(role) ? (partner?.name ?? null) : null,
  }
}

type Held = Pick<PeopleRow, 'email' | 'role'> & Places

function isHereAlready(row: Held, { people }: KnownPlaces): boolean {
  return people.some(
    one =>
      one.email === row.email &&
      one.role === row.role &&
      one.groupId === row.groupId &&
      one.themeId === row.themeId &&
      (row.groupId !== null || row.schoolId === null || one.schoolId === row.schoolId),
  )
}

function inWhich({ groupName, themeName, schoolName }: Held): string {
  const place = groupName ?? themeName ?? schoolName
  return place ? `, ${place}` : ''
}
