import type { ComparedLine, Comparing } from '../../enquiries/cycles/between-cycles.js'
import { recommendationsOf } from '../recommendations.js'
import { lineOf, type RecommendationLine } from './lines.js'

/** What each cycle recommended, and how it stands in the schools. */
export const compareRecommendations: Comparing = async (db, person, { before, after }) => {
  const lines = async (cycle: typeof before) => (await recommendationsOf(db, person, cycle)).map(lineOf)
  const [then, now] = [await lines(before), await lines(after)]
  return {
    heading: 'Recommendations, and where they are in place',
    rows: [
      ...then.map(line => ({ name: line.label, before: said(line), after: [] })),
      ...now.map(line => ({ name: line.label, before: [], after: said(line) })),
    ],
  }
}

function said({ id, recommendation, withdrawnAt, isDraft, schools }: RecommendationLine): ComparedLine[] {
  const inPlace = schools.filter(one => one.stands.startsWith('in place')).map(one => one.name)
  const stands = withdrawnAt
    ? 'Withdrawn'
    : isDraft
      ? 'A draft'
      : inPlace.length > 0
        ? `In place at ${inPlace.join(', ')}`
        : 'Not in place anywhere yet'
  return [{ text: recommendation, href: `/recommendations/${id}` }, { text: stands }]
}
