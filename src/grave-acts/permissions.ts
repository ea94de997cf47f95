import type { Person } from '../people/person.js'
import type { GraveRules } from './kinds.js'
import type { GraveAct } from './tables.js'

type Standing = Pick<GraveAct, 'agreedAt' | 'stoppedAt' | 'begunAt' | 'doneAt'>

/** The second person (src/grave-acts/who-agrees.ts), as long as nobody else has been it. */
export function mayAgreeToGraveAct(person: Person, act: Standing, agreeing: { id: string }[]): boolean {
  const isOpen = act.agreedAt === null && act.stoppedAt === null && act.doneAt === null
  return isOpen && agreeing.some(one => one.id === person.id)
}

/** Everybody whom it concerns, until it is done: stopping leaves all as it was. */
export function mayStopGraveAct(
  person: Person,
  kind: Pick<GraveRules, 'administratorsToo'>,
  act: Standing & { concerned: string[] },
): boolean {
  if (act.stoppedAt !== null || act.begunAt !== null || act.doneAt !== null) return false
  return act.concerned.includes(person.id) || (kind.administratorsToo === true && person.isAdministrator)
}
