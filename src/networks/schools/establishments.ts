import { sql } from 'kysely'
import { type Db, inOne } from '../../database.js'
import type { Person } from '../../people/person.js'
import { containing, folded } from '../../words/folded.js'
import { breathe } from '../../web/limits/breathing.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { type ExtractMistake, type ExtractRow, readExtract } from './reading-extract.js'
import type { Establishment } from '../tables.js'
import { noteRenaming } from './schools.js'

export type Import =
  | {
      ok: true
      rows: number
      added: number
      updated: number
      schools: number
      leftOut: { lines: number; first: ExtractMistake[] }
    }
  | { ok: false; mistakes: ExtractMistake[] }

const batch = 400

/**
 * Takes the government's list in. A line with a mistake stays out alone; a file that cannot be read changes nothing. Importing again
 * updates what is there, also the schools that networks have picked from it (their safeguarding words are their own and stay).
 */
export async function importEstablishments(db: Db, person: Person, name: string, path: string): Promise<Import> {
  const extract = await readExtract(path)
  const id = newId()
  const begun = { id, name, importedBy: person.id, startedAt: now(), finishedAt: null, refusedBecause: null }
  if (!extract.ok) {
    const { line, text } = extract.mistakes[0]!
    await db
      .insertInto('establishmentImports')
      .values({ ...begun, refusedBecause: `${line ? `Line ${line}: ` : ''}${text}` })
      .execute()
    return extract
  }

  await db.insertInto('establishmentImports').values(begun).execute()
  const before = await countOf(db)
  // In small transactions: each is over in a few milliseconds, so that pages stay quick meanwhile.
  for (let from = 0; from < extract.rows.length; from += batch) {
    await takeIn(db, extract.rows.slice(from, from + batch))
    await breathe()
  }
  const schools = await updatePicked(db, person)
  const rows = extract.rows.length
  const added = (await countOf(db)) - before
  await db
    .updateTable('establishmentImports')
    .set({ finishedAt: now(), rows, added, updated: rows - added })
    .where('id', '=', id)
    .execute()
  return { ok: true, rows, added, updated: rows - added, schools, leftOut: extract.leftOut }
}

async function takeIn(db: Db, rows: ExtractRow[]): Promise<void> {
  const importedAt = now()
  await db
    .insertInto('establishments')
    .values(rows.map(row => ({ ...row, importedAt })))
    .onConflict(conflict =>
      conflict.column('urn').doUpdateSet(eb => ({
        name: eb.ref('excluded.name'),
        phase: eb.ref('excluded.phase'),
        roll: eb.ref('excluded.roll'),
        town: eb.ref('excluded.town'),
        postcode: eb.ref('excluded.postcode'),
        localAuthority: eb.ref('excluded.localAuthority'),
        folded: eb.ref('excluded.folded'),
        importedAt: eb.ref('excluded.importedAt'),
      })),
    )
    .execute()
}

async function updatePicked(db: Db, person: Person): Promise<number> {
  const picked = await db
    .selectFrom('schools')
    .innerJoin('establishments', 'establishments.urn', 'schools.urn')
    .select([
      'schools.id',
      'schools.networkId',
      'schools.name as calledBefore',
      'establishments.name',
      'establishments.phase',
      'establishments.roll',
    ])
    .select(['establishments.town', 'establishments.postcode', 'establishments.localAuthority'])
    .execute()
  for (const { id, networkId, calledBefore, ...words } of picked)
    await inOne(db, async trx => {
      await trx.updateTable('schools').set(words).where('id', '=', id).execute()
      await noteRenaming(trx, { id, networkId, name: calledBefore }, person, words.name)
    })
  return picked.length
}

async function countOf(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('establishments')
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Schools of the government's list that hold every word, in name, town, postcode, authority or URN; thirty at most. */
export async function searchEstablishments(db: Db, words: string): Promise<Establishment[]> {
  const wanted = folded(words).split(' ').filter(Boolean).slice(0, 8)
  if (wanted.length === 0) return []
  let query = db.selectFrom('establishments').selectAll()
  for (const word of wanted) query = query.where(sql<boolean>`folded like ${containing(word)} escape '\\'`)
  return query.orderBy('name').limit(30).execute()
}

/** The schools of the government's list with these names or numbers. */
export async function establishmentsOn(
  db: Db,
  { names, urns }: { names: string[]; urns: string[] },
): Promise<Establishment[]> {
  const numbers = urns.filter(Boolean)
  if (names.length === 0) return []
  return db
    .selectFrom('establishments')
    .selectAll()
    .where(({ or, eb }) => or([eb('name', 'in', names), ...(numbers.length > 0 ? [eb('urn', 'in', numbers)] : [])]))
    .limit(2000)
    .execute()
}

/** The last time that the list was taken in as a whole. */
export async function lastImport(db: Db) {
  return db
    .selectFrom('establishmentImports')
    .selectAll()
    .where('finishedAt', 'is not', null)
    .orderBy('finishedAt', 'desc')
    .executeTakeFirst()
}
