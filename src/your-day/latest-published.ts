import type { Db } from '../database.js'

/** Published work as lists show it: open to everybody. */
export interface PublishedLine {
  title: string
  summary: string
  href: string
  kind: 'Write-up' | 'Termly report'
  network: string
  at: string
}

/** The newest editions that stand, one of each thing, the latest first. */
export async function latestPublishedWork(db: Db, most: number, ofKind?: 'write-up'): Promise<PublishedLine[]> {
  const rows = await db
    .selectFrom('editions')
    .innerJoin('networks', 'networks.id', 'editions.networkId')
    .select(['editions.ofKind', 'editions.slug', 'editions.title', 'editions.summary', 'editions.publishedAt'])
    .select('networks.name as network')
    .where('editions.withdrawnAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('editions as later')
            .select('later.id')
            .whereRef('later.ofId', '=', 'editions.ofId')
            .whereRef('later.number', '>', 'editions.number'),
        ),
      ),
    )
    .$if(ofKind !== undefined, query => query.where('editions.ofKind', '=', ofKind!))
    .orderBy('editions.publishedAt', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ ofKind: kind, slug, publishedAt, ...row }) => ({
    ...row,
    href: `/published/${kind === 'write-up' ? 'write-ups' : 'reports'}/${slug}`,
    kind: kind === 'write-up' ? 'Write-up' : 'Termly report',
    at: publishedAt,
  }))
}
