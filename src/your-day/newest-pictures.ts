import type { Around } from '../enquiries/around.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { cardOf } from '../evidence/listing/cards.js'
import { piecesInOrder } from '../evidence/listing/listing.js'
import { countsFor } from '../reach/counted-pieces.js'
import type { PictureInSizes } from '../files/pictures/sizes.js'
import { newestIds, type Pieces, visibleInOrder } from '../reach/visible-in-order.js'

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

async function newestWithPicture({ db, person }: Around, place: Enquiry): Promise<string[]> {
  const counts = await countsFor(db, person, place)
  const reaches = new Set(counts.map(one => one.reach))
  const found = visibleInOrder(db, person, { place, reaches, narrow: withPicture })
  return found ? newestIds(found, mostPerGroup) : []
}

function withPicture(query: Pieces): Pieces {
  return query.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('evidenceFiles')
        .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
        .select('files.id')
        .whereRef('evidenceFiles.evidenceId', '=', 'evidence.id')
        .where('evidenceFiles.removedAt', 'is', null)
        .where('files.erasedAt', 'is', null)
        .where('files.kind', '=', 'image'),
    ),
  )
}
