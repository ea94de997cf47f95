import type { Db, Trx } from '../../database.js'
import { unread } from '../../names/names.js'
import { written } from '../../names/written.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import type { Term } from '../../networks/tables.js'
import { findTerm, termOn, termsOf } from '../../networks/terms/terms.js'
import type { Person } from '../../people/person.js'
import { blank, putText, readTexts, type Saved, type TextAsWritten, textsOf } from '../../texts/texts.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { composedShortReport } from './composing.js'
import { type ShortReportField, shortReportFields, shortReportKind, shortReportOwner } from './fields.js'
import { mayReadShortReport } from '../permissions.js'
import type { ShortReport } from '../tables.js'

export type ShortTexts = Record<ShortReportField, Saved>
type ShortTextsAsWritten = Record<ShortReportField, TextAsWritten>

/** A group's short report for a term: the row once it was sent, and its words, begun from the records until then. */
export interface ShortReportInView {
  row: ShortReport | undefined
  texts: ShortTexts
}

/** The same, before it is read under somebody’s names. */
type ShortReportAsWritten = Omit<ShortReportInView, 'texts'> & { texts: ShortTextsAsWritten }

export interface FoundShortReport {
  enquiry: Enquiry
  term: Term
  report: ShortReportInView
}

/** A group's report for a term. @throws NotFound for those who may not read it, or not until it is sent */
export async function findShortReport(
  db: Db,
  person: Reader,
  groupId: string,
  slug: string,
): Promise<FoundShortReport> {
  const enquiry = await findEnquiry(db, person, groupId)
  const term = await findTerm(db, enquiry.networkId, slug)
  const { row, texts } = await shortReportOf(db, enquiry.groupId, term)
  if (!mayReadShortReport(enquiry, Boolean(row?.sentAt))) throw new NotFound('report')
  return { enquiry, term, report: { row, texts: readTexts(texts, enquiry.names) } }
}

/** The terms since the group was proposed, the newest first, and when its report for each was sent. */
export async function termsToReportOn(
  db: Db,
  { groupId, networkId }: Enquiry,
): Promise<(Term & { now: boolean; sentAt: string | null })[]> {
  const { proposedAt } = await db
    .selectFrom('groups')
    .select('proposedAt')
    .where('id', '=', groupId)
    .executeTakeFirstOrThrow()
  const now = await termOn(db, networkId)
  const sent = await db.selectFrom('shortReports').select(['termId', 'sentAt']).where('groupId', '=', groupId).execute()
  return (await termsOf(db, networkId))
    .filter(term => `${term.endsOn}T23:59` >= proposedAt && (!now || term.startsOn <= now.startsOn))
    .map(term => ({
      ...term,
      now: term.id === now?.id,
      sentAt: sent.find(one => one.termId === term.id)?.sentAt ?? null,
    }))
}

export async function shortReportOf(db: Db, groupId: string, term: Term): Promise<ShortReportAsWritten> {
  const row = await db
    .selectFrom('shortReports')
    .selectAll()
    .where('groupId', '=', groupId)
    .where('termId', '=', term.id)
    .executeTakeFirst()
  const written = await textsOf(db, shortReportKind, shortReportOwner(groupId, term.id))
  const composed = row?.sentAt ? undefined : await composedShortReport(db, groupId, term)
  return { row, texts: filled(written, composed) }
}

/** A text that nobody touched yet shows what the records tell, at version 0. */
function filled(
  texts: Record<string, TextAsWritten>,
  composed?: Record<ShortReportField, string>,
): ShortTextsAsWritten {
  const entries = shortReportFields.map(({ field }) => {
    const begun = { ...blank, body: written(composed?.[field] ?? '') }
    return [field, texts[field] ?? begun] as const
  })
  return Object.fromEntries(entries) as ShortTextsAsWritten
}

/**
 * Sends the group's report to the network leader, or sends it again after a change. What nobody touched is kept as it
 * was composed, so that the report stays as it was sent.
 * @param releaseDays days of release time that the group used this term; null when nobody kept count
 */
export async function sendShortReport(
  trx: Trx,
  enquiry: Enquiry,
  term: Term,
  person: Person,
  releaseDays: number | null,
): Promise<void> {
  const { row, texts } = await shortReportOf(trx, enquiry.groupId, term)
  const at = now()

  const owner = shortReportOwner(enquiry.groupId, term.id)
  for (const { field } of shortReportFields) {
    if (texts[field].version === 0)
      await putText(trx, { kind: shortReportKind, owner, field }, unread(texts[field].body), person)
  }
  const sent = { releaseDays, sentAt: at, sentBy: person.id }
  if (row) await trx.updateTable('shortReports').set(sent).where('id', '=', row.id).execute()
  else
    await trx
      .insertInto('shortReports')
      .values({ id: newId(), groupId: enquiry.groupId, termId: term.id, begunAt: at, begunBy: person.id, ...sent })
      .execute()
  const aboutReport = {
    networkId: enquiry.networkId,
    groupId: enquiry.groupId,
    aboutKind: 'short report',
    aboutId: term.id,
  }
  const again = Boolean(row?.sentAt)
  await record(trx, { kind: 'short report sent', by: person, ...aboutReport, term: term.name, again })
}
