import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { ofCycle } from '../enquiries/head.js'
import type { StageNeed, StagePart } from '../enquiries/stages/stage-parts.js'
import { type FormState, formOf } from '../web/read.js'
import { citationsIn } from './citing/citing.js'
import { type CiteKeys, citeKeys, keysAmong } from './citing/cite-keys.js'
import { knowledgeAddress } from './addresses.js'
import { stanceOptions } from './choices.js'
import { maySayWhatItDoes } from './permissions.js'
import { referencesOf, type Said, saidOf } from './references/references.js'
import { type ShownReference, shownReference } from './references/shown-reference.js'

export interface KnowledgeOnStage {
  said: { id: string; does: string; stance: string; sentence: string; reference: ShownReference }[]
  address: string
  add: string
  references: { value: string; text: string }[]
  stances: { value: string; text: string }[]
  form: FormState
  cites: CiteKeys
  may: { say: boolean }
}

/** What published knowledge says, on the page of the purpose stage. */
export const knowledgeOnStage: StagePart<KnowledgeOnStage, Said[]> = {
  stage: 'purpose',
  view: 'knowledge/_on-stage',
  knows: (db, enquiry) => saidOf(db, enquiry.names, { enquiryId: enquiry.id }),
  async load(db, _person, enquiry, saidOnes) {
    const listed = await referencesOf(db, enquiry.groupId)
    const references = listed.map(one => shownReference(one))
    const known = new Map(references.map(one => [one.id, one]))
    return {
      said: saidOnes.flatMap(({ id, does, stance, sentence, referenceId }) => {
        const reference = known.get(referenceId)
        return reference ? [{ id, does, stance, sentence, reference }] : []
      }),
      address: `${knowledgeAddress(enquiry)}${ofCycle(enquiry)}`,
      add: `/groups/${enquiry.groupId}/published-knowledge`,
      references: references.map(({ id, short, line }) => ({ value: id, text: `${short}: ${line}`.slice(0, 110) })),
      stances: stanceOptions(),
      form: formOf(),
      cites: keysAmong(listed, enquiry.groupId),
      may: { say: maySayWhatItDoes(enquiry) },
    }
  },
  cites: citationsIn,
  needs(_db, enquiry, said) {
    const challenges = said.some(one => one.stance === 'challenges')
    return Promise.resolve([
      need(enquiry, 'Something published that you build on', said.length > 0),
      need(enquiry, 'Something published that challenges you', challenges),
    ])
  },
}

/** Beside the texts of the other stages: what can be cited in them. */
export const keysOnStages: StagePart<{ cites: CiteKeys }>[] = (
  ['context', 'evidence', 'action', 'evaluation'] as const
).map(stage => ({ stage, view: 'knowledge/_keys-on-stage', load: keysFor }))

async function keysFor(db: Db, _person: unknown, enquiry: Enquiry): Promise<{ cites: CiteKeys } | undefined> {
  if (!maySayWhatItDoes(enquiry)) return undefined
  const cites = await citeKeys(db, enquiry)
  return cites.keys.length > 0 ? { cites } : undefined
}

function need(enquiry: Enquiry, text: string, met: boolean): StageNeed {
  return { stage: 'purpose', text, met, href: `/groups/${enquiry.groupId}/stages/purpose#published-knowledge` }
}
