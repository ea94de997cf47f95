import type { Db } from '../database.js'
import type { NamesBook } from '../names/names.js'
import { today } from '../web/now.js'
import { byName } from '../words/words.js'
import { audienceOn, narrowestOf } from '../reach/agreed.js'
import { gaps } from '../reach/reaches.js'
import type { FileAsWritten, Piece, PieceAsWritten } from './piece.js'
import { capOn } from './consent/refusals.js'
import type { Evidence } from './tables.js'
import { takingPart } from '../people/roles/roles.js'

/** The pieces with their groups, authors, schools, consent and files, as they are read: five queries, however many they are. */
export async function filled(db: Db, reader: NamesBook, rows: Evidence[]): Promise<Piece[]> {
  return Promise.all(
    (await asWritten(db, rows)).map(async piece =>
      (await reader.namesIn(db, piece.groupId, piece.loggedBy)).read(piece),
    ),
  )
}

async function asWritten(db: Db, rows: Evidence[]): Promise<PieceAsWritten[]> {
  if (rows.length === 0) return []
  const ids = rows.map(row => row.id)
  const [origins, schools, consents, files] = [
    new Map((await originsOf(db, ids)).map(({ id, ...origin }) => [id, origin])),
    gathered(await schoolsOfPieces(db, ids)),
    gathered(await consentsOf(db, ids)),
    gathered(await filesOf(db, ids)),
  ]
  const refusals = gathered(await refusalsFor(db, ids))
  return rows.map(row => {
    const agreements = (consents.get(row.id) ?? []).map(one => ({ ...one, audience: audienceOn(one, today()) }))
    const consent = narrowestOf(agreements)
    const own = files.get(row.id) ?? []
    const { networkId, groupName, author, takesPart } = origins.get(row.id)!
    return {
      ...row,
      networkId,
      groupName,
      author,
      authorLeft: !takesPart,
      schools: (schools.get(row.id) ?? []).map(({ id, name }) => ({ id, name })).sort(byName),
      consent,
      consents: agreements,
      cap: capOn({ ...row, files: own }, refusals.get(row.id) ?? []),
      files: own,
      gap: gaps.includes(row.reach),
    }
  })
}

/** Of which group each piece is, who logged it, and whether they still take part. */
function originsOf(db: Db, ids: string[]) {
  return db
    .selectFrom('evidence')
    .innerJoin('groups', 'groups.id', 'evidence.groupId')
    .innerJoin('people', 'people.id', 'evidence.loggedBy')
    .select(['evidence.id', 'groups.name as groupName', 'groups.networkId', 'people.name as author'])
    .select(eb =>
      eb
        .exists(
          eb
            .selectFrom('groupPeople')
            .select('groupPeople.personId')
            .whereRef('groupPeople.groupId', '=', 'evidence.groupId')
            .whereRef('groupPeople.personId', '=', 'evidence.loggedBy')
            .where('groupPeople.leftAt', 'is', null)
            .where('groupPeople.role', 'in', takingPart),
        )
        .as('takesPart'),
    )
    .where('evidence.id', 'in', ids)
    .execute()
}

function schoolsOfPieces(db: Db, ids: string[]) {
  return db
    .selectFrom('evidenceSchools')
    .innerJoin('schools', 'schools.id', 'evidenceSchools.schoolId')
    .select(['evidenceSchools.evidenceId', 'schools.id', 'schools.name'])
    .where('evidenceSchools.evidenceId', 'in', ids)
    .execute()
}

function consentsOf(db: Db, ids: string[]) {
  return db
    .selectFrom('consents')
    .selectAll()
    .where('evidenceId', 'in', ids)
    .where('replacedAt', 'is', null)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
}

function filesOf(db: Db, ids: string[]): Promise<(FileAsWritten & { evidenceId: string })[]> {
  return db
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .selectAll('files')
    .select(['evidenceFiles.evidenceId', 'evidenceFiles.alt', 'evidenceFiles.position'])
    .where('evidenceFiles.evidenceId', 'in', ids)
    .where('evidenceFiles.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
    .orderBy('evidenceFiles.position')
    .execute()
}

function gathered<Row extends { evidenceId: string }>(rows: Row[]): Map<string, Row[]> {
  const lists = new Map<string, Row[]>()
  for (const row of rows) lists.set(row.evidenceId, [...(lists.get(row.evidenceId) ?? []), row])
  return lists
}

/** What the schools of these pieces refused, whatever it is about. */
function refusalsFor(db: Db, ids: string[]) {
  return db
    .selectFrom('evidenceSchools')
    .innerJoin('schoolRefusals', 'schoolRefusals.schoolId', 'evidenceSchools.schoolId')
    .innerJoin('schools', 'schools.id', 'schoolRefusals.schoolId')
    .select(['evidenceSchools.evidenceId', 'schoolRefusals.audience', 'schoolRefusals.content'])
    .select(['schools.name as school', 'schoolRefusals.because'])
    .where('evidenceSchools.evidenceId', 'in', ids)
    .where('schoolRefusals.endedAt', 'is', null)
    .execute()
}
