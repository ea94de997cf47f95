import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { personById } from '../../people/people.js'
import { standStillAt } from '../../web/now.js'
import { demoToday } from '../cast.js'

/** Something that somebody did at a moment of the demo's past. */
export interface Deed {
  /** ISO 8601 in UTC. */
  at: string
  act: () => Promise<unknown>
}

/** Plays everything in the order in which it happened, with the clock standing at each moment. */
export async function play(deeds: Deed[]): Promise<void> {
  try {
    for (const { at, act } of [...deeds].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))) {
      standStillAt(at)
      await act()
    }
  } finally {
    standStillAt(null)
  }
}

/** A day and a time of day, and a few minutes more for each thing that was done before it on the same day. */
export function moment(day: string, time: string, minutes = 0): string {
  return new Date(Date.parse(`${day}T${time}:00.000Z`) + minutes * 60_000).toISOString()
}

export function latest(...moments: string[]): string {
  return moments.sort().at(-1)!
}

/** Nothing in the demo happens after its own day. */
export function notAfterToday(day: string): string {
  return day < demoToday ? day : demoToday
}

/** Somebody of the cast, with the rights that they have at this moment. */
export async function castPerson(house: House, id: string): Promise<Reader> {
  const person = await personById(house.db, id)
  if (!person) throw new Error(`There is no ${id} in the demo’s cast.`)
  return person
}
