import type { ComparedLine, Comparing } from '../enquiries/cycles/between-cycles.js'
import { type AnsweredPart, answeredParts } from './answers.js'
import { partsOf } from './parts.js'

/** The parts of the question then and now, with the claims that answer each. */
export const compareParts: Comparing = async (db, person, { before, after }) => {
  const [then, now] = [await answeredParts(db, person, before), await answeredParts(db, person, after)]
  const from = new Map((await partsOf(db, after)).map(part => [part.id, part.carriedFrom]))
  const goesOn = (part: AnsweredPart) => now.find(one => from.get(one.id) === part.id)
  return {
    heading: 'Parts of the question',
    rows: [
      ...then.map(part => {
        const later = goesOn(part)
        return { name: later?.name ?? part.name, before: said(part), after: later ? said(later) : [] }
      }),
      ...now
        .filter(part => !then.some(one => one.id === from.get(part.id)))
        .map(part => ({ name: part.name, before: [], after: said(part) })),
    ],
  }
}

function said({ answers, href }: AnsweredPart): ComparedLine[] {
  const claims = answers.claims.map(one => ({ text: `${one.label} ${one.text}`, href: one.href }))
  return claims.length > 0 ? claims : [{ text: 'No claim answers it yet', href }]
}
