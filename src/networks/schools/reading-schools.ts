import { folded } from '../../words/folded.js'
import { type LineMistake, type PastedLine, pastedTable } from '../pasting/pasted-table.js'
import type { Establishment, School } from '../tables.js'
import { schoolNamed } from './naming-schools.js'

/** What a line says of a school; an empty cell says nothing. */
export interface ListedSchool {
  name: string
  phase: string
  roll: number | null
  town: string
  language: string
  postcode: string
  localAuthority: string
}

/** A line of the list, and what it becomes. */
export type SchoolLine = { line: number; words: ListedSchool } & (
  | { becomes: 'new'; from: Establishment | null }
  /** A school of the network that its line names by its whole name, or that the line seems to mean. */
  | { becomes: 'here' | 'like'; school: School; changes: string[] }
  | { becomes: 'back'; school: School; changes: string[] }
)

export interface SchoolList {
  rows: SchoolLine[]
  mistakes: LineMistake[]
}

export interface KnownSchools {
  here: School[]
  left: School[]
  /** Of the government's list, those whose names or numbers the list may mean. */
  establishments: Establishment[]
}

export const schoolColumnsPasted = [
  {
    title: 'name',
    also: ['school', 'school name', 'name of school', 'name of the school', 'establishment name', 'establishment'],
    needed: true as const,
  },
  { title: 'phase', also: ['type', 'phaseofeducation (name)'] },
  { title: 'roll', also: ['pupils', 'numberofpupils', 'number on roll', 'nor', 'number of pupils'] },
  { title: 'town', also: ['village', 'town or village', 'place', 'where'] },
  { title: 'language', also: ['languages', 'language of the school'] },
  { title: 'postcode', also: ['post code'] },
  { title: 'local authority', also: ['la', 'authority', 'council', 'la (name)'] },
  { title: 'urn', also: ['number'] },
]

const most = 500

/** The names and numbers on a list, to look for in the government's list. */
export function namesOn(pasted: string): { names: string[]; urns: string[] } {
  const table = pastedTable(pasted, schoolColumnsPasted, most, () => true)
  const lines = 'lines' in table ? table.lines.slice(0, most) : []
  return { names: lines.map(one => one.cell('name')), urns: lines.map(one => one.cell('urn')) }
}

/**
 * Reads a list of schools, pasted or from a file: each line is a new school, one that is in the network, or one that comes back. Nothing is
 * added here.
 */
export function readSchools(pasted: string, known: KnownSchools): SchoolList {
  const table = pastedTable(pasted, schoolColumnsPasted, most, () => true)
  if (!('lines' in table)) return { rows: [], mistakes: [table] }
  const list: SchoolList = { rows: [], mistakes: [] }
  const seen = new Map<string, number>()
  for (const one of table.lines.slice(0, most)) {
    const row = lineOf(one, known)
    if (typeof row === 'string') {
      list.mistakes.push({ line: one.line, cells: one.cells, because: row })
      continue
    }
    const key = row.becomes === 'new' ? `${folded(row.words.name)}|${folded(row.words.town)}` : row.school.id
    const earlier = seen.get(key)
    if (earlier === undefined) list.rows.push(row)
    else
      list.mistakes.push({
        line: one.line,
        cells: one.cells,
        because: `This school stands on line ${earlier} already.`,
      })
    seen.set(key, earlier ?? one.line)
  }
  const beyond = table.lines[most]
  if (beyond)
    list.mistakes.push({
      line: beyond.line,
      cells: '',
      because: `Add at most ${most} schools at a time. The list goes on from here.`,
    })
  if (list.rows.length + list.mistakes.length === 0)
    list.mistakes.push({ line: 2, cells: '', because: 'There is no school beneath the first line.' })
  return list
}

function lineOf({ line, cell }: PastedLine, { here, left, establishments }: KnownSchools): SchoolLine | string {
  const words = wordsOf(cell)
  if (typeof words === 'string') return words
  const urn = cell('urn')
  const asNamed = (schools: School[]) => schoolNamed(schools, urn || words.name)
  const found = asNamed(here)
  if (found.one) {
    const isNamed = found.one.urn === urn || folded(found.one.name) === folded(words.name)
    return { line, words, becomes: isNamed ? 'here' : 'like', school: found.one, changes: changesOf(found.one, words) }
  }
  const gone = left.find(one => (urn && one.urn === urn) || folded(one.name) === folded(words.name))
  if (gone) return { line, words, becomes: 'back', school: gone, changes: changesOf(gone, words) }
  return { line, words, becomes: 'new', from: establishmentFor(establishments, words, urn) }
}

/** The one school of the government's list with this number, or with this name in this town. */
function establishmentFor(all: Establishment[], words: ListedSchool, urn: string): Establishment | null {
  if (urn) return all.find(one => one.urn === urn) ?? null
  const named = all.filter(one => folded(one.name) === folded(words.name))
  const there = words.town ? named.filter(one => folded(one.town) === folded(words.town)) : named
  return there.length === 1 ? there[0]! : null
}

function wordsOf(cell: PastedLine['cell']): ListedSchool | string {
  const roll = cell('roll').replace(/[,\s]/g, '')
  const words = {
    name: cell('name'),
    phase: asAHeading(cell('phase')),
    roll: roll ? Number(roll) : null,
    town: cell('town'),
    language: cell('language'),
    postcode: cell('postcode'),
    localAuthority: cell('local authority'),
  }
  if (!words.name) return 'The name of the school is missing.'
  if (!/^\d{0,5}$/.test(roll))
    return `“${cell('roll').slice(0, 40)}” is not a number of pupils. Use figures, or leave it empty.`
  for (const [what, longest] of lengths) {
    if (words[what].length > longest) return `The ${spoken[what]} is longer than ${longest} characters.`
  }
  return words
}

/** `primary` and `Primary` are one phase. */
function asAHeading(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const lengths = [
  ['name', 120],
  ['phase', 60],
  ['town', 80],
  ['language', 80],
  ['postcode', 12],
  ['localAuthority', 80],
] as const

const spoken = {
  name: 'name',
  phase: 'phase',
  roll: 'number of pupils',
  town: 'town or village',
  language: 'language',
  postcode: 'postcode',
  localAuthority: 'local authority',
}

/** What the line says otherwise than is known, as “pupils 68 → 70”; what it leaves empty stays. */
function changesOf(school: School, words: ListedSchool): string[] {
  return (Object.keys(spoken) as (keyof ListedSchool)[])
    .filter(what => what !== 'name' && isSaid(words[what]) && words[what] !== school[what])
    .map(what => `${spoken[what]} ${isSaid(school[what]) ? `${school[what]} → ` : ''}${words[what]}`)
}

function isSaid(words: string | number | null): boolean {
  return words !== null && words !== ''
}
