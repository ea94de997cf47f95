import { byName } from '../../words/words.js'
import type { DossierOffered } from '../pages.js'
import type { FoundRecommendation } from '../recommendations.js'

/** The schools that were sent something which still stands, each with its dossier. @param at what the dossier is of */
export function dossiersIn(
  recommendations: FoundRecommendation[],
  at: string,
  only: (schoolId: string) => boolean = () => true,
): DossierOffered[] {
  const sent = recommendations
    .filter(({ recommendation }) => !recommendation.withdrawnAt)
    .flatMap(({ recommendation }) => recommendation.responses)
  const schools = new Map(sent.map(({ schoolId, schoolName }) => [schoolId, schoolName]))
  return [...schools]
    .filter(([id]) => only(id))
    .map(([id, name]) => ({ name, href: `${at}/dossiers/${id}` }))
    .sort(byName)
}
