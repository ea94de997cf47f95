import { inOne } from '../../database.js'
import { evidenceInGroups } from '../../evidence/evidence.js'
import { putText } from '../../texts/texts.js'
import { leaveOut, reword } from '../../write-ups/parts/arranging.js'
import { beginWriteUp } from '../../write-ups/beginning.js'
import { publishWriteUp, submitWriteUp } from '../../publishing/publishing.js'
import { findDraftOrSubmitted, publishableOf } from '../../publishing/finding.js'
import { openSubmission } from '../../publishing/submitting/submissions.js'
import { type FoundWriteUp, partsOf, partText, writeUpOf } from '../../write-ups/write-ups.js'
import type { WriteUp } from '../material/types.js'
import { daysAfter } from '../../web/now.js'
import { type Deed, moment } from './deeds.js'
import { known, type Telling } from './telling.js'

/** What the group tells in its own words elsewhere in the write-up, so that it leaves the composed part out. */
const toldElsewhere = ['question', 'what-did-not-work', 'next']

/** The group begins its write-up, puts it in its own words and submits it; a second person has it published. */
export function writeUpDeeds(telling: Telling): Deed[] {
  const { writeUp } = telling.cycle
  if (!writeUp) return []
  const { submittedOn, publishedOn } = writeUp
  return [
    { at: moment(daysAfter(submittedOn, -6), '16:00'), act: () => begin(telling, writeUp) },
    { at: moment(daysAfter(submittedOn, -1), '16:00'), act: () => edit(telling, writeUp) },
    { at: moment(submittedOn, '16:30'), act: () => submit(telling, writeUp) },
    { at: moment(publishedOn, '11:20'), act: () => publish(telling, writeUp) },
  ]
}

async function begin(telling: Telling, { submittedBy, title, slug }: WriteUp): Promise<void> {
  const lead = await telling.as(submittedBy)
  const enquiry = await telling.enquiry(lead)
  await inOne(telling.house.db, trx => beginWriteUp(trx, enquiry, lead, { title, slug }))
}

async function edit(telling: Telling, { submittedBy, parts }: WriteUp): Promise<void> {
  const { db } = telling.house
  const lead = await telling.as(submittedBy)
  const writeUp = await find(telling, submittedBy)
  const numbers = await numbersOf(telling)
  for (const part of await partsOf(db, writeUp)) {
    const own = parts.find(one => one.part === part.part)
    if (own) {
      const body = own.markdown.replace(/\[\[([a-z0-9-]+)(?=[\] ])/g, (_, key: string) => `[[${known(numbers, key)}`)
      await inOne(db, trx => putText(trx, { kind: partText.kind, owner: part.id, field: partText.field }, body, lead))
      if (own.heading !== part.heading) await inOne(db, trx => reword(trx, writeUp, part, lead, own.heading))
    } else if (toldElsewhere.includes(part.part)) await inOne(db, trx => leaveOut(trx, writeUp, part, lead))
  }
}

async function submit(telling: Telling, { submittedBy }: WriteUp): Promise<void> {
  const lead = await telling.as(submittedBy)
  const writeUp = await find(telling, submittedBy)
  await inOne(telling.house.db, trx => submitWriteUp(trx, telling.house.keys, writeUp, lead))
}

async function publish(telling: Telling, { approvedBy }: WriteUp): Promise<void> {
  const { db } = telling.house
  const writeUp = await find(telling, approvedBy)
  const submission = (await openSubmission(db, publishableOf(writeUp)))!
  const by = await telling.as(approvedBy)
  await inOne(db, trx => publishWriteUp(trx, telling.house.keys, writeUp, submission, submission.hash, by))
}

async function find(telling: Telling, who: string): Promise<FoundWriteUp> {
  const { db } = telling.house
  const person = await telling.as(who)
  const { id } = (await writeUpOf(db, await telling.enquiry(person)))!
  return findDraftOrSubmitted(db, person, id)
}

/** `E12` for every key. */
async function numbersOf({ house, pieces }: Telling): Promise<Map<string, string>> {
  const rows = await evidenceInGroups(house.db)
    .select(['evidence.id', 'evidence.number'])
    .where('evidence.id', 'in', [...pieces.values()])
    .execute()
  const numbers = new Map(rows.map(row => [row.id, `E${row.number}`]))
  return new Map([...pieces].map(([key, id]) => [key, numbers.get(id)!]))
}
