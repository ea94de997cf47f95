import { folded } from '../../words/folded.js'
import { type KnownSchool } from '../../networks/schools/schools.js'

/**
 * Tells which school a cell means: by number, by name whatever its accents, by the part of a name that only one school
 * has, or as somebody said.
 * @param said the ids of schools by the cells that were not known
 */
export function schoolFinder(
  said: Record<string, string>,
  schools: KnownSchool[],
): (cell: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  const find = (cell: string) => {
    const id = said[cell]
    if (id && schools.some(school => school.id === id)) return id
    const name = folded(cell)
    const exact = schools.find(school => (school.urn !== null && school.urn === cell) || folded(school.name) === name)
    if (exact || name.length < 4) return exact?.id
    const part = schools.filter(
      school => bare(school.name).includes(bare(cell)) || bare(cell).includes(bare(school.name)),
    )
    return part.length === 1 ? part[0]!.id : undefined
  }
  return cell => {
    if (!known.has(cell)) known.set(cell, find(cell))
    return known.get(cell)
  }
}

function bare(name: string): string {
  const short = folded(name)
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\b(the|school|ysgol|primary|secondary|academy|community|c of e|church)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return short || folded(name)
}
