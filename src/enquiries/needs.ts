import type { Db } from '../database.js'
import { schoolsOf } from '../groups/people.js'
import type { Stage } from '../stages.js'
import { textsOf } from '../texts/texts.js'
import type { Enquiry } from './enquiry.js'
import { contextCardsOf, expertiseOf, leverageOf, successSignsOf } from './records.js'
import { cardFields, fieldsOf, leverageTests } from './stage-fields.js'
import type { StageNeed, StagePart } from './stage-parts.js'

/**
 * What a stage needs, worked out from the records: its own first, then what later rooms add. It says what would help and
 * never blocks.
 */
export async function needsOf(db: Db, enquiry: Enquiry, stage: Stage, parts: StagePart[]): Promise<StageNeed[]> {
  const own = stage === 'context' ? await contextNeeds(db, enquiry) : []
  if (stage === 'purpose') own.push(...(await purposeNeeds(db, enquiry)))
  if (stage === 'evidence') own.push(twoSchools(enquiry, 'evidence'))
  const texts = await textsOf(db, 'stage', enquiry.id)
  for (const { field, need } of fieldsOf(stage))
    own.push(needOf(enquiry, stage, need, Boolean(texts[field]?.body.trim()), `f-${field}`))
  for (const part of parts.filter(one => one.stage === stage)) own.push(...((await part.needs?.(db, enquiry)) ?? []))
  return own
}

/** Whether everything is there that a stage needs. A stage that nothing was asked of is never called ready. */
export function isReady(needs: StageNeed[]): boolean {
  return needs.length > 0 && needs.every(need => need.met)
}

async function contextNeeds(db: Db, enquiry: Enquiry): Promise<StageNeed[]> {
  const cards = await contextCardsOf(db, enquiry)
  const schools = await schoolsOf(db, enquiry.schoolIds)
  const begun = (schoolId: string) =>
    cards.some(card => card.schoolId === schoolId && cardFields.some(({ field }) => card.texts[field]?.body.trim()))
  const expertise = await expertiseOf(db, enquiry)
  return [
    twoSchools(enquiry, 'context'),
    ...schools.map(one =>
      needOf(enquiry, 'context', `A context card for ${one.name}`, begun(one.id), `card-${one.id}`),
    ),
    needOf(enquiry, 'context', 'Somebody on the expertise map', expertise.length > 0, 'expertise'),
  ]
}

async function purposeNeeds(db: Db, enquiry: Enquiry): Promise<StageNeed[]> {
  const judged = await leverageOf(db, enquiry)
  const signs = await successSignsOf(db, enquiry)
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
export async function nextNeed(db: Db, enquiry: Enquiry, parts: StagePart[]): Promise<StageNeed | undefined> {
  return (await needsOf(db, enquiry, enquiry.stage, parts)).find(need => !need.met)
}
