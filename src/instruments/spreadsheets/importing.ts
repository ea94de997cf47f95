import type { Db, Trx } from '../../database.js'
import { type Enquiry, findEnquiryById } from '../../enquiries/enquiry.js'
import { allow, Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import { folded } from '../../words/folded.js'
import { listed } from '../../words/words.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { type Draft, gather } from './gathering-readings.js'
import { aboutMeasuring, addReadings } from '../measures/measures.js'
import { placesToMeasure } from '../schools.js'
import { mayKeepMeasures } from '../permissions.js'
import { changedDraft } from './changing-draft.js'
import type { Sheet } from './reading-sheets.js'
import { isPerPupil, recognise } from './recognising-columns.js'
import type { MeasureImport } from '../tables.js'

export interface FoundImport extends MeasureImport {
  enquiry: Enquiry
}

const draftsKept = 14 * 86_400_000

/**
 * Puts a sheet on its way in. What names pupils is left out before anything is stored; the other rows wait as a draft,
 * until they are taken in or thrown away, two weeks at most.
 */
export async function beginImport(
  db: Db,
  enquiry: Enquiry,
  person: Reader,
  name: string,
  sheet: Sheet,
): Promise<string> {
  const schools = await placesToMeasure(db, enquiry)
  const names = schools.map(school => folded(school.name))
  const recognised = recognise(sheet, names)
  const perPupil = isPerPupil(recognised)
  const own = schools.length === 1 ? schools[0]!.id : ''
  const others = (sheet.others ?? []).map(one => ({ sheet: one.name ?? '', recognised: recognise(one, names) }))
  const { leftOut = [] } = sheet
  if (leftOut.length > 0) recognised.notes.unshift(`Left out of what is read: ${listed(leftOut)}.`)
  const said = { school: own, on: '', measure: '', perPupil, schools: {} }
  const draft: Draft = { ...recognised, sheet: sheet.name ?? '', others, ...said }
  const id = newId()
  await forgetOldDrafts(db)
  await db
    .insertInto('measureImports')
    .values({
      id,
      groupId: enquiry.groupId,
      enquiryId: enquiry.id,
      name,
      draft: JSON.stringify(draft),
      begunAt: now(),
      begunBy: person.id,
      takenInAt: null,
      undoneAt: null,
      undoneBy: null,
    })
    .execute()
  return id
}

async function forgetOldDrafts(db: Db): Promise<void> {
  const before = new Date(Date.parse(now()) - draftsKept).toISOString()
  await db.updateTable('measureImports').set({ draft: null }).where('begunAt', '<', before).execute()
}

/** A file that is on its way in or was taken in, for the members of its group alone. @throws NotFound */
export async function findImport(db: Db, person: Reader, id: string): Promise<FoundImport> {
  const row = await db.selectFrom('measureImports').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('file')
  const enquiry = await findEnquiryById(db, person, row.enquiryId)
  if (!enquiry.standing.member) throw new NotFound('file')
  return { ...row, enquiry }
}

/** A file for somebody who takes it in or out. @throws NotFound as `findImport` does, NotAllowed when the cycle is over */
export async function findImportToKeep(db: Db, person: Reader, id: string): Promise<FoundImport> {
  const found = await findImport(db, person, id)
  allow(mayKeepMeasures(found.enquiry))
  return found
}

/** The draft of a file that waits. @throws NotFound when it was taken in or thrown away */
export function draftOf(found: FoundImport): Draft {
  if (!found.draft) throw new NotFound('file on its way in')
  // One that began to wait before there were sheets and notes has none of them.
  return { sheet: '', others: [], notes: [], ...(JSON.parse(found.draft) as Partial<Draft>) } as Draft
}

/** Keeps a draft as it is now; of a file that was taken in nothing is changed. */
export async function changeDraft(db: Db, found: FoundImport, draft: Draft): Promise<void> {
  await db
    .updateTable('measureImports')
    .set({ draft: JSON.stringify(draft) })
    .where('id', '=', found.id)
    .where('takenInAt', 'is', null)
    .execute()
}

/** Keeps what a form says of the file. @returns whether that changed anything, so that it is to be looked at again */
export async function mendDraft(db: Db, found: FoundImport, body: unknown): Promise<boolean> {
  const sent = (body ?? {}) as Record<string, unknown>
  if (Object.keys(sent).length === 0) return false
  const schools = await placesToMeasure(db, found.enquiry)
  const before = draftOf(found)
  const draft = changedDraft(before, sent, schools, gather(before, schools).unknownSchools)
  await changeDraft(db, found, draft)
  return JSON.stringify(draft) !== JSON.stringify(before)
}

/**
 * Takes in every reading that can be read, and lets go of the rows. @returns how many
 * @throws Conflict when nothing can be read, or somebody has taken it in already
 */
export async function takeIn(trx: Trx, found: FoundImport, person: Reader): Promise<number> {
  const { readings } = gather(draftOf(found), await placesToMeasure(trx, found.enquiry))
  if (readings.length === 0) throw new Conflict('There is nothing in this file that can be taken in yet.')

  const taken = await trx
    .updateTable('measureImports')
    .set({ draft: null, takenInAt: now(), takenIn: readings.length })
    .where('id', '=', found.id)
    .where('takenInAt', 'is', null)
    .where('draft', 'is not', null)
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) throw new Conflict('This file has been taken in already.')
  await addReadings(
    trx,
    found.enquiry,
    person,
    readings.map(reading => ({ ...reading, importId: found.id })),
  )
  const deed = { by: person, ...aboutMeasuring(found.enquiry), file: found.name }
  await record(trx, { kind: 'readings taken in', ...deed, readings: readings.length })

  return readings.length
}

/** Takes a file's readings out again, or throws its draft away. */
export async function undoImport(trx: Trx, found: FoundImport, person: Reader): Promise<void> {
  await trx.deleteFrom('readings').where('importId', '=', found.id).execute()
  await trx
    .updateTable('measureImports')
    .set({ draft: null, undoneAt: now(), undoneBy: person.id })
    .where('id', '=', found.id)
    .where('undoneAt', 'is', null)
    .execute()
  if (found.takenInAt)
    await record(trx, {
      kind: 'readings taken out again',
      by: person,
      ...aboutMeasuring(found.enquiry),
      file: found.name,
    })
}

/** The files of a cycle that wait or were taken in, the newest first. */
export function importsOf(db: Db, enquiry: Enquiry) {
  return db
    .selectFrom('measureImports')
    .innerJoin('people', 'people.id', 'measureImports.begunBy')
    .select(['measureImports.id', 'measureImports.name', 'measureImports.begunAt', 'measureImports.takenInAt'])
    .select(['measureImports.takenIn', 'people.name as by'])
    .where('enquiryId', '=', enquiry.id)
    .where('undoneAt', 'is', null)
    .where(eb => eb.or([eb('draft', 'is not', null), eb('takenInAt', 'is not', null)]))
    .orderBy('begunAt', 'desc')
    .limit(20)
    .execute()
}
