import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { day } from '../../words/words.js'
import type { Piece } from '../evidence.js'
import { gapSince, numberOf } from '../listing/cards.js'
import type { EvidenceGapPage } from './pages.js'
import { mayRecordConsent, maySettleGap } from '../permissions.js'
import { placeOf } from '../crumbs.js'
import { newestList } from './dependants.js'

/** What is left of a piece that was withdrawn or hidden: its number, and what may become of it. */
export async function gapPage(db: Db, person: Reader, gap: Piece): Promise<EvidenceGapPage> {
  const number = numberOf(gap)
  const settles = maySettleGap(person, gap)
  const isErased = gap.title === ''
  return {
    title: `${number}, withdrawn`,
    ...(await placeOf(db, person, gap)),
    number,
    groupName: gap.groupName,
    groupAddress: `/groups/${gap.groupId}/evidence`,
    heading: gap.withdrawnAt ? `${number} was withdrawn` : `${number} is hidden`,
    sentence: gap.withdrawnAt
      ? `It was withdrawn on ${day(gap.withdrawnAt)}. Its words and pictures are shown to nobody; its number stays, so that what leaned on it can be understood.`
      : `Consent for it was taken back on ${day(gapSince(gap))}. Its words and pictures are shown to nobody, here or anywhere else.`,
    reason: gap.withdrawnBecause,
    list: await newestList(db, person, gap),
    address: `/evidence/${gap.id}`,
    may: {
      putBack: settles && gap.withdrawnAt !== null && !isErased,
      consent: !isErased && gap.withdrawnAt === null && mayRecordConsent(person, gap),
      erase: settles && !isErased,
    },
  }
}
