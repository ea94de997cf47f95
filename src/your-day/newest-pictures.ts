import type { Around } from '../enquiries/around.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { cardOf } from '../evidence/listing/cards.js'
import { piecesInOrder } from '../evidence/listing/listing.js'
import { countsFor } from '../reach/counted-pieces.js'
import type { PictureInSizes } from '../files/pictures/sizes.js'
import { visibleInOrder } from '../reach/visible-in-order.js'

const mostPerGroup = 3

/** A picture of a group's newest evidence, which leads to its piece. */
export interface NewestPicture extends PictureInSizes {
  href: string
  number: string
  title: string
  alt: string
}

/** The newest pieces with a picture of each of these groups, as far as the person sees them: one list for each group. */
export async function newestPictures(around: Around, groupIds: string[]): Promise<Map<string, NewestPicture[]>> {
  const { db, person, enquiries } = around
  const ids: string[] = []
  for (const enquiry of enquiries.filter(one => groupIds.includes(one.groupId)))
    ids.push(...(await newestWithPicture(around, enquiry)))
  const pictures = new Map<string, NewestPicture[]>()
  for (const piece of await piecesInOrder(db, person, ids)) {
    const { href, number, title, picture } = cardOf(piece, person)
    if (!picture) continue
    pictures.set(piece.groupId, [...(pictures.get(piece.groupId) ?? []), { href, number, title, ...picture }])
  }
  return pictures
}

/** Among the newest pieces alone: where none of them has a picture, older ones are looked for in the list. */
const mostLookedAt = 200

async function newestWithPicture({ db, person }: Around, place: Enquiry): Promise<string[]> {
  const counts = await countsFor(db, person, place)
  const found = visibleInOrder(db, person, { place, reaches: new Set(counts.map(one => one.reach)) })
  if (!found) return []
  const newest = found.orderBy('gatheredOn', 'desc').orderBy('number', 'desc').limit(mostLookedAt)
  const rows = await db
    .selectFrom(newest.as('newest'))
    .select('newest.id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('evidenceFiles')
          .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
          .select('files.id')
          .whereRef('evidenceFiles.evidenceId', '=', 'newest.id')
          .where('evidenceFiles.removedAt', 'is', null)
          .where('files.erasedAt', 'is', null)
          .where('files.kind', '=', 'image'),
      ),
    )
    .orderBy('newest.gatheredOn', 'desc')
    .orderBy('newest.number', 'desc')
    .limit(mostPerGroup)
    .execute()
  return rows.map(row => row.id)
}
