import type { Db } from '../database.js'
import { textOf } from '../documents/to-text.js'
import { groupsThatHide } from '../names/former-names.js'
import { readers } from '../reach/readers.js'
import { afterPieces } from '../evidence/logging/after-pieces.js'
import { idsIn, idsOf } from '../search/ids.js'
import { after, afterMany } from '../search/renewals.js'
import type { Found, Searchable } from '../search/searchables.js'
import { editionToRead } from '../publishing/editions/still-allowed.js'
import type { Edition } from '../publishing/tables.js'
import { addressOf, newestEditions } from './works.js'

/** Published work, every word of it as its readers see it now, for anybody. */
export const publishedSearch: Searchable = {
  kind: 'published',
  one: 'published work',
  many: 'published work',
  version: 1,
  renewals: [
    after(['edition published', 'editions withdrawn'], ({ aboutKind, aboutId }, db) =>
      editionsOf(db, aboutKind, aboutId),
    ),
    afterMany(['pseudonym chosen', 'pseudonym removed'], ({ groupId }, db) => editionsOfGroups(db, [groupId ?? ''])),
    afterMany(['school renamed', 'name changed'], async ({ aboutId }, db) =>
      editionsOfGroups(db, await groupsThatHide(db, aboutId ?? '')),
    ),
    ...afterPieces((db, pieces) =>
      idsOf(pieces, some =>
        db.selectFrom('editionEvidence').select('editionId as id').where('evidenceId', 'in', some).distinct(),
      ),
    ),
  ],
  ids: idsIn('editions'),
  async entries(db, ids) {
    const editions = await newestBy(db, ids)
    return Promise.all(
      editions.map(async edition => {
        const { title, words } = await read(db, edition)
        return {
          record: edition.id,
          title,
          words,
          day: edition.publishedAt,
          readers: [readers.everybody],
          about: { kinds: [edition.ofKind === 'write-up' ? 'published write-up' : 'published report'] },
        }
      }),
    )
  },
  async find(db, _person, ids) {
    const found: Found[] = []
    for (const edition of await newestBy(db, ids)) {
      const { title, words } = await read(db, edition)
      found.push({
        record: edition.id,
        thing: `published ${edition.ofId}`,
        label: '',
        kind: edition.ofKind === 'write-up' ? 'published write-up' : 'published termly report',
        title,
        words,
        href: addressOf(edition.ofKind, edition.slug),
        day: edition.publishedAt,
        schools: [],
        group: null,
        by: null,
        kinds: [edition.ofKind === 'write-up' ? 'published write-up' : 'published report'],
      })
    }
    return found
  },
}

async function editionsOf(db: Db, ofKind: string | null, ofId: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('editions')
    .select('id')
    .where('ofKind', '=', ofKind as Edition['ofKind'])
    .where('ofId', '=', ofId)
    .execute()
  return rows.map(row => row.id)
}

async function editionsOfGroups(db: Db, groupIds: string[]): Promise<string[]> {
  if (groupIds.length === 0) return []
  const rows = await db
    .selectFrom('editions')
    .innerJoin('writeUps', 'writeUps.id', 'editions.ofId')
    .select('editions.id')
    .where('editions.ofKind', '=', 'write-up')
    .where('writeUps.groupId', 'in', groupIds)
    .execute()
  return rows.map(row => row.id)
}

/** Those that are the newest edition of their work that is not withdrawn. */
async function newestBy(db: Db, ids: string[]): Promise<Edition[]> {
  return newestEditions(db).selectAll('editions').where('editions.id', 'in', ids).execute()
}

async function read(db: Db, edition: Edition): Promise<{ title: string; words: string }> {
  const document = await editionToRead(db, edition, '')
  return { title: document.title, words: textOf(document) }
}
