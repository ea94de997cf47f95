import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { comesFromPartner, rolesToGive, type NetworkRoleName } from '../../people/roles/roles.js'
import { folded } from '../../words/folded.js'
import type { Partner, School, Theme } from '../tables.js'

export interface BulkRow {
  line: number
  name: string
  email: string
  role: NetworkRoleName
  schoolId: string | null
  schoolName: string | null
  themeId: string | null
  themeName: string | null
  partnerId: string | null
  partnerName: string | null
}

export interface BulkMistake {
  line: number
  cells: string
  because: string
}

/** What a list of people comes to: the rows that can be invited, and what is wrong with the others. */
export interface BulkList {
  rows: BulkRow[]
  mistakes: BulkMistake[]
}

const wanted = ['name', 'email', 'role', 'school', 'theme', 'partner']

/** What of the network a line can name. */
export interface KnownPlaces {
  schools: School[]
  themes: Theme[]
  partners: Partner[]
}

const most = 1000

/**
 * Reads many invitations from CSV with the columns name, email, role, school, (for co-leaders)
 * theme and (for partners and advisers) partner. Commas or
 * semicolons, any order of columns, quotation marks as spreadsheets write them.
 * @param ownEmail of whoever invites: nobody gives a role to themselves
 * @returns the rows that can be invited, and each bad row with its line and what is wrong; nothing is invited here.
 */
export function readBulk(csv: string, known: KnownPlaces, ownEmail: string): BulkList {
  const table = tableIn(csv.replace(/^\uFEFF/, '').trim())
  if ('because' in table) return { rows: [], mistakes: [table] }
  const list: BulkList = { rows: [], mistakes: [] }
  const seen = new Set<string>()
  for (const { record, info } of table.records) {
    const cell = (title: string) => record[table.head.indexOf(title)] ?? ''
    const row = rowOf(cell, info.lines, known, ownEmail)
    const key =
      typeof row === 'string' ? '' : `${row.email}|${row.role}|${row.schoolId}|${row.themeId}|${row.partnerId}`
    const because =
      typeof row === 'string' ? row : seen.has(key) ? 'This person stands on an earlier line with the same role.' : null
    if (because) list.mistakes.push({ line: info.lines, cells: record.join(', ').slice(0, 200), because })
    else if (typeof row !== 'string') list.rows.push(row)
    seen.add(key)
  }
  if (table.records.length > most)
    list.mistakes.push({
      line: most + 2,
      cells: '',
      because: `Invite at most ${most.toLocaleString('en-GB')} people at a time.`,
    })
  if (list.rows.length + list.mistakes.length === 0)
    list.mistakes.push({ line: 2, cells: '', because: 'There is nobody beneath the first line.' })
  return list
}

/** The columns and the lines beneath them, or why it is no table that names people. */
function tableIn(
  text: string,
): { head: string[]; records: { record: string[]; info: { lines: number } }[] } | BulkMistake {
  if (!text)
    return { line: 1, cells: '', because: 'There is nothing to read yet. Choose a CSV file or paste its rows.' }
  const firstLine = text.split('\n', 1)[0]!
  const delimiter = [';', '\t', ','].find(sign => firstLine.includes(sign)) ?? ','

  let all: { record: string[]; info: { lines: number } }[]
  try {
    all = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as never
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { line: Number(error.lines) || 1, cells: '', because: 'A quotation mark is opened here and not closed.' }
  }
  const [first, ...records] = all
  const head = first!.record.map(title => folded(title))
  const missing = ['name', 'email', 'role'].filter(title => !head.includes(title))
  if (missing.length === 0) return { head, records }
  return {
    line: 1,
    cells: firstLine.slice(0, 200),
    because: `The first line must name the columns ${wanted.join(', ')}. Missing: ${missing.join(', ')}.`,
  }
}

function rowOf(
  cell: (title: string) => string,
  line: number,
  { schools, themes, partners }: KnownPlaces,
  ownEmail: string,
): BulkRow | string {
  const name = cell('name').replace(/\s+/g, ' ').trim()
  const email = cell('email').toLowerCase()
  if (!name) return 'The name is missing.'
  if (name.length > 120) return 'The name is longer than 120 characters.'
  if (!z.email().safeParse(email).success)
    return email ? `“${email.slice(0, 80)}” is not an email address.` : 'The email address is missing.'

  if (email === ownEmail) return 'This is your own address. Nobody gives a role to themselves.'

  const known = rolesToGive.find(one => one.role === folded(cell('role')))
  if (!known)
    return `“${cell('role').slice(0, 40)}” is not a role. Use one of: ${rolesToGive.map(one => one.role).join(', ')}.`
  const school = byNameOrUrn(schools, cell('school'))
  const theme = themes.find(one => folded(one.name) === folded(cell('theme')))
  const partner = partners.find(one => folded(one.name) === folded(cell('partner')))
  if (cell('school') && !school) return `There is no school “${cell('school').slice(0, 80)}” in this network.`
  if (cell('theme') && !theme) return `There is no theme “${cell('theme').slice(0, 80)}” in this network.`
  if (cell('partner') && !partner) return `There is no partner “${cell('partner').slice(0, 80)}” in this network.`
  if (known.needs === 'school' && !school) return `A person with the role ${known.role} needs a school.`
  if (known.needs === 'theme' && !theme) return 'A co-leader needs a theme.'
  if (known.needs === 'partner' && !partner) return 'A person with the role partner needs a partner of the network.'
  const fromOutside = comesFromPartner(known.role)
  return {
    line,
    name,
    email,
    role: known.role,
    schoolId: fromOutside ? null : (school?.id ?? null),
    schoolName: fromOutside ? null : (school?.name ?? null),
    themeId: theme?.id ?? null,
    themeName: theme?.name ?? null,
    partnerId: fromOutside ? (partner?.id ?? null) : null,
    partnerName: fromOutside ? (partner?.name ?? null) : null,
  }
}

function byNameOrUrn(schools: School[], cell: string): School | undefined {
  return schools.find(school => school.urn === cell || folded(school.name) === folded(cell))
}
