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
  return worksFrom(db, await newestRows(db), outside)
}

/** The newest published works. @param kind of one kind alone */
export async function latestPublished(
  db: Db,
  outside: NamesBook,
  most: number,
  kind?: PublishableKind,
): Promise<Work[]> {
  return worksFrom(db, await newestRows(db, { most, ...(kind ? { kind } : {}) }), outside)
}

function worksFrom(db: Db, rows: NewestRow[], outside: NamesBook): Promise<Work[]> {
  return Promise.all(rows.map(async row => workFrom(row, await namesOutsideOf(db, outside, row.groupId))))
}

export type NewestRow = Awaited<ReturnType<typeof newestRows>>[number]

/** The newest edition of each work that is not withdrawn, as the tables hold it; the newest of them first. */
export function newestRows(db: Db, { most, kind }: { most?: number; kind?: PublishableKind } = {}) {
  return db
    .selectFrom('editions')
    .innerJoin('networks', 'networks.id', 'editions.networkId')
    .leftJoin('writeUps', join =>
      join.onRef('writeUps.id', '=', 'editions.ofId').on('editions.ofKind', '=', 'write-up'),
    )
    .select(['editions.id', 'editions.ofKind', 'editions.ofId', 'editions.slug', 'editions.title', 'editions.summary'])
    .select(['editions.number', 'editions.reason', 'editions.publishedAt', 'editions.networkId'])
    .select(['networks.name as network', 'writeUps.groupId'])
    .where('editions.withdrawnAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('editions as newer')
            .select('newer.id')
            .whereRef('newer.ofKind', '=', 'editions.ofKind')
            .whereRef('newer.ofId', '=', 'editions.ofId')
            .whereRef('newer.number', '>', 'editions.number')
            .where('newer.withdrawnAt', 'is', null),
        ),
      ),
    )
    .$if(kind !== undefined, query => query.where('editions.ofKind', '=', kind!))
    .orderBy('editions.publishedAt', 'desc')
    .orderBy('editions.number', 'desc')
    .$if(most !== undefined, query => query.limit(most!))
    .execute()
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

/** The public address of a work. */
export function addressOf(ofKind: PublishableKind, slug: string): string {
  return `/published/${ofKind === 'write-up' ? 'write-ups' : 'reports'}/${slug}`
}
