import type { Db } from '../../database.js'

/** As pictures and slips, or as dense lines. */
export type EvidenceAs = 'wall' | 'list'

/** As they chose it, in whatever group. */
export async function shownAs(db: Db, person: { id: string }): Promise<EvidenceAs> {
  const { evidenceAs } = await db
    .selectFrom('people')
    .select('evidenceAs')
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow()
  return evidenceAs === 'list' ? 'list' : 'wall'
}

export async function showAs(db: Db, person: { id: string }, as: EvidenceAs): Promise<void> {
  await db
    .updateTable('people')
    .set({ evidenceAs: as === 'list' ? 'list' : null })
    .where('id', '=', person.id)
    .execute()
}
