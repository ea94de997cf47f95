import type { Db } from '../../database.js'
import type { Citations } from '../../documents/citations.js'
import type { Reader } from '../../names/reader.js'
import { namesOf } from '../../people/people.js'
import { type Stage, stageNamed } from '../../stages.js'
import { textInPlace } from '../../texts/in-place.js'
import { readTexts, type Saved } from '../../texts/texts.js'
import { type FormState, formOf } from '../../web/read.js'
import { dayAndTime } from '../../words/words.js'
import type { Enquiry } from '../enquiry.js'
import { crumbsOf, headOf, ofCycle, stageAddress } from '../head.js'
import { stageAfter } from './moving-stage.js'
import { isReady, needsAfter } from './needs.js'
import type { StagePage, StageText } from '../pages.js'
import {
  mayComment,
  mayFinishCycle,
  mayMoveStage,
  mayReviseQuestion,
  mayShareStages,
  mayWriteStages,
} from '../permissions.js'
import { fieldsOf, stageHints } from './stage-fields.js'
import { contextRecords, purposeRecords } from './shown-records.js'
import { citedIn, partsFor, partsKnow, type StagePart } from './stage-parts.js'
import { stageRecords } from './stage-records.js'
import { type Thread, threadAbout } from '../comments/thread-shown.js'

/** The forms on a stage page; the one that needs mending comes back with its words. */
export interface StageForms {
  expertise?: FormState
  sign?: FormState
  leverage?: FormState
  comment?: FormState
}

/** Everything that the page of a stage shows to this person, who may read it. */
export async function stagePage(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  stage: Stage,
  parts: StagePart[],
  forms: StageForms = {},
): Promise<StagePage> {
  const { name, question } = stageNamed(stage)
  const base = `/groups/${enquiry.groupId}`
  const { member } = enquiry.standing
  const write = mayWriteStages(enquiry)
  const know = partsKnow(db, enquiry)
  const cites = (written: string[]) => citedIn(parts, enquiry, written, know)
  const records = await stageRecords(db, enquiry, stage)
  const needs = member ? await needsAfter(db, enquiry, stage, parts, records, know) : null
  const thread = await threadOnStage(db, person, enquiry, stage, cites, forms.comment)
  const { read } = enquiry.names
  const texts = await textsFor(db, enquiry, stage, readTexts(records.texts, enquiry.names))
  const context = records.context && contextRecords(enquiry, records.context)
  const shown = await partsFor(parts, stage, db, person, enquiry, know)
  const written = [
    ...shown.flatMap(part => part.written),
    ...Object.values(texts).map(text => text.place.body),
    ...(context?.cards ?? []).flatMap(card => card.written.map(one => one.body)),
  ]
  return {
    title: `${name}`,
    breadcrumbs: crumbsOf(enquiry),
    head: read(headOf(enquiry, `stage ${stage}`)),
    base,
    stage: { key: stage, name, question, ...stageHints[stage] },
    standsHere: enquiry.stage === stage,
    standsAt: stageNamed(enquiry.stage).name,
    may: { write, revise: mayReviseQuestion(enquiry) },
    texts,
    citations: await cites(written),
    context: read(context),
    purpose: records.purpose && read(purposeRecords(records.purpose)),
    needs,
    ready: needs !== null && isReady(needs),
    parts: shown,
    thread: read(thread),
    sharing: sharingOf(enquiry, stage),
    steps: stepsFrom(enquiry, stage),
    forms: {
      expertise: forms.expertise ?? formOf(),
      sign: forms.sign ?? formOf(),
      leverage: forms.leverage ?? formOf(),
    },
    mending: [forms.expertise, forms.sign, forms.leverage, forms.comment].find(Boolean) ?? formOf(),
  }
}

/** What is said about the stage; of an earlier cycle it stays to be read. */
async function threadOnStage(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  stage: Stage,
  cites: (written: string[]) => Promise<Citations | undefined>,
  form: FormState | undefined,
): Promise<Thread> {
  const thing = { aboutKind: 'stage', aboutId: `${enquiry.id}.${stage}` }
  const thread = await threadAbout(db, person, enquiry, thing, {
    page: stageAddress(enquiry, stage),
    address: `/groups/${enquiry.groupId}/stages/${stage}/comments`,
    cites: (_db, _enquiry, said) => cites(said),
    ...(form ? { form } : {}),
  })
  thread.may.comment = mayComment(enquiry) && enquiry.cycle === enquiry.newestCycle
  return thread
}

async function textsFor(
  db: Db,
  enquiry: Enquiry,
  stage: Stage,
  saved: Record<string, Saved>,
): Promise<Record<string, StageText>> {
  const nameOfPerson = await namesOf(
    db,
    Object.values(saved).map(text => text.savedBy),
  )
  return Object.fromEntries(
    fieldsOf(stage).map(({ field, label, hint, rows, heading }) => {
      const text = saved[field]
      const place = textInPlace({ kind: 'stage', owner: enquiry.id, field }, saved, { label, hint, rows })
      const by = text?.savedBy ? nameOfPerson(text.savedBy) : undefined
      return [
        field,
        { heading, place: { ...place, ...(by ? { saved: `Saved ${dayAndTime(text!.savedAt)}, by ${by}` } : {}) } },
      ]
    }),
  )
}

function sharingOf(enquiry: Enquiry, stage: Stage): StagePage['sharing'] {
  const shared = enquiry.sharedStages.includes(stage)
  if (!enquiry.standing.member) return null
  const base = `/groups/${enquiry.groupId}/stages/${stage}`
  return {
    shared,
    change: mayShareStages(enquiry) ? `${base}/${shared ? 'taking-back' : 'sharing'}${ofCycle(enquiry)}` : null,
  }
}

/** The one clear action of the page for whoever keeps the stages, and the quiet ways beside it. */
function stepsFrom(enquiry: Enquiry, stage: Stage): StagePage['steps'] {
  if (!mayMoveStage(enquiry)) return { main: null, back: null }
  const base = `/groups/${enquiry.groupId}`
  const move = (to: Stage) => `${base}/moves/new?to=${to}`
  if (stage !== enquiry.stage) {
    return { main: null, back: { href: move(stage), text: `Move the group to ${stageNamed(stage).name}` } }
  }
  const next = stageAfter(stage)
  const main = next
    ? { href: move(next), text: `Move on to ${stageNamed(next).name}` }
    : mayFinishCycle(enquiry)
      ? { href: `${base}/finishing`, text: 'Finish this cycle' }
      : null
  return { main, back: stage === 'context' ? null : { href: `${base}/moves/new`, text: 'Go back to an earlier stage' } }
}
