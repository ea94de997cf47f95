import type { Db, Trx } from '../../database.js'
import type { Prepared } from '../../files/keeping.js'
import type { Reader } from '../../names/reader.js'
import { listed } from '../../words/words.js'
import { numberOf } from '../listing/cards.js'
import { evidenceVisibleTo, type Piece } from '../evidence.js'

/**
 * The same bytes are stored once in a group: a file that came in before lends its place in the store. Whose it is stays
 * untold; what was written for the new one is swept later, since no row speaks of it.
 */
export async function storedOnce<File extends Prepared>(trx: Trx, evidenceId: string, file: File): Promise<File> {
  if (!file.sentSha256) return file
  const known = await trx
    .selectFrom('files')
    .innerJoin('evidenceFiles', 'evidenceFiles.fileId', 'files.id')
    .innerJoin('evidence', 'evidence.id', 'evidenceFiles.evidenceId')
    .innerJoin('evidence as here', 'here.groupId', 'evidence.groupId')
    .select(['files.bytes', 'files.sha256', 'files.storedAs', 'files.smallAs', 'files.middleAs', 'files.thumbnailAs'])
    .select(['files.width', 'files.height'])
    .where('here.id', '=', evidenceId)
    .where('files.sentSha256', '=', file.sentSha256)
    .where('files.mediaType', '=', file.mediaType)
    .where('files.erasedAt', 'is', null)
    .executeTakeFirst()
  return known ? { ...file, ...known } : file
}

/** For each file of a piece, the other pieces that hold the same one, as far as this person may see them. */
export async function sameFilesOf(db: Db, person: Reader, piece: Piece): Promise<Map<string, Twin[]>> {
  const sums = new Map(piece.files.flatMap(file => (file.sentSha256 ? [[file.sentSha256, file.id] as const] : [])))
  if (sums.size === 0) return new Map()
  const rows = await evidenceVisibleTo(db, person)
    .innerJoin('evidenceFiles', 'evidenceFiles.evidenceId', 'evidence.id')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .select(['evidence.id', 'evidence.number', 'files.sentSha256'])
    .where('evidence.groupId', '=', piece.groupId)
    .where('evidence.id', '<>', piece.id)
    .where('files.sentSha256', 'in', [...sums.keys()])
    .where('evidenceFiles.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
    .orderBy('evidence.number')
    .execute()
  const same = new Map<string, Twin[]>()
  for (const file of piece.files) {
    const twins = rows.filter(row => row.sentSha256 === file.sentSha256)
    if (twins.length > 0)
      same.set(
        file.id,
        twins.map(twin => ({ number: numberOf(twin), address: `/evidence/${twin.id}` })),
      )
  }
  return same
}

export interface Twin {
  number: string
  address: string
}

/** Said once they have come in; nothing where there is nothing to say. */
export async function sameFilesInWords(db: Db, person: Reader, piece: Piece, newest: number): Promise<string> {
  const same = await sameFilesOf(db, person, piece)
  return piece.files
    .slice(-newest)
    .flatMap(({ id, name }) => {
      const twins = same.get(id)
      const numbers = listed((twins ?? []).map(twin => twin.number))
      return twins ? [`${name} is the same file as in ${numbers}, so it is stored only once.`] : []
    })
    .join(' ')
}
