import { chartOnPage } from '../../charts/draw.js'
import type { Db } from '../../database.js'
import { plural } from '../../words/words.js'
import type { ClaimInView, FoundClaim } from '../claims.js'
import type { CoverageTable } from '../pages.js'
import { monthsWithTerms } from './months.js'

/** Where the evidence comes from: by school, by kind and by month, each a table with a small picture. */
export async function coverageTables(
  db: Db,
  { enquiry }: FoundClaim,
  { label, coverage }: ClaimInView,
): Promise<CoverageTable[]> {
  const byMonth = await monthsWithTerms(db, enquiry.networkId, coverage.byMonth)
  const ways = [
    { by: 'School', rows: coverage.bySchool },
    { by: 'Kind', rows: coverage.byKind },
    { by: 'Month', rows: byMonth },
  ].filter(({ rows }) => rows.length > 0)
  return Promise.all(ways.map(async ({ by, rows }) => ({ by, rows, chart: await tableAsChart(label, by, rows) })))
}

async function tableAsChart(label: string, by: string, rows: CoverageTable['rows']): Promise<CoverageTable['chart']> {
  const one = by.toLowerCase()
  const chart = await chartOnPage(
    {
      kind: 'grid',
      title: `The evidence for and against ${label}, by ${one}`,
      of: one,
      sentence: inOneSentence(one, rows),
      rows: rows.map(row => row.name),
      columns: ['For', 'Against'],
      cells: rows.map(row => [row.for, row.against]),
    },
    { width: 340 },
  )
  return chart
}

/** What the picture shows, for those who do not see it: the table beside it says the rest. */
function inOneSentence(by: string, rows: CoverageTable['rows']): string {
  const count = (side: 'for' | 'against') => plural(rows.filter(row => row[side] > 0).length, by, `${by}s`)
  const said = rows.some(row => row.against > 0)
    ? `what speaks against it from ${count('against')}`
    : 'and nothing speaks against it'
  return `What speaks for it comes from ${count('for')}, ${said}.`
}
