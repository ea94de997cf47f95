import { type Coverage, coverageOf } from '../../claims/coverage/coverage.js'
import type { Sure } from '../../claims/sure.js'
import type { Db } from '../../database.js'
import type { Names } from '../../names/names.js'
import { notShared } from '../../reach/reaches.js'

/** A claim as its group recorded it, with what it leans on, under the names that leave the group. */
export interface RecordedClaim {
  claim: string
  strength: Sure
  against: number
  coverage: Coverage
}

/** The claims of a cycle that were not given up, with their evidence as far as it stands and is shared with the group. */
export async function recordedClaims(
  db: Db,
  { enquiryId }: { enquiryId: string },
  names: Pick<Names, 'read' | 'school'>,
): Promise<RecordedClaim[]> {
  const claims = await db
    .selectFrom('claims')
    .select(['id', 'claim', 'strength'])
    .where('enquiryId', '=', enquiryId)
    .where('retiredAt', 'is', null)
    .orderBy('number')
    .execute()
  const links = await linksOf(db, enquiryId)
  const pieces = await sourcesOf(
    db,
    links.map(one => one.evidenceId),
    names,
  )
  return names.read(claims).map(({ id, ...claim }) => {
    const side = (bearing: string) => {
      const ids = new Set(links.filter(one => one.claimId === id && one.bearing === bearing).map(one => one.evidenceId))
      return pieces.filter(piece => ids.has(piece.id))
    }
    const against = side('against')
    return { ...claim, against: against.length, coverage: coverageOf(side('for'), against) }
  })
}

/** Pieces that bear on the claims of a cycle, whole or by a passage. */
async function linksOf(db: Db, enquiryId: string) {
  const linked = (table: 'claimEvidence' | 'claimPassages') =>
    db
      .selectFrom(table)
      .innerJoin('claims', 'claims.id', `${table}.claimId`)
      .select([`${table}.claimId`, `${table}.evidenceId`, `${table}.bearing`])
      .where('claims.enquiryId', '=', enquiryId)
      .where('claims.retiredAt', 'is', null)
  return linked('claimEvidence').union(linked('claimPassages')).execute()
}

/** Of these pieces that stand: of what kind, by whom, from when and where. */
async function sourcesOf(db: Db, ids: string[], names: Pick<Names, 'read' | 'school'>) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('evidence')
    .leftJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .leftJoin('schools', 'schools.id', 'evidenceSchools.schoolId')
    .select(['evidence.id', 'evidence.kind', 'evidence.loggedBy', 'evidence.gatheredOn', 'evidence.elsewhere'])
    .select(['schools.id as schoolId', 'schools.name as school'])
    .where('evidence.id', 'in', [...new Set(ids)])
    .where('evidence.reach', 'not in', notShared)
    .execute()
  const read = names.read(rows)
  return [...new Set(read.map(row => row.id))].map(id => {
    const own = read.filter(row => row.id === id)
    const schools = own.flatMap(({ schoolId, school }) =>
      schoolId !== null && school !== null
        ? [{ id: schoolId, name: names.school({ id: schoolId, name: school }) }]
        : [],
    )
    return { ...own[0]!, schools }
  })
}
