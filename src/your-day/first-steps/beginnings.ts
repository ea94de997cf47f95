import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Person } from '../../people/person.js'
import { knownGroups, knownNetworks, knownPerson } from './known.js'
import { type FirstStep, stepsOfGroup, stepsOfNetwork, stepsOfPerson } from './steps.js'
import './tables.js'

/** Where a network, a group or a person stands with its first steps. */
export interface Beginning {
  /** Such as `networks/moor`. */
  place: string
  /** Whose first steps they are; nothing for one's own. */
  name: string
  /** The one that comes next. */
  next: ShownStep
  all: ShownStep[]
}

export interface ShownStep {
  step: string
  text: string
  action: string
  href: string
  state: 'open' | 'done' | 'skipped'
}

/** The networks that somebody leads, as far as they are still beginning. */
export async function beginningsOfNetworks(db: Db, networks: { id: string; name: string }[]): Promise<Beginning[]> {
  const known = await knownNetworks(
    db,
    networks.map(one => one.id),
  )
  return begun(db, stepsOfNetwork, 'networks', networks, known)
}

/** Groups at work that somebody is in, as far as they are still beginning. */
export async function beginningsOfGroups(db: Db, enquiries: Enquiry[]): Promise<Beginning[]> {
  const at = enquiries.filter(
    ({ standing, closedAt, finishedAt, cycle }) =>
      standing.member && closedAt === null && finishedAt === null && cycle === 1,
  )
  const known = await knownGroups(db, at)
  const groups = at.map(({ groupId, groupName }) => ({ id: groupId, name: groupName }))
  return begun(db, stepsOfGroup, 'groups', groups, known)
}

/** Somebody's own. */
export async function beginningOfPerson(db: Db, person: Person): Promise<Beginning[]> {
  const known = new Map([[person.id, await knownPerson(db, person)]])
  return begun(db, stepsOfPerson, 'people', [{ id: person.id, name: '' }], known)
}

async function begun<Known>(
  db: Db,
  steps: FirstStep<Known>[],
  noun: 'networks' | 'groups' | 'people',
  places: { id: string; name: string }[],
  known: Map<string, Known>,
): Promise<Beginning[]> {
  const unfinished = places.flatMap(({ id, name }) => {
    const of = known.get(id)
    if (!of) return []
    const mine = steps.filter(step => step.isFor?.(of) ?? true)
    return mine.every(step => step.isDone(of)) ? [] : [{ place: `${noun}/${id}`, name, of, mine }]
  })
  if (unfinished.length === 0) return []
  const skipped = await skippedAt(
    db,
    unfinished.map(one => one.place),
  )
  return unfinished.flatMap(({ place, name, of, mine }) => {
    const all = mine.map(({ step, text, action, href, isDone }): ShownStep => {
      const state = isDone(of) ? 'done' : skipped.has(`${place} ${step}`) ? 'skipped' : 'open'
      return { step, text, action, href: href(of), state }
    })
    const next = all.find(one => one.state === 'open')
    return next ? [{ place, name, next, all }] : []
  })
}

async function skippedAt(db: Db, places: string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('skippedFirstSteps').select(['place', 'step']).where('place', 'in', places).execute()
  return new Set(rows.map(({ place, step }) => `${place} ${step}`))
}
