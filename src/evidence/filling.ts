import type { Db } from '../database.js'
import type { NamesBook } from '../names/names.js'
import { today } from '../web/now.js'
import { byName } from '../web/words.js'
import { audienceOn, narrowestOf } from '../reach/agreed.js'
import { gaps } from '../reach/reaches.js'
import type { FileAsWritten, Piece, PieceAsWritten } from './piece.js'
import { capOn } from './refusals.js'
import type { Evidence } from './tables.js'
import { takingPart } from '../people/roles.js'

/** The pieces with their groups, authors, schools, consent and files, as they are read: six queries, however many they are. */
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
  const [groups, authors, schools, consents, files] = [
    new Map((await groupsOf(db, rows)).map(group => [group.id, group])),
    new Map((await authorsOf(db, rows)).map(author => [author.id, author.name])),
    gathered(await schoolsOf(db, ids)),
    gathered(await consentsOf(db, ids)),
    gathered(await filesOf(db, ids)),
  ]
  const refusals = gathered(await refusalsFor(db, ids))
  const members = new Set((await membersOf(db, rows)).map(one => `${one.groupId} ${one.personId}`))
  return rows.map(row => {
    const standing = (consents.get(row.id) ?? []).map(one => ({ ...one, audience: audienceOn(one, today()) }))
    const consent = narrowestOf(standing)
    const own = files.get(row.id) ?? []
    return {
      ...row,
      networkId: groups.get(row.groupId)!.networkId,
      groupName: groups.get(row.groupId)!.name,
      author: authors.get(row.loggedBy)!,
      authorLeft: !members.has(`${row.groupId} ${row.loggedBy}`),
      schools: (schools.get(row.id) ?? []).map(({ id, name }) => ({ id, name })).sort(byName),
      consent,
      consents: standing,
      cap: capOn({ ...row, files: own }, refusals.get(row.id) ?? []),
      files: own,
      gap: gaps.includes(row.reach),
    }
  })
}

const unique = (words: string[]) => [...new Set(words)]

function groupsOf(db: Db, rows: Evidence[]) {
  const ids = unique(rows.map(row => row.groupId))
  return db.selectFrom('groups').select(['id', 'name', 'networkId']).where('id', 'in', ids).execute()
}

function authorsOf(db: Db, rows: Evidence[]) {
  const ids = unique(rows.map(row => row.loggedBy))
  return db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute()
}

function membersOf(db: Db, rows: Evidence[]) {
  return db
    .selectFrom('groupPeople')
    .select(['groupId', 'personId'])
    .where('groupId', 'in', unique(rows.map(row => row.groupId)))
    .where('leftAt', 'is', null)
    .where('role', 'in', takingPart)
    .execute()
}

function schoolsOf(db: Db, ids: string[]) {
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
