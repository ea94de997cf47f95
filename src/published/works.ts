import type { Db } from '../database.js'
import { peopleInTheirOrder } from '../names/in-their-order.js'
import { type Names, type NamesBook, namesOutside, ownNames } from '../names/names.js'
import { documentOf } from '../publishing/submitting/submissions.js'
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

export interface WorkWithAuthors extends Work {
  /** By name; nobody, where it is the work of the network. */
  authors: string[]
}

/** The newest published works with those who wrote them, as their editions name them. */
export async function latestWithAuthors(db: Db, most: number, outside = namesOutside()): Promise<WorkWithAuthors[]> {
  const rows = await newestRows(db, { most })
  return Promise.all(
    rows.map(async row => {
      const names = await namesOutsideOf(db, outside, row.groupId)
      const { document } = await db
        .selectFrom('editions')
        .select('document')
        .where('id', '=', row.id)
        .executeTakeFirstOrThrow()
      const { authors = [] } = documentOf({ document })
      return {
        ...workFrom(row, names),
        authors: peopleInTheirOrder(
          authors.map(({ name }) => names.read(name)),
          names.people,
        ),
      }
    }),
  )
}

function worksFrom(db: Db, rows: NewestRow[], outside: NamesBook): Promise<Work[]> {
  return Promise.all(rows.map(async row => workFrom(row, await namesOutsideOf(db, outside, row.groupId))))
}

export type NewestRow = Awaited<ReturnType<typeof newestRows>>[number]

/** The newest edition of each work that is not withdrawn, as the tables hold it; the newest of them first. */
export function newestRows(db: Db, { most, kind }: { most?: number; kind?: PublishableKind } = {}) {
  return newestEditions(db)
    .select(ofWork)
    .$if(kind !== undefined, query => query.where('editions.ofKind', '=', kind!))
    .orderBy('editions.publishedAt', 'desc')
    .orderBy('editions.number', 'desc')
    .$if(most !== undefined, query => query.limit(most!))
    .execute()
}

/** What a list tells of a work. */
export const ofWork = [
  'editions.id',
  'editions.ofKind',
  'editions.ofId',
  'editions.slug',
  'editions.title',
  'editions.summary',
  'editions.number',
  'editions.reason',
  'editions.publishedAt',
  'editions.networkId',
  'networks.name as network',
  'writeUps.groupId',
] as const

/** Of each work its newest edition, as long as that is not withdrawn; with the network and the write-up. */
export function newestEditions(db: Db) {
  return db
    .selectFrom('editions')
    .innerJoin('networks', 'networks.id', 'editions.networkId')
    .leftJoin('writeUps', join =>
      join.onRef('writeUps.id', '=', 'editions.ofId').on('editions.ofKind', '=', 'write-up'),
    )
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
