import { numberOf } from '../../evidence/cards.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import { filled } from '../../evidence/filling.js'
import { mayClearPupil } from '../../evidence/permissions.js'
import { day } from '../../web/words.js'
import type { WaitingKind } from './kind.js'

/** Pieces that somebody keeps and in which a pupil may be named: they stay within the group until that is mended. */
export const piecesNamingAPupil: WaitingKind = async ({ db, person, enquiries }) => {
  const groupIds = enquiries.filter(one => one.standing.member).map(one => one.groupId)
  if (groupIds.length === 0) return []
  const rows = await evidenceVisibleTo(db, person)
    .selectAll('evidence')
    .where('evidence.groupId', 'in', groupIds)
    .where('evidence.namesPupilAt', 'is not', null)
    .orderBy('evidence.namesPupilAt')
    .execute()
  const pieces = (await filled(db, rows)).filter(piece => mayClearPupil(person, piece))
  return pieces.map(piece => ({
    text: namedInWords({ ...piece, group: piece.groupName }),
    href: `/evidence/${piece.id}`,
    action: 'Take the name out',
    networkId: piece.networkId,
  }))
}

export function namedInWords(one: { number: number; group: string; namesPupilAt: string | null }): string {
  return `Somebody said on ${day(one.namesPupilAt)} that ${numberOf(one)} of ${one.group} may name a pupil. It stays within the group until the name is out.`
}
