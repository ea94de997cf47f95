import { BadInput } from '../../errors.js'
import { isGroupRole } from '../../people/roles/roles.js'
import { email } from '../../web/fields.js'
import type { Column } from './what-travels.js'
import type { Row } from './rows.js'

const mostRows = 1_000_000
const longestWords = 5_000_000

/**
 * Holds every row of a copy against the tables of this version: known tables, columns that travel, each with words or a
 * number as it should be, and as few as a group can have.
 * @throws BadInput with a sentence that names the table and the column
 */
export function checkRows(tables: Record<string, Row[]>, columns: Map<string, Map<string, Column>>): void {
  if (Object.values(tables).reduce((sum, rows) => sum + rows.length, 0) > mostRows)
    throw new BadInput('The copy holds more records than a group can have.')
  for (const [table, rows] of Object.entries(tables)) {
    const known = columns.get(table)
    if (!known) throw new BadInput(`The copy holds ${table}, which is no part of a group.`)
    for (const row of rows) checkRow(table, row, known)
  }
}

function checkRow(table: string, row: Row, known: Map<string, Column>): void {
  for (const column of Object.keys(row)) if (!known.has(column)) throw new BadInput(unknown(table, column))
  for (const [name, column] of known)
    if (!isAsItShouldBe(table, name, row[name] ?? null, column))
      throw new BadInput(`The copy holds ${table} whose ${name} is not as it should be.`)
}

function unknown(table: string, column: string): string {
  const isSecret = /password|administrator|join_code|disabled/.test(column)
  return `The copy holds ${table} with ${isSecret ? `${column}, which never travels` : `an unknown ${column}`}.`
}

function isAsItShouldBe(table: string, name: string, value: Row[string], { kind, required }: Column): boolean {
  if (value === null) return !required
  if (kind !== 'text') return kind === 'number' ? Number.isFinite(value) : Number.isSafeInteger(value)
  if (typeof value !== 'string' || value.length > longestWords) return false
  const fits = patterns[`${table}.${name}`] ?? (name === 'id' ? isAnId : /_(at|on)$/.test(name) ? isAMoment : undefined)
  return fits ? fits(value) : true
}

/** Ids stand in addresses, so they hold nothing that an address would read. */
const isAnId = (words: string) => /^[\w~-][\w~.-]{0,119}$/.test(words)

const isAMoment = (words: string) =>
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,6})?Z)?$/.test(words) && !Number.isNaN(Date.parse(words))

function isAnObject(words: string): boolean {
  try {
    const said: unknown = JSON.parse(words)
    return typeof said === 'object' && said !== null && !Array.isArray(said)
  } catch {
    return false
  }
}

function isAPageHere(words: string): boolean {
  return /^\/(?![/\\])/.test(words)
}

function isOfTheWeb(words: string): boolean {
  return /^https?:\/\/\S+$/i.test(words)
}

const patterns: Record<string, (words: string) => boolean> = {
  'history.at': isAMoment,
  'facts.at': isAMoment,
  'facts.details': isAnObject,
  'group_people.role': isGroupRole,
  'people.email': words => email().safeParse(words).data === words,
  'files.stored_as': words => /^[0-9a-f]{32}$/.test(words),
  'meetings.link': words => words === '' || isOfTheWeb(words),
  'meeting_papers.href': words => words === '' || isOfTheWeb(words) || isAPageHere(words),
  'circles.kind': words => words === 'group',
  // It becomes a link on the page of whoever withdrew the piece.
  'withdrawal_touches.href': isAPageHere,
}
