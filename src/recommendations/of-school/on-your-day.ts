import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { listed } from '../../words/words.js'
import { recommendedToSchools, type ToSchool, underHeadings } from './recommended-to-school.js'

const most = 6

export interface OfHeadsSchools {
  heading: string
  parts: { heading: string; lines: ToSchool[] }[]
  severalSchools: boolean
  more: number
  all: string
}

/** For a head: what the school promised and what is in place. What is owed waits above it already. */
export async function ofHeadsSchools(db: Db, person: Reader): Promise<OfHeadsSchools | null> {
  const headships = person.rolesWith('answers for the school')
  const ids = headships.flatMap(role => role.schoolId ?? [])
  if (ids.length === 0) return null
  const all = await recommendedToSchools(
    db,
    person,
    ids.map(id => ({ id })),
  )
  const lines = all.filter(line => line.standing === 'promised' || line.standing === 'in place')
  if (lines.length === 0) return null
  const names = [...new Set(lines.map(line => line.schoolName))]
  return {
    heading: `Recommended to ${listed(names)}`,
    parts: underHeadings(lines.slice(0, most)),
    severalSchools: names.length > 1,
    more: Math.max(0, lines.length - most),
    all: `/networks/${headships[0]!.networkId}/recommendations`,
  }
}
