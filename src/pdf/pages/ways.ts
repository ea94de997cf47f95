import type { Page, Slab } from '../blocks/slabs.js'
import type { Reached } from './filling.js'

/** A way through the text: how far it has come, by which page, and how much a reader was disturbed until there. */
export interface Way {
  reached: Reached
  page: Page
  before: Way | undefined
  disturbs: number
}

/** The ways that are still to be followed; of those that come to the same place, the one that disturbs least. */
export class OpenWays {
  private readonly places = new Map<number, Map<string, Way>>()
  private at = 0

  add(way: Way): void {
    const { at, ahead, below } = way.reached
    const ways = this.places.get(at) ?? new Map<string, Way>()
    this.places.set(at, ways)
    const place = `${heightOf(ahead)} ${heightOf(below)}`
    const known = ways.get(place)
    if (!known || way.disturbs < known.disturbs) ways.set(place, way)
  }

  /** The one that has come least far, so that all ways to its place are known. */
  takeLeastFar(): Way {
    while (!this.places.get(this.at)?.size) this.places.delete(this.at++)
    const ways = this.places.get(this.at)!
    const [place, way] = [...ways].reduce((one, other) => (isLessFar(other[1], one[1]) ? other : one))
    ways.delete(place)
    return way
  }
}

/** Within a slab that is parted, more is left of it; at the very end, it disturbs less. */
function isLessFar(one: Way, other: Way): boolean {
  const [left, otherLeft] = [one, other].map(({ reached }) => heightOf(reached.ahead))
  return left! > otherLeft! || (left === otherLeft && one.disturbs < other.disturbs)
}

function heightOf(slabs: Slab[]): number {
  return slabs.reduce((sum, { height }) => sum + height, 0)
}
