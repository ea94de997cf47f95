import type { Db } from '../database.js'
import { ownNames } from '../names/names.js'
import { allow, Conflict, NotFound } from '../errors.js'
import { findNetwork } from '../networks/networks.js'
import type { Network, Term } from '../networks/tables.js'
import { findTerm } from '../networks/terms/terms.js'
import type { Person } from '../people/person.js'
import { readTexts, type Saved, textsOf } from '../texts/texts.js'
import { answeredMeanwhile } from '../publishing/submitting/answered-meanwhile.js'
import { openSubmission, type Publishable } from '../publishing/submitting/submissions.js'
import type { Submission } from '../publishing/tables.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { day as dayInWords } from '../words/words.js'
import { composedChanges } from './what-happened/composing.js'
import type { TermInRecords } from './what-happened/term-in-records.js'
import { reportKind } from './short-reports/fields.js'
import { mayAnswerReport, mayCompose } from './permissions.js'
import type { TermlyReport } from './tables.js'

/**
 * The words of a network's report for a term; what nobody wrote yet is begun from
 * the records, at version 0. They are the network’s own words, of no group.
 */
export async function reportTexts(db: Db, records: TermInRecords): Promise<Record<string, Saved>> {
  const texts = readTexts(await textsOf(db, reportKind, records.term.id), ownNames)
  if (texts.changed) return texts
  return { ...texts, changed: { body: await composedChanges(records), version: 0, savedAt: null, savedBy: null } }
}

export function reportOf(db: Db, term: Pick<Term, 'id'>): Promise<TermlyReport | undefined> {
  return db.selectFrom('termlyReports').selectAll().where('termId', '=', term.id).executeTakeFirst()
}

/** Where a network's report for a term is written. */
export interface ReportToWrite {
  person: Person
  network: Network
  term: Term
  address: string
}

/**
 * A network's report, for the network leaders and co-leaders who write and approve it, begun or not.
 * @throws NotFound for everybody else: to them only what is published exists
 */
export async function findReportToWrite(
  db: Db,
  person: Person,
  at: { network: string; term: string },
): Promise<ReportToWrite> {
  const network = await findNetwork(db, person, at.network)
  if (!mayAnswerReport(person, network)) throw new NotFound('report')
  const term = await findTerm(db, network.id, at.term)
  return { person, network, term, address: `/networks/${network.id}/reports/${term.slug}` }
}

/**
 * The same, to read all of it: network leaders as it is written, co-leaders what was submitted. Until then they have their own
 * theme's words, and what others write in it is not theirs yet.
 * @throws Conflict once what was submitted is answered
 * @throws NotFound
 */
export async function findReportToRead(
  db: Db,
  person: Person,
  at: { network: string; term: string },
): Promise<ReportToWrite> {
  const where = await findReportToWrite(db, person, at)
  if (!mayCompose(person, where.network) && !(await waitingReport(db, where.term)))
    throw (await answeredBefore(db, person, where.term)) ?? new NotFound('report')
  return where
}

/** A report tells of a term, so it is sent once the term has begun. @throws Conflict before */
export function begunBy(day: string, { name, startsOn }: Pick<Term, 'name' | 'startsOn'>): void {
  if (startsOn > day)
    throw new Conflict(
      `${name} begins on ${dayInWords(startsOn)}. Its report can be sent from then on; your words are kept.`,
    )
}

/** The same, for the network leaders who put it together. @throws NotAllowed for co-leaders */
export async function findReportToArrange(
  db: Db,
  person: Person,
  at: { network: string; term: string },
): Promise<ReportToWrite> {
  const where = await findReportToWrite(db, person, at)
  allow(mayCompose(person, where.network), 'A network leader arranges the report.')
  return where
}

/** A report with what was submitted of it and waits for an answer; undefined when nothing does. */
export async function waitingReport(
  db: Db,
  term: Term,
): Promise<{ report: TermlyReport; submission: Submission } | undefined> {
  const report = await reportOf(db, term)
  const submission = report && (await openSubmission(db, publishableOf(report)))
  return submission && { report, submission }
}

/** @throws Conflict when nothing waits for an answer any more */
export async function findWaitingReport(db: Db, person: Person, term: Term) {
  const waiting = await waitingReport(db, term)
  if (!waiting) throw (await answeredBefore(db, person, term)) ?? new Conflict('Nothing waits for an answer yet.')
  return waiting
}

async function answeredBefore(db: Db, person: Person, term: Term): Promise<Conflict | undefined> {
  const report = await reportOf(db, term)
  return report && answeredMeanwhile(db, person, publishableOf(report))
}

/** The report's row, made when it is first submitted: until then its words stand by themselves. */
export async function beginReport(db: Db, network: Network, term: Term, person: Person): Promise<TermlyReport> {
  const known = await reportOf(db, term)
  if (known) return known
  const row = {
    id: newId(),
    networkId: network.id,
    termId: term.id,
    slug: `${network.id}-${term.slug}`,
    begunAt: now(),
    begunBy: person.id,
  }
  await db
    .insertInto('termlyReports')
    .values(row)
    .onConflict(conflict => conflict.column('termId').doNothing())
    .execute()
  return (await reportOf(db, term))!
}

export function publishableOf(report: TermlyReport): Publishable {
  return { ofKind: 'termly report', ofId: report.id, networkId: report.networkId, groupId: null }
}
