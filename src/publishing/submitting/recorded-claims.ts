import { type Coverage, coverageOf } from '../../claims/coverage/coverage.js'
import type { Sure } from '../../claims/sure.js'
import type { Db } from '../../database.js'
import { piecesWithIds } from '../../evidence/evidence.js'
import { chosenBy } from '../../names/names.js'

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
  { groupId, enquiryId }: { groupId: string; enquiryId: string },
): Promise<RecordedClaim[]> {
  const names = await chosenBy(db, groupId)
  const claims = await db
    .selectFrom('claims')
    .select(['id', 'claim', 'strength'])
    .where('enquiryId', '=', enquiryId)
    .where('retiredAt', 'is', null)
    .orderBy('number')
    .execute()
  const links = await linksOf(db, enquiryId)
  const pieces = await piecesWithIds(
    db,
    links.map(one => one.evidenceId),
  )
  const standing = pieces.filter(piece => !piece.gap && piece.sharedWithGroupAt !== null)
  const named = standing.map(piece => ({
    ...piece,
    schools: piece.schools.map(school => ({ ...school, name: names.school(school) })),
  }))
  return names.read(claims).map(({ id, ...claim }) => {
    const side = (bearing: string) => {
      const ids = new Set(links.filter(one => one.claimId === id && one.bearing === bearing).map(one => one.evidenceId))
      return named.filter(piece => ids.has(piece.id))
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
