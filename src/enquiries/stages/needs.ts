import type { Db } from '../../database.js'
import { isWritten } from '../../texts/texts.js'
import type { Stage } from '../../stages.js'
import type { Enquiry } from '../enquiry.js'
import { cardFields, fieldsOf, leverageTests } from './stage-fields.js'
import { type PartsKnow, partsKnow, type StageNeed, type StagePart } from './stage-parts.js'
import { type StageRecords, stageRecords } from './stage-records.js'

/**
 * What a stage needs, worked out from the records: its own first, then what later rooms add. It says what would help and
 * never blocks.
 */
export async function needsOf(db: Db, enquiry: Enquiry, stage: Stage, parts: StagePart[]): Promise<StageNeed[]> {
  return needsAfter(db, enquiry, stage, parts, await stageRecords(db, enquiry, stage), partsKnow(db, enquiry))
}

/** The same, of records that are loaded already, with what the parts of the page know. */
export async function needsAfter(
  db: Db,
  enquiry: Enquiry,
  stage: Stage,
  parts: StagePart[],
  { texts, context, purpose }: StageRecords,
  know: PartsKnow,
): Promise<StageNeed[]> {
  const own = context ? contextNeeds(enquiry, context) : []
  if (purpose) own.push(...purposeNeeds(enquiry, purpose))
  if (stage === 'evidence') own.push(twoSchools(enquiry, 'evidence'))
  for (const { field, need } of fieldsOf(stage))
    own.push(needOf(enquiry, stage, need, isWritten(texts[field]), `f-${field}`))
  for (const part of parts.filter(one => one.stage === stage))
    if (part.needs) own.push(...(await part.needs(db, enquiry, await know(part))))
  return own
}

/** Whether everything is there that a stage needs. A stage that nothing was asked of is never called ready. */
export function isReady(needs: StageNeed[]): boolean {
  return needs.length > 0 && needs.every(need => need.met)
}

function contextNeeds(
  enquiry: Enquiry,
  { cards, schools, expertise }: NonNullable<StageRecords['context']>,
): StageNeed[] {
  const begun = (schoolId: string) =>
    cards.some(card => card.schoolId === schoolId && cardFields.some(({ field }) => card.texts[field]?.body.trim()))
  return [
    twoSchools(enquiry, 'context'),
    ...schools.map(one =>
      needOf(enquiry, 'context', `A context card for ${enquiry.names.school(one)}`, begun(one.id), `card-${one.id}`),
    ),
    needOf(enquiry, 'context', 'Somebody on the expertise map', expertise.length > 0, 'expertise'),
  ]
}

function purposeNeeds(enquiry: Enquiry, { judged, signs }: NonNullable<StageRecords['purpose']>): StageNeed[] {
  return [
    needOf(enquiry, 'purpose', 'The four tests of leverage', judged.length === leverageTests.length, 'leverage'),
    needOf(enquiry, 'purpose', 'A sign that would count as success', signs.length > 0, 'success-signs'),
  ]
}

/** An enquiry between schools needs at least two of them, wherever it stands. */
function twoSchools(enquiry: Enquiry, stage: Stage): StageNeed {
  const met = enquiry.schoolIds.length >= 2
  return { stage, text: 'Volunteers from two schools', met, href: `/groups/${enquiry.groupId}/people` }
}

function needOf(enquiry: Enquiry, stage: Stage, text: string, met: boolean, place: string): StageNeed {
  return { stage, text, met, href: `/groups/${enquiry.groupId}/stages/${stage}#${place}` }
}

/** The next thing that the group's own stage needs; what a later stage needs waits its turn. */
export async function nextNeed(
  db: Db,
  enquiry: Enquiry,
  parts: StagePart[],
  know: PartsKnow,
): Promise<StageNeed | undefined> {
  const { stage } = enquiry
  const needs = await needsAfter(db, enquiry, stage, parts, await stageRecords(db, enquiry, stage), know)
  return needs.find(need => !need.met)
}
