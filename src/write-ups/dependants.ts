import type { Dependants } from '../evidence/withdrawing/dependants.js'
import { unread } from '../names/names.js'
import { partText } from './write-ups.js'

/** Parts of write-ups that speak of the piece. */
export const dependentParts: Dependants = async (trx, piece) => {
  const parts = await trx
    .selectFrom('writeUpParts')
    .innerJoin('writeUps', 'writeUps.id', 'writeUpParts.writeUpId')
    .innerJoin('texts', 'texts.owner', 'writeUpParts.id')
    .select(['writeUpParts.id', 'writeUpParts.heading', 'texts.body'])
    .where('writeUps.groupId', '=', piece.groupId)
    .where('texts.kind', '=', partText.kind)
    .where('writeUpParts.leftOutAt', 'is', null)
    .orderBy('writeUpParts.position')
    .execute()
  const spoken = new RegExp(`\\[\\[\\s*E${piece.number}(?:\\s+\\w+)?\\s*\\]\\]`, 'i')
  return parts
    .filter(part => spoken.test(unread(part.body)))
    .map(part => ({
      kind: 'Part of the write-up',
      name: `“${part.heading}”`,
      now: 'The publication check stops the write-up until the number is taken out.',
      href: `/write-up-parts/${part.id}`,
    }))
}
