import type { Db } from '../database.js'
import type { Network, Term } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { textsOf, type Saved } from '../texts/texts.js'
import type { Publishable } from '../publishing/submitting/submissions.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { composedChanges } from './what-happened/composing.js'
import { reportKind } from './short-reports/fields.js'
import type { TermlyReport } from './tables.js'

/** The words of a network's report for a term; what nobody wrote yet is begun from the records, at version 0. */
export async function reportTexts(db: Db, network: Network, term: Term): Promise<Record<string, Saved>> {
  const written = await textsOf(db, reportKind, term.id)
  const begun: Saved = {
    body: written.changed ? '' : await composedChanges(db, network, term),
    version: 0,
    savedAt: null,
    savedBy: null,
  }
  return { ...written, changed: written.changed ?? begun }
}

export function reportOf(db: Db, term: Pick<Term, 'id'>): Promise<TermlyReport | undefined> {
  return db.selectFrom('termlyReports').selectAll().where('termId', '=', term.id).executeTakeFirst()
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
