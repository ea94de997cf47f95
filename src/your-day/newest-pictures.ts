import { sql } from 'kysely'
import { cardOf } from '../evidence/cards.js'
import { evidenceVisibleTo } from '../evidence/evidence.js'
import { disguised } from '../evidence/disguising.js'
import { filled } from '../evidence/filling.js'
import type { Around } from '../enquiries/around.js'

const mostPerGroup = 3

/** A picture of a group's newest evidence, which leads to its piece. */
export interface NewestPicture {
  href: string
  number: string
  title: string
  address: string
  width: number
  height: number
  alt: string
}

/** The newest pieces with a picture of each of these groups, as far as the person sees them: one list for each group. */
export async function newestPictures(
  { db, person }: Around,
  groupIds: string[],
): Promise<Map<string, NewestPicture[]>> {
  const pictures = new Map<string, NewestPicture[]>()
  if (groupIds.length === 0) return pictures
  const inOrder = evidenceVisibleTo(db, person)
    .selectAll('evidence')
    .select(
      sql<number>`row_number() over (partition by evidence.group_id
        order by evidence.gathered_on desc, evidence.number desc)`.as('place'),
    )
    .where('evidence.groupId', 'in', groupIds)
    .where(({ exists, selectFrom }) =>
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
  const rows = await db
    .selectFrom(inOrder.as('newest'))
    .selectAll()
    .where('place', '<=', mostPerGroup)
    .orderBy('place')
    .execute()
  for (const piece of await disguised(db, person, await filled(db, rows))) {
    const { href, number, title, picture } = cardOf(piece, person)
    if (!picture) continue
    pictures.set(piece.groupId, [...(pictures.get(piece.groupId) ?? []), { href, number, title, ...picture }])
  }
  return pictures
}
