import type { Db } from '../database.js'
import { pseudonymsByGroup } from '../evidence/pseudonyms.js'
import { folded } from '../web/folded.js'
import { byName } from '../web/words.js'

/** A published work as lists and the feed show it: its newest edition that is not withdrawn. */
export interface Work {
  id: string
  ofKind: string
  ofId: string
  kind: 'Write-up' | 'Termly report'
  href: string
  title: string
  summary: string
  network: string
  networkId: string
  number: number
  /** When the newest edition was published. */
  publishedAt: string
}

export interface Wanted {
  network: string
  kind: string
  words: string
  /** A school year as `2025-26`. */
  year: string
}

/** Everything that is published now, the newest first. */
export async function allPublished(db: Db): Promise<Work[]> {
  const rows = await db
    .selectFrom('editions')
    .innerJoin('networks', 'networks.id', 'editions.networkId')
    .select(['editions.id', 'editions.ofKind', 'editions.ofId', 'editions.slug', 'editions.title', 'editions.summary'])
    .select(['editions.number', 'editions.publishedAt', 'editions.networkId', 'networks.name as network'])
    .where('editions.withdrawnAt', 'is', null)
    .orderBy('editions.publishedAt', 'desc')
    .orderBy('editions.number', 'desc')
    .execute()
  const newest = new Map<string, (typeof rows)[number]>()
  for (const row of rows) {
    const key = `${row.ofKind} ${row.ofId}`
    const known = newest.get(key)
    if (!known || known.number < row.number) newest.set(key, row)
  }
  const called = await namesOutside(db, [...newest.values()])
  return called.map(({ slug, ...row }) => ({
    ...row,
    kind: row.ofKind === 'write-up' ? ('Write-up' as const) : ('Termly report' as const),
    href: addressOf(row.ofKind, slug),
  }))
}

/** Titles and summaries with the pseudonyms that groups chose since. */
async function namesOutside<Row extends Pick<Work, 'ofKind' | 'ofId' | 'title' | 'summary'>>(db: Db, rows: Row[]) {
  const ids = rows.filter(row => row.ofKind === 'write-up').map(row => row.ofId)
  const writeUps =
    ids.length > 0 ? await db.selectFrom('writeUps').select(['id', 'groupId']).where('id', 'in', ids).execute() : []
  const pseudonyms = pseudonymsByGroup(db)
  return Promise.all(
    rows.map(async row => {
      const group = writeUps.find(one => one.id === row.ofId)?.groupId
      if (!group) return row
      const { words } = await pseudonyms(group)
      return { ...row, title: words(row.title), summary: words(row.summary) }
    }),
  )
}

/** The newest published works, for the front page. */
export async function latestPublished(db: Db, most: number): Promise<Work[]> {
  return (await allPublished(db)).slice(0, most)
}

export function addressOf(ofKind: string, slug: string): string {
  return `/published/${ofKind === 'write-up' ? 'write-ups' : 'reports'}/${slug}`
}

/** Works that are as wanted; every word has to be found in the title, the summary or the network's name. */
export function chosen(works: Work[], { network, kind, words, year }: Wanted): Work[] {
  const asked = folded(words).split(' ').filter(Boolean)
  return works.filter(work => {
    const said = folded(`${work.title} ${work.summary} ${work.network}`)
    return (
      (network === '' || work.networkId === network) &&
      (kind === '' || work.ofKind === kind) &&
      (year === '' || schoolYearOf(work.publishedAt) === year) &&
      asked.every(word => said.includes(word))
    )
  })
}

export function networksIn(works: Work[]): { id: string; name: string }[] {
  return [...new Map(works.map(work => [work.networkId, { id: work.networkId, name: work.network }])).values()].sort(
    byName,
  )
}

export function yearsIn(works: Work[]): string[] {
  return [...new Set(works.map(work => schoolYearOf(work.publishedAt)))].sort().reverse()
}

/** A school year begins in September: `2026-07-10…` is in `2025-26`. */
export function schoolYearOf(moment: string): string {
  const year = Number(moment.slice(0, 4))
  const began = Number(moment.slice(5, 7)) >= 9 ? year : year - 1
  return `${began}-${String(began + 1).slice(2)}`
}
