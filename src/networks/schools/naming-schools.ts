import { folded } from '../../words/folded.js'

/** What most schools are called besides, so that it tells none from another. */
const ordinary =
  /\b(the|school|schools|academy|primary|junior|infants?|community|ce|c of e|church of england|rc|va|vc)\b/g

/** A name as it is compared: small, without accents, stops and what most schools are called. */
function core(name: string): string {
  const plain = folded(name)
    .replace(/\bsaint\b/g, 'st')
    .replace(/['.,()&/-]/g, ' ')
    .replace(/\s+/g, ' ')
  return plain.replace(ordinary, ' ').replace(/\s+/g, ' ').trim()
}

export interface NamedSchools<School> {
  /** The one school that is meant. */
  one?: School
  /** Several that could be meant. */
  several: School[]
}

/**
 * The school that somebody means by a name, such as “Ashcombe” where there is one Ashcombe school; by its whole name or its number
 * on the government's list before all.
 */
export function schoolNamed<School extends { name: string; urn: string | null }>(
  schools: School[],
  words: string,
): NamedSchools<School> {
  const exact = schools.find(school => school.urn === words || folded(school.name) === folded(words))
  if (exact) return { one: exact, several: [] }
  const meant = core(words)
  if (!meant) return { several: [] }
  const same = schools.filter(school => core(school.name) === meant)
  const near = same.length > 0 ? same : schools.filter(school => containsWords(core(school.name), meant))
  return near.length === 1 ? { one: near[0]!, several: [] } : { several: near }
}

function containsWords(name: string, words: string): boolean {
  return ` ${name} `.includes(` ${words} `)
}
