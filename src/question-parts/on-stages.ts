import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { ofCycle } from '../enquiries/head.js'
import type { StagePart } from '../enquiries/stages/stage-parts.js'
import { listed, plural } from '../words/words.js'
import { claimsThatAnswer, type Thing } from './answers.js'
import { partsOf, tiesOf } from './parts.js'
import { mayKeepParts } from './permissions.js'
import type { QuestionPart } from './tables.js'
import { type ThingKind, thingKinds } from './things.js'

/** The parts of a question, and what is said to answer them. */
interface PartsKnown {
  parts: QuestionPart[]
  ties: Map<ThingKind, Map<string, Set<string>>>
}

async function partsKnown(db: Db, enquiry: Enquiry): Promise<PartsKnown> {
  const parts = await partsOf(db, enquiry)
  const ids = parts.map(part => part.id)
  const ties = await Promise.all(thingKinds.map(async kind => [kind, await tiesOf(db, kind, ids)] as const))
  return { parts, ties: new Map(ties) }
}

export interface PartsOnPurpose {
  parts: { name: string; href: string }[]
  href: string
}

/** On the stage Purpose: the parts, and a quiet way to name the first. */
export const partsOnPurpose: StagePart<PartsOnPurpose, PartsKnown> = {
  stage: 'purpose',
  view: 'question-parts/_on-purpose',
  knows: partsKnown,
  load(_db, _person, enquiry, { parts }) {
    if (parts.length === 0 && !mayKeepParts(enquiry)) return Promise.resolve(undefined)
    return Promise.resolve({
      parts: parts.map(({ id, name }) => ({ name, href: `/question-parts/${id}` })),
      href: `/groups/${enquiry.groupId}/question-parts${ofCycle(enquiry)}`,
    })
  },
}

export interface PartsOnEvaluation {
  parts: { name: string; href: string; claims: Thing[]; besides: string }[]
  inside: boolean
}

/** On the stage Evaluation: the claims that answer each part; one without an answer says so. */
export const partsOnEvaluation: StagePart<PartsOnEvaluation, PartsKnown> = {
  stage: 'evaluation',
  view: 'question-parts/_on-evaluation',
  knows: partsKnown,
  async load(db, person, enquiry, { parts, ties }) {
    if (parts.length === 0) return undefined
    const claims = await claimsThatAnswer(db, person, enquiry)
    const inside = enquiry.standing.member
    return {
      parts: parts.map(({ id, name }) => ({
        name,
        href: `/question-parts/${id}`,
        claims: claims.filter(claim => ties.get('claims')!.get(id)!.has(claim.id)),
        besides: inside ? besidesInWords(id, ties) : '',
      })),
      inside,
    }
  },
  needs(_db, _enquiry, { parts, ties }) {
    const needs = parts.map(({ id, name }) => ({
      stage: 'evaluation' as const,
      text: `A claim that answers “${name}”`,
      met: ties.get('claims')!.get(id)!.size > 0,
      href: `/question-parts/${id}`,
    }))
    return Promise.resolve(needs)
  },
}

const counted: [ThingKind, string, string][] = [
  ['evidence', 'piece of evidence', 'pieces of evidence'],
  ['actions', 'action', 'actions'],
  ['recommendations', 'recommendation', 'recommendations'],
]

/** `2 actions and 1 recommendation`, for the group: others may not know of them all. */
function besidesInWords(part: string, ties: PartsKnown['ties']): string {
  const lines = counted.flatMap(([kind, one, many]) => {
    const { size } = ties.get(kind)!.get(part)!
    return size > 0 ? plural(size, one, many) : []
  })
  return lines.length > 0 ? listed(lines) : ''
}
