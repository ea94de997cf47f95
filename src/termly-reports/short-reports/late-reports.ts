import type { Db } from '../../database.js'
import type { Term } from '../../networks/tables.js'
import { openSubmission } from '../../publishing/submitting/submissions.js'
import { editionsOf } from '../../publishing/editions/editions.js'
import { publishableOf, reportOf } from '../report.js'

/** The groups whose report for a term came, or came again, after the network's report was submitted: by name. */
export async function groupsReportingLate(
  db: Db,
  term: Pick<Term, 'id'>,
  submission: { submittedAt: string } | null | undefined,
): Promise<string[]> {
  if (!submission) return []
  const rows = await db
    .selectFrom('shortReports')
    .innerJoin('groups', 'groups.id', 'shortReports.groupId')
    .select('groups.name')
    .where('shortReports.termId', '=', term.id)
    .where('shortReports.sentAt', '>', submission.submittedAt)
    .orderBy('groups.name')
    .execute()
  return rows.map(row => row.name)
}

/** Until when what a group sends is in the network's report, once that is on its way or out. */
export interface NetworkReportNow {
  state: 'submitted' | 'published'
  /** The moment at which its words were frozen. */
  asAt: string
}

/** How the network's report stands for a group that writes its own; null while it is still being put together. */
export async function networkReportNow(db: Db, term: Term): Promise<NetworkReportNow | null> {
  const report = await reportOf(db, term)
  if (!report) return null
  const of = publishableOf(report)
  const open = await openSubmission(db, of)
  if (open) return { state: 'submitted', asAt: open.submittedAt }
  const edition = (await editionsOf(db, of)).find(one => !one.withdrawnAt)
  if (!edition) return null
  const frozen = await db
    .selectFrom('submissions')
    .select('submittedAt')
    .where('ofId', '=', report.id)
    .where('hash', '=', edition.hash)
    .where('approvedAt', 'is not', null)
    .orderBy('submittedAt', 'desc')
    .executeTakeFirst()
  return { state: 'published', asAt: frozen?.submittedAt ?? edition.publishedAt }
}
