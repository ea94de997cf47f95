import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { folded } from '../../words/folded.js'
import type { Directory, Named } from '../searchables.js'
import { dayIn } from './days.js'
import type { FilterName, Question } from './question.js'

/** What the form beside the box asks for; an empty word narrows nothing. */
export interface Chosen {
  kind: string
  school: string
  group: string
  stage: string
  from: string
  to: string
}

/** What a search is limited to; null where nothing was said. */
export interface Limits {
  kinds: string[] | null
  schools: string[] | null
  groups: string[] | null
  by: string[] | null
  stages: string[] | null
  from: string | null
  to: string | null
  /** What of it could not be understood, each in a sentence. Nothing is found then. */
  mistakes: string[]
}

export function noLimits(): Limits {
  return { kinds: null, schools: null, groups: null, by: null, stages: null, from: null, to: null, mistakes: [] }
}

/** Puts what was typed (`school:bryn from:1/9/2026`) and what was chosen together. Names are those that the person knows. */
export async function limitsOf(
  db: Db,
  person: Reader | undefined,
  directory: Directory,
  { filters }: Question,
  chosen: Chosen,
): Promise<Limits> {
  const typed = (name: FilterName) => filters.filter(filter => filter.name === name).map(filter => filter.value)
  const limits = noLimits()
  limitKinds(limits, directory, [...typed('kind'), ...typed('in'), ...given(chosen.kind)])
  for (const { limit, name, known, says } of namesIn(directory)) {
    const values = typed(name)
    if (values.length > 0) limitNames(limits, limit, await known(db, person), values, says)
    for (const id of name === 'by' ? [] : given(chosen[name])) limits[limit] = both(limits[limit], [id])
  }
  limitDays(limits, 'from', [...typed('from'), ...given(chosen.from)])
  limitDays(limits, 'to', [...typed('to'), ...given(chosen.to)])
  return limits
}

function given(value: string): string[] {
  return value ? [value] : []
}

function limitKinds(limits: Limits, directory: Directory, values: string[]): void {
  for (const value of values) {
    const kinds = kindsCalled(directory, value)
    if (kinds.length === 0)
      limits.mistakes.push(`There is no kind called “${short(value)}”. Choose one from the list of kinds.`)
    limits.kinds = both(limits.kinds, kinds)
  }
}

/** What is called by a name, and what is said where nothing that the person knows is called so. */
function namesIn({ schools, groups, stages, people }: Directory) {
  return [
    { limit: 'schools', name: 'school', known: schools, says: 'No school that you know' },
    { limit: 'groups', name: 'group', known: groups, says: 'No enquiry group that you know' },
    { limit: 'stages', name: 'stage', known: () => Promise.resolve(stages), says: 'No stage' },
    { limit: 'by', name: 'by', known: people, says: 'Nobody whom you know' },
  ] as const
}

function limitNames(
  limits: Limits,
  limit: 'schools' | 'groups' | 'stages' | 'by',
  known: Named[],
  values: string[],
  says: string,
): void {
  for (const value of values) {
    const ids = called(known, value)
    if (ids.length === 0) limits.mistakes.push(`${says} is called “${short(value)}”.`)
    limits[limit] = both(limits[limit], ids)
  }
}

function limitDays(limits: Limits, limit: 'from' | 'to', values: string[]): void {
  for (const value of values) {
    const days = dayIn(value)
    if (days) limits[limit] = limit === 'from' ? days.first : days.last
    else limits.mistakes.push(`“${short(value)}” is no date. Write it like 5 March 2027, 5/3/2027 or 2027-03-05.`)
  }
}

function kindsCalled({ kinds }: Directory, value: string): string[] {
  const wanted = folded(value).replace(/[\s-]+/g, ' ')
  const found = kinds.filter(({ names }) => names.some(name => folded(name).replace(/[\s-]+/g, ' ') === wanted))
  return found.flatMap(one => one.kinds)
}

/** By its id, its whole name, or words of its name. */
function called(known: Named[], value: string): string[] {
  const wanted = folded(value)
  const whole = known.filter(({ id, name }) => id === value || folded(name) === wanted)
  if (whole.length > 0) return whole.map(one => one.id)
  const words = wanted.split(/[^\p{L}\p{N}\p{M}']+/u).filter(Boolean)
  const has = (name: string, word: string) =>
    folded(name)
      .split(/[^\p{L}\p{N}\p{M}']+/u)
      .some(one => one.startsWith(word))
  return words.length === 0 ? [] : known.filter(({ name }) => words.every(word => has(name, word))).map(one => one.id)
}

function both(one: string[] | null, other: string[]): string[] {
  return one === null ? other : one.filter(id => other.includes(id))
}

function short(value: string): string {
  return value.length > 40 ? `${[...value].slice(0, 40).join('')}…` : value
}
