import type { StagePart } from '../enquiries/stages/stage-parts.js'
import { ofCycle } from '../enquiries/head.js'
import { answeredParts, type AnsweredPart } from './answers.js'
import { partsOf, tiesOf } from './parts.js'
import { mayKeepParts } from './permissions.js'

export interface PartsOnPurpose {
  parts: { name: string; href: string }[]
  href: string
}

/** On the stage Purpose: the parts, and a quiet way to name the first. */
export const partsOnPurpose: StagePart<PartsOnPurpose> = {
  stage: 'purpose',
  view: 'question-parts/_on-purpose',
  async load(db, _person, enquiry) {
    const parts = await partsOf(db, enquiry)
    if (parts.length === 0 && !mayKeepParts(enquiry)) return undefined
    return {
      parts: parts.map(({ id, name }) => ({ name, href: `/question-parts/${id}` })),
      href: `/groups/${enquiry.groupId}/question-parts${ofCycle(enquiry)}`,
    }
  },
}

export interface PartsOnEvaluation {
  parts: AnsweredPart[]
  inside: boolean
}

/** On the stage Evaluation: what answers each part; one without an answer says so. */
export const partsOnEvaluation: StagePart<PartsOnEvaluation> = {
  stage: 'evaluation',
  view: 'question-parts/_on-evaluation',
  async load(db, person, enquiry) {
    const parts = await answeredParts(db, person, enquiry)
    return parts.length > 0 ? { parts, inside: enquiry.standing.member } : undefined
  },
  async needs(db, enquiry) {
    const parts = await partsOf(db, enquiry)
    const ties = await tiesOf(
      db,
      'claims',
      parts.map(part => part.id),
    )
    return parts.map(({ id, name }) => ({
      stage: 'evaluation' as const,
      text: `A claim that answers “${name}”`,
      met: ties.get(id)!.size > 0,
      href: `/question-parts/${id}`,
    }))
  },
}
