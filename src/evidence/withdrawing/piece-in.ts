import type { Trx } from '../../database.js'
import type { StoredFile } from '../../files/tables.js'
import type { Evidence } from '../tables.js'

export type WholePiece = Evidence & { networkId: string; files: StoredFile[] }

/** A piece with its files, whoever may see it: for what the workbench itself does. */
export async function pieceIn(trx: Trx, id: string): Promise<WholePiece | undefined> {
  const piece = await trx
    .selectFrom('evidence')
    .innerJoin('groups', 'groups.id', 'evidence.groupId')
    .selectAll('evidence')
    .select('groups.networkId')
    .where('evidence.id', '=', id)
    .executeTakeFirst()
  if (!piece) return undefined
  const files = await trx
    .selectFrom('files')
    .innerJoin('evidenceFiles', 'evidenceFiles.fileId', 'files.id')
    .selectAll('files')
    .where('evidenceFiles.evidenceId', '=', id)
    .execute()
  return { ...piece, files }
}
