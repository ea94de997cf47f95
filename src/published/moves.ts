import type { MovesOf } from '../networks/year.js'
import { namesOutside, unread } from '../names/names.js'
import { enquiriesOf } from '../enquiries/enquiry.js'

const address = /\/published\/write-ups\/([a-z0-9-]+)/

/** A group that cites what another group published, in a reference that it shares. */
export const citedWriteUps: MovesOf = async (db, person, network, { from, until }) => {
  if (!person) return []
  const rows = await db
    .selectFrom('publishedReferences')
    .innerJoin('groups', 'groups.id', 'publishedReferences.groupId')
    .select(['publishedReferences.groupId', 'publishedReferences.work', 'publishedReferences.addedAt'])
    .select(['publishedReferences.sharedAt', 'groups.name as group'])
    .where('groups.networkId', '=', network.id)
    .where('publishedReferences.removedAt', 'is', null)
    .where('publishedReferences.sharedAt', 'is not', null)
    .where('publishedReferences.addedAt', '>=', from)
    .where('publishedReferences.addedAt', '<', until)
    .where('publishedReferences.work', 'like', '%/published/write-ups/%')
    .execute()
  const slugs = rows.map(row => address.exec(row.work)?.[1] ?? '')
  if (slugs.length === 0) return []
  const editions = await db
    .selectFrom('editions')
    .innerJoin('writeUps', 'writeUps.id', 'editions.ofId')
    .innerJoin('groups', 'groups.id', 'writeUps.groupId')
    .select(['editions.slug', 'editions.title', 'writeUps.groupId', 'groups.name as group'])
    .where('editions.ofKind', '=', 'write-up')
    .where('editions.withdrawnAt', 'is', null)
    .where('editions.slug', 'in', slugs)
    .execute()
  const reach = await enquiriesOf(db, person, [...new Set(rows.map(row => row.groupId))])
  const outside = namesOutside()
  return Promise.all(
    rows.flatMap((row, place) => {
      const edition = editions.find(one => one.slug === slugs[place])
      if (!edition || edition.groupId === row.groupId) return []
      if (!reach.some(one => one.groupId === row.groupId)) return []
      return [
        (async () => {
          const theirs = await person.namesIn(db, row.groupId)
          const source = await outside.namesIn(db, edition.groupId)
          return {
            at: row.addedAt,
            from: { kind: 'group' as const, id: edition.groupId, name: source.read(edition.group), schoolIds: [] },
            to: { kind: 'group' as const, id: row.groupId, name: theirs.read(row.group) },
            what: unread(source.read(edition.title)),
            how: 'builds on it' as const,
            madeOfIt: '',
            href: `/published/write-ups/${edition.slug}`,
            isPublic: false,
          }
        })(),
      ]
    }),
  )
}
