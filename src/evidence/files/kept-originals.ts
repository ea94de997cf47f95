import type { Db, Trx } from '../../database.js'
import { eraseVersions } from '../../files/versions.js'
import { plural } from '../../words/words.js'
import type { Dependants } from '../withdrawing/dependants.js'
import type { Consent } from '../tables.js'

/** Only consent of those who can be seen, which stands, covers keeping a picture as it was before it was covered. */
export function mayKeepUncovered({
  consents,
}: {
  consents: Pick<Consent, 'who' | 'audience' | 'withdrawnAt'>[]
}): boolean {
  const agreed = consents.filter(one => one.who !== 'no one' && one.audience !== 'unasked')
  return agreed.length > 0 && consents.every(one => one.withdrawnAt === null)
}

/** The pictures of a piece that are also kept as they were before they were covered: the ids of their files. */
export async function keptUncovered(db: Db, piece: { id: string }): Promise<string[]> {
  const rows = await db
    .selectFrom('fileVersions')
    .innerJoin('evidenceFiles', 'evidenceFiles.fileId', 'fileVersions.fileId')
    .select('fileVersions.fileId')
    .distinct()
    .where('evidenceFiles.evidenceId', '=', piece.id)
    .where('fileVersions.keptBecause', 'is not', null)
    .where('fileVersions.erasedAt', 'is', null)
    .execute()
  return rows.map(row => row.fileId)
}

/**
 * Erases what was kept uncovered; the covered pictures stay. The bytes go once that has been committed.
 * @returns the ids of the files of which something is erased
 */
export async function eraseKeptUncovered(trx: Trx, piece: { id: string }): Promise<string[]> {
  const kept = await keptUncovered(trx, piece)
  for (const id of kept) {
    const file = await trx.selectFrom('files').select('version').where('id', '=', id).executeTakeFirstOrThrow()
    await eraseVersions(trx, { id }, file.version)
  }
  return kept
}

/** In the list of what a consent that was taken back touched. */
export const whatWasKeptUncovered: Dependants = async (trx, piece) => {
  const { length } = await keptUncovered(trx, piece)
  if (length === 0) return []
  const kind = plural(length, 'picture from before it was covered', 'pictures from before they were covered')
  return [{ kind, name: `E${piece.number}`, now: 'Erased for good, in every version and at every size.' }]
}
