import type { Piece } from '../evidence/evidence.js'
import { kindNamed } from '../evidence/kinds.js'
import { byName } from '../web/words.js'

/** What a claim rests on, and what a critical friend would ask about it. */
export interface Coverage {
  schools: string[]
  kinds: string[]
  /** Sentences, the weightiest first; none when several schools and kinds speak and the opposite was looked for. */
  warnings: string[]
}

type Source = Pick<Piece, 'kind' | 'schools' | 'loggedBy'>

/** From which schools and kinds the evidence comes, on both sides, and where a claim leans on too little. */
export function coverageOf(speakFor: Source[], against: Source[]): Coverage {
  const all = [...speakFor, ...against]
  return {
    schools: schoolsIn(all),
    kinds: kindsIn(all),
    warnings: [...leaningOn(speakFor), ...unopposed(speakFor, against)],
  }
}

function leaningOn(pieces: Source[]): string[] {
  if (pieces.length === 0) return ['Nothing is linked that speaks for it yet']
  const schools = schoolsIn(pieces)
  const kinds = kindsIn(pieces)
  const warnings: string[] = []
  if (pieces.length === 1) warnings.push('Rests on one piece of evidence')
  else if (new Set(pieces.map(piece => piece.loggedBy)).size === 1)
    warnings.push('All its evidence was gathered by one person')
  if (schools.length === 1) warnings.push(`Rests on one school, ${schools[0]}`)
  if (pieces.length > 1 && kinds.length === 1) warnings.push(`Rests on one kind of evidence, ${kinds[0]}`)
  return warnings
}

function unopposed(speakFor: Source[], against: Source[]): string[] {
  return speakFor.length > 0 && against.length === 0 ? ['Nothing against it has been looked for, or found, yet'] : []
}

function schoolsIn(pieces: Source[]): string[] {
  const schools = new Map(pieces.flatMap(piece => piece.schools).map(school => [school.id, school]))
  return [...schools.values()].sort(byName).map(school => school.name)
}

function kindsIn(pieces: Source[]): string[] {
  return [...new Set(pieces.map(piece => kindNamed(piece.kind)))].sort()
}
