import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import type { Reader } from '../../names/reader.js'
import type { RecommendationWithResponses } from '../recommendations.js'

/** Pieces of the group that this person may read, by number: what a recommendation can lean on. */
export async function piecesToLeanOn(db: Db, person: Reader, enquiry: Enquiry) {
  const rows = await evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.title'])
    .where('evidence.groupId', '=', enquiry.groupId)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .orderBy('evidence.number')
    .execute()
  return enquiry.names.read(rows).map(row => ({ id: row.id, number: `E${row.number}`, title: row.title }))
}

/** Those of the chosen pieces that it can lean on. */
export async function amongThose(db: Db, person: Reader, enquiry: Enquiry, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const known = new Set((await piecesToLeanOn(db, person, enquiry)).map(piece => piece.id))
  return ids.filter(id => known.has(id))
}

/** The pieces that it leans on, as far as this person may read them. */
export async function piecesLeanedOn(db: Db, person: Reader, recommendation: RecommendationWithResponses) {
  if (recommendation.evidenceIds.length === 0) return []
  const rows = await evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.title'])
    .where('evidence.id', 'in', recommendation.evidenceIds)
    .orderBy('evidence.number')
    .execute()
  const { read } = await person.namesIn(db, recommendation.groupId)
  return read(rows).map(row => ({
    id: row.id,
    number: `E${row.number}`,
    title: row.title,
    href: `/evidence/${row.id}`,
  }))
}
