import type { Db } from '../../database.js'
import type { Written } from '../../names/written.js'
import { partText } from '../write-ups.js'

export interface Earlier {
  version: number
  savedAt: string
  savedBy: string
  body: Written
}

/** What a part said before, the newest first, without what it says now. Many savings by one person in a minute are one. */
export async function earlierWords(db: Db, part: { id: string }): Promise<Earlier[]> {
  const rows = await db
    .selectFrom('textVersions')
    .innerJoin('texts', 'texts.id', 'textVersions.textId')
    .leftJoin('people', 'people.id', 'textVersions.savedBy')
    .select(['textVersions.version', 'textVersions.savedAt', 'textVersions.body', 'people.name'])
    .select('texts.version as newest')
    .where('texts.kind', '=', partText.kind)
    .where('texts.owner', '=', part.id)
    .where('texts.field', '=', partText.field)
    .orderBy('textVersions.version', 'desc')
    .execute()
  const earlier = rows.map(({ name, ...row }) => ({ ...row, savedBy: name ?? 'Somebody who has left' }))
  return earlier
    .filter(row => row.version < row.newest)
    .filter((row, place, all) => {
      const later = all[place - 1]
      return !later || later.savedBy !== row.savedBy || minuteOf(later.savedAt) !== minuteOf(row.savedAt)
    })
}

function minuteOf(moment: string): string {
  return moment.slice(0, 16)
}
