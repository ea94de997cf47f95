import { sql } from 'kysely'
import type { Db } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import type { NamesBook } from '../names/names.js'
import { today } from '../web/now.js'
import { byName } from '../words/words.js'
import { audienceOn, narrowestOf } from '../reach/agreed.js'
import { gaps } from '../reach/reaches.js'
import type { Piece, PieceAsWritten } from './piece.js'
import { type Cap, capOn } from './consent/refusals.js'
import type { Evidence } from './tables.js'
import { takingPart } from '../people/roles/roles.js'

/** Of which group a piece is, who logged it, and whether they still take part: selected beside the piece itself. */
export const ofWhom = [
  sql<string>`(select of_group.name from groups as of_group where of_group.id = evidence.group_id)`.as('groupName'),
  sql<string>`(select of_group.network_id from groups as of_group where of_group.id = evidence.group_id)`.as(
    'networkId',
  ),
  sql<string>`(select author.name from people as author where author.id = evidence.logged_by)`.as('author'),
  sql<number>`exists (select 1 from group_people as part where part.group_id = evidence.group_id
    and part.person_id = evidence.logged_by and part.left_at is null and part.role in (${sql.join(takingPart)}))`.as(
    'takesPart',
  ),
]

/** A piece as its row holds it, selected with `ofWhom`. */
export interface EvidenceOfWhom extends Evidence {
  groupName: string
  networkId: string
  author: string
  takesPart: number
}

/** So many pieces are made of their rows before somebody else has a turn. */
const atOnce = 200

/** The pieces with their schools, consent and files, as they are read: three queries for each two hundred of them. */
export async function filled(db: Db, reader: NamesBook, rows: EvidenceOfWhom[]): Promise<Piece[]> {
  const pieces: Piece[] = []
  for (let from = 0; from < rows.length; from += atOnce) {
    for (const piece of await asWritten(db, rows.slice(from, from + atOnce)))
      pieces.push((await reader.namesIn(db, piece.groupId, piece.loggedBy)).read(piece))
  }
  return pieces
}

async function asWritten(db: Db, rows: EvidenceOfWhom[]): Promise<PieceAsWritten[]> {
  const ids = rows.map(row => row.id)
  const schools = gathered(await schoolsOfPieces(db, { ids }))
  const consents = gathered(await consentsOf(db, { ids }))
  const files = gathered(await filesOf(db, { ids }))
  const day = today()
  return rows.map(row => {
    const agreements = (consents.get(row.id) ?? []).map(one => ({ ...one, audience: audienceOn(one, day) }))
    const own = files.get(row.id) ?? []
    const from = schools.get(row.id) ?? []
    // The row is nobody else’s, and has some fifty columns: it becomes the piece, and is not copied.
    return Object.assign(row, {
      authorLeft: !row.takesPart,
      schools: [...new Map(from.map(({ id, name }) => [id, { id, name }])).values()].sort(byName),
      consent: narrowestOf(agreements),
      consents: agreements,
      cap: capOn({ kind: row.kind, files: own }, from.flatMap(refusalIn)),
      files: own,
      gap: gaps.includes(row.reach),
    })
  })
}

type OfThese = { ids: string[] }

/** The schools of these pieces, each as often as it has refused something, and once where it has not. */
const schoolsOfPieces = asksWith((db, { ids }: Slots<OfThese>) =>
  db
    .selectFrom('evidenceSchools')
    .innerJoin('schools', 'schools.id', 'evidenceSchools.schoolId')
    .leftJoin('schoolRefusals', join =>
      join.onRef('schoolRefusals.schoolId', '=', 'schools.id').on('schoolRefusals.endedAt', 'is', null),
    )
    .select(['evidenceSchools.evidenceId', 'schools.id', 'schools.name'])
    .select(['schoolRefusals.audience', 'schoolRefusals.content', 'schoolRefusals.because'])
    .where('evidenceSchools.evidenceId', 'in', ids),
)

type SchoolOfPiece = Awaited<ReturnType<typeof schoolsOfPieces>>[number]

function refusalIn({ audience, content, because, name }: SchoolOfPiece): Cap[] {
  return audience === null || content === null || because === null ? [] : [{ audience, content, because, school: name }]
}

const consentsOf = asksWith((db, { ids }: Slots<OfThese>) =>
  db
    .selectFrom('consents')
    .selectAll()
    .where('evidenceId', 'in', ids)
    .where('replacedAt', 'is', null)
    .orderBy('recordedAt')
    .orderBy('id'),
)

const filesOf = asksWith((db, { ids }: Slots<OfThese>) =>
  db
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .selectAll('files')
    .select(['evidenceFiles.evidenceId', 'evidenceFiles.alt', 'evidenceFiles.position'])
    .where('evidenceFiles.evidenceId', 'in', ids)
    .where('evidenceFiles.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
    .orderBy('evidenceFiles.position'),
)

function gathered<Row extends { evidenceId: string }>(rows: Row[]): Map<string, Row[]> {
  const lists = new Map<string, Row[]>()
  for (const row of rows) lists.set(row.evidenceId, [...(lists.get(row.evidenceId) ?? []), row])
  return lists
}
