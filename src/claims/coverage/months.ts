import type { Db } from '../../database.js'
import type { Covered } from './coverage.js'

const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `2026-03` → `March 2026, Spring 2026` where the network has a term that holds the middle of the month. */
export async function monthsWithTerms(db: Db, networkId: string, rows: Covered[]): Promise<Covered[]> {
  if (rows.length === 0) return []
  const terms = await db
    .selectFrom('terms')
    .select(['name', 'startsOn', 'endsOn'])
    .where('networkId', '=', networkId)
    .execute()
  return rows.map(row => {
    const [first, last] = [`${row.name}-01`, `${row.name}-31`]
    const within = terms.find(term => term.startsOn <= last && term.endsOn >= first)
    const month = months.format(new Date(`${first}T00:00:00Z`))
    return { ...row, name: within ? `${month}, ${within.name.replace(/\s*\d{4}$/, '')}` : month }
  })
}
