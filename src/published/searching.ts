import type { Db } from '../database.js'
import { textOf } from '../documents/to-text.js'
import { readers } from '../reach/readers.js'
import { idsIn } from '../search/ids.js'
import type { Found, Searchable } from '../search/searchables.js'
import { editionToRead } from '../publishing/still-allowed.js'
import type { Edition } from '../publishing/tables.js'
import { addressOf } from './library.js'

const editionsOfGroup = (group: string) => `(select editions.id as record from editions
  join write_ups on of_kind = 'write-up' and write_ups.id = of_id where group_id = ${group})`

/** Published work, every word of it as its readers see it now, for anybody. */
export const publishedSearch: Searchable = {
  kind: 'published',
  one: 'published work',
  many: 'published work',
  version: 1,
  watches: [
    {
      table: 'editions',
      records: '(select id as record from editions where of_kind = row.of_kind and of_id = row.of_id)',
    },
    {
      table: 'evidence',
      columns: ['reach', 'agreed'],
      records: '(select edition_id as record from edition_evidence where evidence_id = row.id)',
    },
    { table: 'edition_evidence', records: 'row.edition_id' },
    { table: 'pseudonyms', records: editionsOfGroup('row.group_id') },
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

/** Those that are the newest edition of their work that is not withdrawn. */
async function newestBy(db: Db, ids: string[]): Promise<Edition[]> {
  return db
    .selectFrom('editions')
    .selectAll()
    .where('id', 'in', ids)
    .where('withdrawnAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('editions as later')
            .select('later.id')
            .whereRef('later.ofKind', '=', 'editions.ofKind')
            .whereRef('later.ofId', '=', 'editions.ofId')
            .whereRef('later.number', '>', 'editions.number')
            .where('later.withdrawnAt', 'is', null),
        ),
      ),
    )
    .execute()
}

async function read(db: Db, edition: Edition): Promise<{ title: string; words: string }> {
  const document = await editionToRead(db, edition, '')
  return { title: document.title, words: textOf(document) }
}
