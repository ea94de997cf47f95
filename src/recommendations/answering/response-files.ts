import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { inSizes } from '../../files/pictures/sizes.js'
import type { StoredFile } from '../../files/tables.js'
import type { Reader } from '../../names/reader.js'
import type { ResponseFileShown } from '../pages.js'
import type { RecommendationWithResponses } from '../recommendations.js'

/** What schools show of a recommendation in place, and the reply slips of those that answered on paper, by response. */
export async function filesOfResponses(
  db: Db,
  reader: Reader,
  recommendation: RecommendationWithResponses,
): Promise<Map<string, ResponseFileShown[]>> {
  const ids = recommendation.responses.map(response => response.id)
  const rows = ids.length === 0 ? [] : await files(db).where('responseFiles.responseId', 'in', ids).execute()
  const byResponse = new Map<string, ResponseFileShown[]>()
  const { read } = await reader.namesIn(db, recommendation.groupId)
  for (const row of read(rows)) {
    const { id, name, kind, alt, shows, responseId } = row
    const address = `/recommendations/${recommendation.id}/files/${id}`
    const file = {
      id,
      name,
      kind,
      alt,
      shows,
      address: `${address}/${encodeURIComponent(name)}`,
      picture:
        kind === 'image' ? inSizes(row, size => `${address}/picture/${encodeURIComponent(name)}?size=${size}`) : null,
    }
    byResponse.set(responseId, [...(byResponse.get(responseId) ?? []), file])
  }
  return byResponse
}

/** A file of one of the responses that this person sees. @throws NotFound */
export async function findResponseFile(
  db: Db,
  recommendation: RecommendationWithResponses,
  fileId: string,
): Promise<StoredFile> {
  const ids = recommendation.responses.map(response => response.id)
  const file =
    ids.length === 0
      ? undefined
      : await files(db).where('responseFiles.responseId', 'in', ids).where('files.id', '=', fileId).executeTakeFirst()
  if (!file) throw new NotFound('file')
  return file
}

function files(db: Db) {
  return db
    .selectFrom('responseFiles')
    .innerJoin('files', 'files.id', 'responseFiles.fileId')
    .selectAll('files')
    .select(['responseFiles.responseId', 'responseFiles.alt', 'responseFiles.shows'])
    .where('responseFiles.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
}
