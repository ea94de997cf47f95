import type { Db } from '../database.js'
import { type Names, type NamesBook, namesOutside, ownNames } from '../names/names.js'
import type { PublishableKind } from '../publishing/tables.js'

/** A published work as lists and the feed show it: its newest edition that is not withdrawn. */
export interface Work {
  id: string
  ofKind: PublishableKind
  ofId: string
  kind: 'Write-up' | 'Termly report'
  href: string
  title: string
  summary: string
  network: string
  networkId: string
  number: number
  /** What is new in the newest edition, or what it corrects; empty for a first one. */
  reason: string
  /** When the newest edition was published. */
  publishedAt: string
}

/** Everything that is published now, the newest first. */
export async function allPublished(db: Db, outside = namesOutside()): Promise<Work[]> {
  const rows = await newestRows(db)
  return Promise.all(rows.map(async row => workFrom(row, await namesOutsideOf(db, outside, row.groupId))))
}

export type NewestRow = Awaited<ReturnType<typeof newestRows>>[number]

/** The newest edition of each work that is not withdrawn, as the tables hold it. */
export async function newestRows(db: Db) {
  const rows = await db
    .selectFrom('editions')
    .innerJoin('networks', 'networks.id', 'editions.networkId')
    .leftJoin('writeUps', join =>
      join.onRef('writeUps.id', '=', 'editions.ofId').on('editions.ofKind', '=', 'write-up'),
    )
    .select(['editions.id', 'editions.ofKind', 'editions.ofId', 'editions.slug', 'editions.title', 'editions.summary'])
    .select(['editions.number', 'editions.reason', 'editions.publishedAt', 'editions.networkId'])
    .select(['networks.name as network', 'writeUps.groupId'])
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
  return [...newest.values()]
}

/** The names that a group goes by outside; everything by its own where there is none. */
export function namesOutsideOf(db: Db, outside: NamesBook, group: string | null): Promise<Names> {
  return group ? outside.namesIn(db, group) : Promise.resolve(ownNames)
}

/** A work with its title and summary with the pseudonyms that groups chose since. */
export function workFrom({ slug, groupId: _, ...row }: NewestRow, { read }: Names): Work {
  return {
    ...row,
    title: read(row.title),
    summary: read(row.summary),
    reason: read(row.reason),
    kind: row.ofKind === 'write-up' ? 'Write-up' : 'Termly report',
    href: addressOf(row.ofKind, slug),
  }
}

/** The newest published works, for the front page. */
export async function latestPublished(db: Db, outside: NamesBook, most: number): Promise<Work[]> {
  return (await allPublished(db, outside)).slice(0, most)
}

/** The public address of a work. */
export function addressOf(ofKind: PublishableKind, slug: string): string {
  return `/published/${ofKind === 'write-up' ? 'write-ups' : 'reports'}/${slug}`
}
