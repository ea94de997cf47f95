import { askedOnce } from '../asked-once.js'
import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { ofCycle } from '../enquiries/head.js'
import type { StageNeed, StagePart } from '../enquiries/stages/stage-parts.js'
import { type FormState, formOf } from '../web/read.js'
import { citationsWhereCited } from './citing/citing.js'
import { type CiteKeys, keysAmong } from './citing/cite-keys.js'
import { knowledgeAddress } from './addresses.js'
import { stanceOptions } from './choices.js'
import { maySayWhatItDoes } from './permissions.js'
import { type ListedReference, referencesOf, type Said, saidOf } from './references/references.js'
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

/** What the parts of a stage page know: asked where one of them wants it, and once. */
interface Known {
  references(): Promise<ListedReference[]>
  said(): Promise<Said[]>
}

function knows(db: Db, enquiry: Enquiry): Promise<Known> {
  return Promise.resolve({
    references: askedOnce(() => referencesOf(db, enquiry.groupId)),
    said: askedOnce(() => saidOf(db, enquiry.names, { enquiryId: enquiry.id })),
  })
}

/** What published knowledge says, on the page of the purpose stage. */
export const knowledgeOnStage: StagePart<KnowledgeOnStage, Known> = {
  stage: 'purpose',
  view: 'knowledge/_on-stage',
  knows,
  async load(_db, _person, enquiry, known) {
    const listed = await known.references()
    const saidOnes = await known.said()
    const references = listed.map(one => shownReference(one))
    const shown = new Map(references.map(one => [one.id, one]))
    return {
      said: saidOnes.flatMap(({ id, does, stance, sentence, referenceId }) => {
        const reference = shown.get(referenceId)
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
  cites: (enquiry, texts, { references }) => citationsWhereCited(references, enquiry, texts),
  async needs(_db, enquiry, known) {
    const said = await known.said()
    const challenges = said.some(one => one.stance === 'challenges')
    return [
      need(enquiry, 'Something published that you build on', said.length > 0),
      need(enquiry, 'Something published that challenges you', challenges),
    ]
  },
}

/** Beside the texts of the other stages: what can be cited in them. */
export const keysOnStages: StagePart<{ cites: CiteKeys }, Known>[] = (
  ['context', 'evidence', 'action', 'evaluation'] as const
).map(stage => ({ stage, view: 'knowledge/_keys-on-stage', knows, load: keysFor }))

async function keysFor(
  _db: Db,
  _person: unknown,
  enquiry: Enquiry,
  { references }: Known,
): Promise<{ cites: CiteKeys } | undefined> {
  if (!maySayWhatItDoes(enquiry)) return undefined
  const cites = keysAmong(await references(), enquiry.groupId)
  return cites.keys.length > 0 ? { cites } : undefined
}

function need(enquiry: Enquiry, text: string, met: boolean): StageNeed {
  return { stage: 'purpose', text, met, href: `/groups/${enquiry.groupId}/stages/purpose#published-knowledge` }
}
