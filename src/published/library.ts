import { sql } from 'kysely'
import type { Db } from '../database.js'
import type { NamesBook } from '../names/names.js'
import type { PublishableKind } from '../publishing/tables.js'
import { beginningOf } from '../web/now.js'
import { folded } from '../words/folded.js'
import { byName } from '../words/words.js'
import { namesOutsideOf, newestEditions, ofWork, type Work, workFrom } from './works.js'

/** A work on its shelf: with what can be seen of it there. */
export interface ShelvedWork extends Work {
  question: string
  theme: Named | null
  /** The name of the network's term in which it came out, or of which a report tells. */
  term: string
  /** Whether it holds pictures, of which one may stand on its cover. */
  pictured: boolean
}

export interface Named {
  id: string
  name: string
}

export interface Wanted {
  network: string
  kind: string
  theme: string
  school: string
  term: string
}

/** A page of a list, in works. */
export interface Stretch {
  from: number
  most: number
}

/** The works that stand on every shelf that is asked for, the newest first. @param stretch all of them unless said */
export async function shelved(
  db: Db,
  outside: NamesBook,
  { terms }: Networks,
  wanted: Wanted,
  stretch?: Stretch,
): Promise<ShelvedWork[]> {
  const rows = await onShelves(db, wanted, terms)
    .leftJoin('groups', 'groups.id', 'writeUps.groupId')
    .leftJoin('themes', 'themes.id', 'groups.themeId')
    .leftJoin('termlyReports', join =>
      join.onRef('termlyReports.id', '=', 'editions.ofId').on('editions.ofKind', '=', 'termly report'),
    )
    .select(ofWork)
    .select(['editions.question', 'editions.pictured', 'themes.id as themeId', 'themes.name as theme'])
    .select('termlyReports.termId')
    .orderBy('editions.publishedAt', 'desc')
    .orderBy('editions.number', 'desc')
    .$if(stretch !== undefined, query => query.limit(stretch!.most).offset(stretch!.from))
    .execute()
  return Promise.all(
    rows.map(async ({ question, pictured, themeId, theme, termId, ...row }) => {
      const known = await namesOutsideOf(db, outside, row.groupId)
      return {
        ...workFrom(row, known),
        question: known.read(question),
        theme: themeId && theme !== null ? { id: themeId, name: theme } : null,
        term: (termId ? terms.find(term => term.id === termId) : termIn(terms, row))?.name ?? '',
        pictured: pictured === 1,
      }
    }),
  )
}

export async function countShelved(db: Db, { terms }: Networks, wanted: Wanted): Promise<number> {
  const { works } = await onShelves(db, wanted, terms)
    .select(eb => eb.fn.count<number>('editions.id').as('works'))
    .executeTakeFirstOrThrow()
  return Number(works)
}

interface Term extends Named {
  networkId: string
  /** Moments: works that came out from the one on, and before the other, came out in this term. */
  from: string
  to: string | null
}

/** The networks that have published anything, and their terms: works are looked for in these. */
export interface Networks {
  networks: Named[]
  terms: Term[]
}

export async function networksThatPublish(db: Db): Promise<Networks> {
  const networks = await db
    .selectFrom('networks as publishing')
    .select(['publishing.id', 'publishing.name'])
    .where(({ exists }) =>
      exists(
        newestEditions(db).select('editions.id').where('editions.networkId', '=', sql.ref<string>('publishing.id')),
      ),
    )
    .execute()
  return {
    networks,
    terms: await termsOf(
      db,
      networks.map(network => network.id),
    ),
  }
}

/** The terms of networks; each lasts until the next one begins. */
async function termsOf(db: Db, networks: string[]): Promise<Term[]> {
  if (networks.length === 0) return []
  const rows = await db
    .selectFrom('terms')
    .select(['id', 'name', 'networkId', 'startsOn'])
    .where('networkId', 'in', networks)
    .orderBy('networkId')
    .orderBy('startsOn')
    .execute()
  return rows.map(({ id, name, networkId, startsOn }, place) => {
    const next = rows[place + 1]
    const to = next?.networkId === networkId ? beginningOf(next.startsOn) : null
    return { id, name, networkId, from: beginningOf(startsOn), to }
  })
}

function termIn(terms: Term[], of: { networkId: string; publishedAt: string }): Term | undefined {
  return terms.find(
    ({ networkId, from, to }) =>
      networkId === of.networkId && from <= of.publishedAt && (to === null || of.publishedAt < to),
  )
}

function onShelves(db: Db, wanted: Wanted, terms: Term[]) {
  const named = terms.filter(term => term.name === wanted.term)
  return newestEditions(db)
    .$if(wanted.network !== '', query => query.where('editions.networkId', '=', wanted.network))
    .$if(wanted.kind !== '', query => query.where('editions.ofKind', '=', wanted.kind as PublishableKind))
    .$if(wanted.theme !== '', query =>
      query.where('writeUps.groupId', 'in', db.selectFrom('groups').select('id').where('themeId', '=', wanted.theme)),
    )
    .$if(wanted.school !== '', query =>
      query.where('editions.id', 'in', namedOpenly(db).where('editionSchools.schoolId', '=', wanted.school)),
    )
    .$if(wanted.term !== '', query =>
      query.where(({ or, and, eb }) =>
        or([
          // Where no term is called so, nothing stands on its shelf.
          eb('editions.id', '=', ''),
          eb('editions.ofId', 'in', reportsOf(db, named)),
          ...named.map(({ networkId, from, to }) =>
            and([
              eb('editions.ofKind', '=', 'write-up'),
              eb('editions.networkId', '=', networkId),
              eb('editions.publishedAt', '>=', from),
              ...(to === null ? [] : [eb('editions.publishedAt', '<', to)]),
            ]),
          ),
        ]),
      ),
    )
}

function reportsOf(db: Db, terms: Term[]) {
  const ids = terms.map(term => term.id)
  return db
    .selectFrom('termlyReports')
    .select('id')
    .where('termId', 'in', ids.length > 0 ? ids : [''])
}

/** A school that goes by another name in its group's work is on no shelf by its own. */
function namedOpenly(db: Db) {
  return db
    .selectFrom('editionSchools')
    .select('editionSchools.editionId')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('editions as named')
            .innerJoin('writeUps as told', 'told.id', 'named.ofId')
            .innerJoin('pseudonyms', 'pseudonyms.groupId', 'told.groupId')
            .innerJoin('schools as hidden', 'hidden.id', 'editionSchools.schoolId')
            .select('pseudonyms.id')
            .whereRef('named.id', '=', 'editionSchools.editionId')
            .where('named.ofKind', '=', 'write-up')
            .where('pseudonyms.removedAt', 'is', null)
            .where('pseudonyms.pseudonym', '<>', '')
            .where(({ or, eb }) =>
              or([
                eb('pseudonyms.schoolId', '=', eb.ref('hidden.id')),
                eb('pseudonyms.name', '=', eb.ref('hidden.name')),
              ]),
            ),
        ),
      ),
    )
}

/** Whether every word stands in what the shelf says of a work. */
export function saysOnTheShelf(work: ShelvedWork, words: string): boolean {
  const said = folded(`${work.title} ${work.question} ${work.summary} ${work.network} ${work.theme?.name ?? ''}`)
  return folded(words)
    .split(' ')
    .filter(Boolean)
    .every(word => said.includes(word))
}

/** The shelves of the library, each with its names in order; terms the newest first. */
export interface Shelves {
  networks: Named[]
  themes: Named[]
  schools: Named[]
  terms: Named[]
}

/** Each shelf on which anything stands: asked shelf by shelf, however many works there are. */
export async function shelvesOf(db: Db, { networks, terms }: Networks): Promise<Shelves> {
  if (networks.length === 0) return { networks, themes: [], schools: [], terms: [] }
  const ids = networks.map(network => network.id)
  const themes = await db
    .selectFrom('themes')
    .select(['id', 'name'])
    .where('networkId', 'in', ids)
    .where(({ exists }) =>
      exists(
        newestEditions(db)
          .innerJoin('groups', 'groups.id', 'writeUps.groupId')
          .select('editions.id')
          .where('groups.themeId', '=', sql.ref<string>('themes.id')),
      ),
    )
    .execute()
  const schools = await db
    .selectFrom('schools')
    .select(['id', 'name'])
    .where('networkId', 'in', ids)
    .where(({ exists }) =>
      exists(
        namedOpenly(db)
          .innerJoin(newestEditions(db).select('editions.id').as('newest'), 'newest.id', 'editionSchools.editionId')
          .where('editionSchools.schoolId', '=', sql.ref<string>('schools.id')),
      ),
    )
    .execute()
  return {
    networks: [...networks].sort(byName),
    themes: themes.sort(byName),
    schools: schools.sort(byName),
    terms: await termShelves(db, terms),
  }
}

/** A name may be that of many networks' terms; each stands where the newest work of any of them would. */
async function termShelves(db: Db, terms: Term[]): Promise<Named[]> {
  const days = await newestEditions(db)
    .leftJoin('termlyReports', join =>
      join.onRef('termlyReports.id', '=', 'editions.ofId').on('editions.ofKind', '=', 'termly report'),
    )
    .select(['editions.networkId', 'termlyReports.termId'])
    .select(({ fn }) => fn.max('editions.publishedAt').as('publishedAt'))
    .groupBy(({ fn, val }) => [
      'editions.networkId',
      'termlyReports.termId',
      fn('substr', ['editions.publishedAt', val(1), val(13)]),
    ])
    .execute()
  const newestFirst = days.sort((one, other) => (one.publishedAt < other.publishedAt ? 1 : -1))
  const names = newestFirst.map(
    ({ termId, ...day }) => (termId ? terms.find(term => term.id === termId) : termIn(terms, day))?.name,
  )
  return [...new Set(names)].flatMap(name => (name ? [{ id: name, name }] : []))
}
