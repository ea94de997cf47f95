import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import { folded } from '../words/folded.js'
import type { Asked, FilterName } from './asked.js'
import { dayIn, type Days } from './days.js'
import type { Directory, Named } from './searchables.js'

/** What the form beside the box asks for; an empty word narrows nothing. */
export interface Chosen {
  kind: string
  school: string
  group: string
  stage: string
  from: string
  to: string
}

export interface Narrowed {
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

/** Puts what was typed (`school:bryn from:1/9/2026`) and what was chosen together. Names are those that the person knows. */
export async function narrowed(
  db: Db,
  person: Reader | undefined,
  directory: Directory,
  { filters }: Asked,
  chosen: Chosen,
): Promise<Narrowed> {
  const result: Narrowed = {
    kinds: null,
    schools: null,
    groups: null,
    by: null,
    stages: null,
    from: null,
    to: null,
    mistakes: [],
  }
  const typed = (name: FilterName) => filters.filter(filter => filter.name === name).map(filter => filter.value)

  for (const value of [...typed('kind'), ...typed('in'), ...(chosen.kind ? [chosen.kind] : [])]) {
    const kinds = kindsCalled(directory, value)
    if (kinds.length === 0)
      result.mistakes.push(`There is no kind called “${short(value)}”. Choose one from the list of kinds.`)
    result.kinds = both(result.kinds, kinds)
  }
  const names = [
    {
      key: 'schools',
      name: 'school',
      known: directory.schools,
      chosen: chosen.school,
      says: 'No school that you know',
    },
    {
      key: 'groups',
      name: 'group',
      known: directory.groups,
      chosen: chosen.group,
      says: 'No enquiry group that you know',
    },
    {
      key: 'stages',
      name: 'stage',
      known: () => Promise.resolve(directory.stages),
      chosen: chosen.stage,
      says: 'No stage',
    },
    { key: 'by', name: 'by', known: directory.people, chosen: '', says: 'Nobody whom you know' },
  ] as const
  for (const { key, name, known, chosen: id, says } of names) {
    for (const value of typed(name)) {
      const ids = called(await known(db, person), value)
      if (ids.length === 0) result.mistakes.push(`${says} is called “${short(value)}”.`)
      result[key] = both(result[key], ids)
    }
    if (id) result[key] = both(result[key], [id])
  }
  for (const [name, which] of [
    ['from', 'first'],
    ['to', 'last'],
  ] as const) {
    for (const value of [...typed(name), ...(chosen[name] ? [chosen[name]] : [])]) {
      const days: Days | undefined = dayIn(value)
      if (days) result[name] = days[which]
      else result.mistakes.push(`“${short(value)}” is no date. Write it like 5 March 2027, 5/3/2027 or 2027-03-05.`)
    }
  }
  return result
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
