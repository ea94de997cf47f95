import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../database.js'
import type { House } from '../../house.js'

/** A table in which people's words, or who did something, can stand. Every one of the schema is one, or says below why it is not. */
export interface Place {
  table: string
  /** The columns by which its rows are told apart, in their order. */
  key: string[]
  /** Columns that hold words. */
  words: string[]
  /** Columns that say which person. */
  people: string[]
  /** That a row, called `row`, is this network's; null where only looking at the row itself can tell (whose-rows.ts). */
  within: ((networkId: string) => RawBuilder<boolean>) | null
  /** The group that a row belongs to, where it belongs to one. */
  group: RawBuilder<string | null> | null
}

/** Tables that are not looked through, and why. */
export const passedOver: Record<string, string> = {
  migrations: 'the schema',
  settings: 'settings of the installation',
  establishments: 'the government’s list of schools',
  establishment_imports: 'the government’s list of schools',
  upkeep: 'what the installation notes about its own running',
  sign_in_attempts: 'addresses typed at the door, gone within a day',
  password_resets: 'links that were asked for, gone within a day',
  begun_sign_ins: 'sign-ins under way, gone within minutes',
  second_steps: 'sealed secrets',
  second_steps_asked: 'moments alone',
  second_steps_taken_off: 'moments alone',
  recovery_codes: 'hashes alone',
  letter_boxes: 'keys of browsers',
  letter_doors: 'tokens alone',
  handed_to_pages: 'sealed, and gone within minutes',
  half_uploads: 'files on their way',
  news_positions: 'places in the list of facts',
  places_seen: 'places in the list of facts',
  fact_outbox: 'places in the list of facts',
  fact_retries: 'places in the list of facts',
  fact_links: 'hashes alone',
  issuers: 'settings of the installation',
  issuer_sign_ins: 'sign-ins under way, gone within minutes',
  issuer_arrivals: 'sign-ins under way, gone within minutes',
  passkey_questions: 'questions alone, gone within minutes',
  search_entries: 'the index, which follows what it was read from',
  search_waiting: 'the index, which follows what it was read from',
  search_later: 'the index, which follows what it was read from',
  search_gone: 'the index, which follows what it was read from',
  search_rebuilding: 'the index, which follows what it was read from',
  search_words: 'the index, which follows what it was read from',
  data_requests: 'the cases themselves, whose words are sealed',
  data_request_findings: 'where something was found, without a word of it',
}

/** Columns of text that hold no words of people. */
const notWords =
  /^(?:id|key|hash|kind|state|stage|role|audience|token|sha256|sealed|urn|slug|language|media_type|capture|part|place|storedas|how)$|_(?:id|ids|at|on|by|hash|as|sha256|key|secret)$/

interface Pointer {
  column: string
  to: string
}
interface Table {
  name: string
  columns: { name: string; isText: boolean; isNullable: boolean }[]
  pointers: Pointer[]
}

/** Rows of these belong to whoever reads them, or are looked at one by one. */
const noWay = new Set(['people', 'files', 'file_versions', 'texts', 'text_versions', 'submissions'])

/** Every place of the schema, read from the schema itself, so that a new room is looked through like the others. */
export async function placesOf({ db, engine }: Pick<House, 'db' | 'engine'>): Promise<Place[]> {
  const known = await tablesOf(db, engine)
  const keys = await engine.keys()
  const ways = new Ways(known)
  return [...known.values()]
    .filter(({ name }) => !(name in passedOver) && !/^search_words_/.test(name))
    .map((table): Place => ({
      table: table.name,
      key: keys.get(table.name) ?? [],
      words: wordsOf(table, keys.get(table.name) ?? []),
      people: table.pointers.filter(one => one.to === 'people').map(one => one.column),
      within: ways.depthOf(table.name) === undefined ? null : networkId => ways.within(table.name, 'row', networkId),
      group: ways.groupOf(table.name),
    }))
    .filter(({ key, words, people }) => key.length > 0 && (words.length > 0 || people.length > 0))
    .sort((one, other) => (one.table < other.table ? -1 : 1))
}

/** What tells rows apart is no word of anybody. */
function wordsOf({ columns }: Table, key: string[]): string[] {
  return columns.filter(one => one.isText && !notWords.test(one.name) && !key.includes(one.name)).map(one => one.name)
}

async function tablesOf(db: Db, engine: House['engine']): Promise<Map<string, Table>> {
  const tables = (await db.withoutPlugins().introspection.getTables()).filter(one => !one.isView)
  const pointers = await engine.pointers(tables.map(one => one.name))
  return new Map(
    tables.map(({ name, columns }) => [
      name,
      {
        name,
        columns: columns.map(one => ({
          name: one.name,
          isText: /text|char/i.test(one.dataType),
          isNullable: one.isNullable,
        })),
        pointers: pointers.filter(one => one.table === name),
      },
    ]),
  )
}

/** How each table leads to its network, by what its columns point at. */
class Ways {
  private readonly depths = new Map<string, number>([['networks', 0]])

  constructor(private readonly tables: Map<string, Table>) {
    for (let found = true; found;) {
      found = false
      for (const { name, columns, pointers } of tables.values()) {
        if (this.depths.has(name) || noWay.has(name)) continue
        const near = pointers.flatMap(one => this.depths.get(one.to) ?? [])
        if (columns.some(one => one.name === 'network_id')) this.depths.set(name, 1)
        else if (near.length > 0) this.depths.set(name, 1 + Math.min(...near))
        else continue
        found = true
      }
    }
  }

  depthOf(table: string): number | undefined {
    return this.depths.get(table)
  }

  /** By any of its ways: a column may be empty. */
  within(name: string, as: string, networkId: string): RawBuilder<boolean> {
    if (name === 'networks') return sql<boolean>`${sql.ref(`${as}.id`)} = ${networkId}`
    const table = this.tables.get(name)!
    const own = table.columns.find(one => one.name === 'network_id')
    const itself = own ? [sql<boolean>`${sql.ref(`${as}.network_id`)} = ${networkId}`] : []
    const depth = this.depths.get(name)!
    const others =
      own && !own.isNullable ? [] : table.pointers.filter(one => (this.depths.get(one.to) ?? depth) < depth)
    const ways = others.map(({ column, to }, place) => {
      const next = `${as}_${place}`
      return sql<boolean>`exists (select 1 from ${sql.table(to)} as ${sql.ref(next)}
        where ${sql.ref(`${next}.id`)} = ${sql.ref(`${as}.${column}`)} and ${this.within(to, next, networkId)})`
    })
    return sql<boolean>`(${sql.join([...itself, ...ways], sql` or `)})`
  }

  groupOf(name: string): RawBuilder<string | null> | null {
    return this.groupAt(name, 'row', 4)
  }

  private groupAt(name: string, as: string, most: number): RawBuilder<string | null> | null {
    const table = this.tables.get(name)
    if (!table || most === 0) return null
    if (name === 'groups') return sql<string>`${sql.ref(`${as}.id`)}`
    if (table.columns.some(one => one.name === 'group_id')) return sql<string | null>`${sql.ref(`${as}.group_id`)}`
    for (const { column, to } of table.pointers) {
      if (noWay.has(to) || !this.depths.has(to) || to === name) continue
      const next = this.groupAt(to, `${as}_g`, most - 1)
      if (next)
        return sql<string | null>`(select ${next} from ${sql.table(to)} as ${sql.ref(`${as}_g`)}
          where ${sql.ref(`${as}_g.id`)} = ${sql.ref(`${as}.${column}`)})`
    }
    return null
  }
}
