import type { Piece } from './evidence.js'

type From = Pick<Piece, 'schools' | 'elsewhere'>

/** Where a piece comes from as its own group reads it: its schools, and the place outside the network by its name. */
export function placesOf({ schools, elsewhere }: From): string[] {
  return [...schools.map(school => school.name), ...(elsewhere ? [elsewhere] : [])]
}

/** The same in what leaves the group: nobody at a place outside was asked, so it is not named. */
export function placesToldOutside({ schools, elsewhere }: From): string[] {
  return [...schools.map(school => school.name), ...(elsewhere ? ['elsewhere'] : [])]
}
