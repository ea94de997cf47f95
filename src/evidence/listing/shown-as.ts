import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'

/** As pictures and slips, or as dense lines. */
export type EvidenceAs = 'wall' | 'list'

/** As they chose it, in whatever group. */
export function shownAs({ evidenceAs }: Person): EvidenceAs {
  return evidenceAs === 'list' ? 'list' : 'wall'
}

export async function showAs(db: Db, person: { id: string }, as: EvidenceAs): Promise<void> {
  await db
    .updateTable('people')
    .set({ evidenceAs: as === 'list' ? 'list' : null })
    .where('id', '=', person.id)
    .execute()
}
