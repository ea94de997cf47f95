import { atOneMoment, type Db } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { Store } from '../../files/store.js'
import { gaps, type Reach } from '../../reach/reaches.js'
import { type Entry, textEntry } from '../zipping.js'
import type { Brought } from '../../room.js'
import type { TextKind } from '../../texts/kinds.js'
import { belongingsIn } from './belonging.js'
import { ownersIn } from './checking-pointers.js'
import { onlyWhatTravels } from './what-travels.js'
import { readMeOf } from './read-me.js'
import type { AnyDb, Row, WholeGroup } from './rows.js'

/** Rows are asked for in pieces, since a question can hold only so many ids. */
const atOnce = 400

/**
 * Everything that is a group's own, as its lead learner may take it: private drafts and unfinished blind readings stay
 * behind, and of a withdrawn piece only its number goes along.
 */
export async function wholeGroup(
  db: Db,
  store: Store,
  brought: Pick<Brought, 'tables' | 'texts'>,
  groupId: string,
  takenAt: string,
): Promise<WholeGroup> {
  const { schema, tables, files } = await atOneMoment(db, reading => allRows(reading, brought, groupId))
  const what = 'enquiry-workbench-group'
  return { what, format: 1, schema, takenAt, groupId, tables, files: await hashes(store, files) }
}

async function allRows(db: Db, brought: Pick<Brought, 'tables' | 'texts'>, groupId: string) {
  const plain = db.withoutPlugins() as unknown as AnyDb
  const tables: Record<string, Row[]> = {}
  const ids = new Map<string, Set<string>>()
  const keep = (table: string, rows: Row[]) => {
    tables[table] = rows
    ids.set(table, new Set(rows.map(row => String(row.id))))
  }
  keep('groups', await rowsWhere(plain, 'groups', 'id', [groupId]))
  for (const { table, by, also, goes } of belongingsIn(brought.tables)) {
    const rows = await rowsWhere(plain, table, by[0], [...(ids.get(by[1]) ?? [])])
    const others = Object.entries(also).filter(([, of]) => of !== table)
    const along = rows.filter(row =>
      others.every(([column, of]) => row[column] === null || ids.get(of)!.has(String(row[column]))),
    )
    keep(
      table,
      withoutLost(
        along.filter(goes),
        Object.keys(also).filter(column => also[column] === table),
      ),
    )
    if (table === 'evidence') await blankGaps(plain, tables, ids)
  }
  tables.facts = inOrderOfTheirOwn(tables.facts ?? [])
  await addSurroundings(plain, brought.texts, tables)
  const files = tables.files!
  return { schema: await newest(plain), tables: await onlyWhatTravels(plain, brought.tables, tables), files }
}

/** Where a row points at another of its own table that stays behind, it goes along without saying so. */
function withoutLost(rows: Row[], columns: string[]): Row[] {
  if (columns.length === 0) return rows
  const here = new Set(rows.map(row => row.id))
  const lost = (row: Row) => columns.filter(column => row[column] !== null && !here.has(row[column]))
  return rows.map(row => ({ ...row, ...Object.fromEntries(lost(row).map(column => [column, null])) }))
}

/** Facts keep their order; under which numbers they stood among those of other groups is nobody's to know. */
function inOrderOfTheirOwn(facts: Row[]): Row[] {
  const byNumber = [...facts].sort((one, other) => Number(one.number) - Number(other.number))
  return byNumber.map((fact, place) => ({ ...fact, number: place + 1, brought_at: null }))
}

/** A gap keeps its number; its words, its consent and its files stay behind. */
async function blankGaps(db: AnyDb, tables: Record<string, Row[]>, ids: Map<string, Set<string>>): Promise<void> {
  const consents = await rowsWhere(db, 'consents', 'evidence_id', [...ids.get('evidence')!])
  const takenBack = new Map(
    consents
      .filter(consent => consent.replaced_at === null && consent.withdrawn_at !== null)
      .map(consent => [consent.evidence_id, consent.withdrawn_at!]),
  )
  tables.evidence = tables.evidence!.map(row => {
    if (!gaps.includes(row.reach as Reach)) return row
    const since = row.withdrawn_at ?? takenBack.get(row.id)!
    return { ...row, title: '', what_we_saw: '', capture: null, withdrawn_at: since, withdrawn_because: null }
  })
  ids.set('whole pieces', new Set(tables.evidence.filter(row => row.withdrawn_at === null).map(row => String(row.id))))
}

async function addSurroundings(db: AnyDb, texts: TextKind[], tables: Record<string, Row[]>): Promise<void> {
  const group = tables.groups![0]!
  const own = (table: string, column = 'id') => (tables[table] ?? []).map(row => String(row[column]))
  const named = [...own('evidence_files', 'file_id'), ...own('meeting_papers', 'file_id')]
  tables.files = await rowsWhere(db, 'files', 'id', named)
  tables.files = tables.files.filter(file => file.erased_at === null)
  const kept = new Set(own('files'))
  for (const table of ['evidence_files', 'file_readings', 'readable_texts', 'meeting_papers'])
    tables[table] = tables[table]!.filter(row => row.file_id === null || kept.has(String(row.file_id)))

  const terms = own('short_reports', 'term_id')
  tables.texts = await rowsWhere(db, 'texts', 'owner', [...ownersIn(texts, tables)])
  tables.text_versions = await rowsWhere(db, 'text_versions', 'text_id', own('texts'))

  tables.networks = await rowsWhere(db, 'networks', 'id', [String(group.network_id)])
  tables.terms = await rowsWhere(db, 'terms', 'id', terms)
  tables.themes = await rowsWhere(db, 'themes', 'id', group.theme_id === null ? [] : [String(group.theme_id)])
  tables.schools = await rowsWhere(
    db,
    'schools',
    'id',
    pointedAt(tables, column => column === 'school_id'),
  )
  const refusals = await rowsWhere(db, 'school_refusals', 'school_id', own('schools'))
  tables.school_refusals = refusals.filter(row => row.ended_at === null)
  tables.people = await peopleOf(db, tables)
}

/** Names go along, since the records say who did what; addresses only of those in the group, so that they can sign in. */
async function peopleOf(db: AnyDb, tables: Record<string, Row[]>): Promise<Row[]> {
  const members = new Set(tables.group_people!.filter(row => row.left_at === null).map(row => row.person_id))
  const people = await rowsWhere(db, 'people', 'id', pointedAt(tables, isAPerson))
  return people.map(person =>
    members.has(person.id) ? person : { ...person, email: `${person.id}@elsewhere.invalid` },
  )
}

const peopleColumns = [
  ...['person_id', 'from_person', 'to_person', 'first_reader', 'second_reader'],
  ...['chair_id', 'note_taker_id', 'owner_id'],
]

function isAPerson(column: string): boolean {
  return column.endsWith('_by') || peopleColumns.includes(column)
}

function pointedAt(tables: Record<string, Row[]>, is: (column: string) => boolean): string[] {
  const found = new Set<string>()
  for (const row of Object.values(tables).flat())
    for (const [column, value] of Object.entries(row)) if (value !== null && is(column)) found.add(String(value))
  return [...found]
}

async function rowsWhere(db: AnyDb, table: string, column: string, values: string[]): Promise<Row[]> {
  const unique = [...new Set(values)]
  const rows: Row[] = []
  for (let from = 0; from < unique.length; from += atOnce)
    rows.push(
      ...(await db
        .selectFrom(table)
        .selectAll()
        .where(column, 'in', unique.slice(from, from + atOnce))
        .execute()),
    )
  return rows
}

export async function newest(db: AnyDb): Promise<string> {
  const rows = await db.selectFrom('migrations').select('name').orderBy('name', 'desc').limit(1).execute()
  return String(rows[0]!.name)
}

/**
 * Of what people download; smaller pictures are made anew where the copy is read. What was written down when the bytes came
 * in goes along, so that a file which has spoiled since is noticed where the copy is read.
 * @throws Conflict when a file is not where it is kept: a group that moves without it would lose it for good
 */
async function hashes(store: Store, files: Row[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  const lost: string[] = []
  for (const { stored_as, sha256, name } of files) {
    if ((await store.size(String(stored_as))) === undefined) lost.push(String(name))
    found[String(stored_as)] = String(sha256)
  }
  if (lost.length > 0) throw new Conflict(whyNotWhole(lost))
  return found
}

function whyNotWhole(lost: string[]): string {
  const named = lost.slice(0, 5).map(name => `“${name}”`)
  const more = lost.length > 5 ? ` and ${lost.length - 5} more` : ''
  return (
    `The whole group cannot be copied: ${named.join(', ')}${more} cannot be read where the workbench keeps its files. ` +
    'Whoever looks after the workbench may find them in a backup; a copy as a folder holds all the others.'
  )
}

export async function* wholeEntries(store: Store, whole: WholeGroup): AsyncIterable<Entry> {
  yield textEntry('group.json', JSON.stringify(whole))
  yield textEntry('READ ME.md', readMeOf(whole))
  for (const key of Object.keys(whole.files))
    yield { name: `files/${key}`, pack: false, size: (await store.size(key))!, open: () => store.read(key) }
}
