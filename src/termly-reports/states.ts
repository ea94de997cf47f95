import type { Db } from '../database.js'
import type { Term } from '../networks/tables.js'
import type { Edition } from '../publishing/tables.js'
import { reportKind } from './short-reports/fields.js'
import type { ReportState, TermlyReport } from './tables.js'

/** How far a term's report is. */
export function reportState({
  report,
  waits,
  newest,
  isWritten,
}: {
  report: TermlyReport | undefined
  /** Somebody has submitted it, and nobody has answered yet. */
  waits: boolean
  /** The newest edition, withdrawn or not. */
  newest: Pick<Edition, 'withdrawnAt'> | undefined
  isWritten: boolean
}): ReportState {
  if (waits) return 'waits for approval'
  if (newest) return newest.withdrawnAt ? 'withdrawn' : 'published'
  return isWritten || report ? 'being written' : 'not begun'
}

/** How far the report of each of these terms is, and its public address once it has one: four questions, however many they are. */
export async function statesOfReports(
  db: Db,
  terms: Term[],
): Promise<{ term: Term; state: ReportState; slug: string | null }[]> {
  const ids = terms.map(term => term.id)
  if (ids.length === 0) return []
  const reports = await db.selectFrom('termlyReports').selectAll().where('termId', 'in', ids).execute()
  const waiting = await reportsThatWait(db, reports)
  const editions = await newestEditions(db, reports)
  const written = await db
    .selectFrom('texts')
    .select('owner')
    .distinct()
    .where('kind', '=', reportKind)
    .where('owner', 'in', ids)
    .execute()
  return terms.map(term => {
    const report = reports.find(one => one.termId === term.id)
    const waits = report !== undefined && waiting.has(report.id)
    const newest = report && editions.get(report.id)
    const isWritten = written.some(one => one.owner === term.id)
    const slug = newest && !waits ? report.slug : null
    return { term, state: reportState({ report, waits, newest, isWritten }), slug }
  })
}

async function reportsThatWait(db: Db, reports: TermlyReport[]): Promise<Set<string>> {
  if (reports.length === 0) return new Set()
  const rows = await db
    .selectFrom('submissions')
    .select('ofId')
    .where('ofKind', '=', 'termly report')
    .where(
      'ofId',
      'in',
      reports.map(report => report.id),
    )
    .where('approvedAt', 'is', null)
    .where('returnedAt', 'is', null)
    .where('takenBackAt', 'is', null)
    .execute()
  return new Set(rows.map(row => row.ofId))
}

async function newestEditions(db: Db, reports: TermlyReport[]): Promise<Map<string, Pick<Edition, 'withdrawnAt'>>> {
  if (reports.length === 0) return new Map()
  const rows = await db
    .selectFrom('editions')
    .select(['ofId', 'withdrawnAt'])
    .where('ofKind', '=', 'termly report')
    .where(
      'ofId',
      'in',
      reports.map(report => report.id),
    )
    .orderBy('number')
    .execute()
  return new Map(rows.map(row => [row.ofId, row]))
}
