import type { StagePart } from '../enquiries/stages/stage-parts.js'
import { bookOf, type CodeInBook } from './codebook/book.js'
import { timesUsed } from './passages/codings.js'
import { mayCode, mayReadCoding } from './permissions.js'

export interface CodesOnStage {
  codes: (CodeInBook & { times: number })[]
  address: string
  more: number
  may: { code: boolean }
}

const most = 12

/** On the evidence stage, for members: what the group codes with, in the codebook's order. */
export const codesOnStage: StagePart<CodesOnStage> = {
  stage: 'evidence',
  view: 'coding/_on-stage',
  async load(db, person, enquiry) {
    if (!mayReadCoding(enquiry)) return undefined
    const times = await timesUsed(db, person, enquiry)
    const book = (await bookOf(db, enquiry)).filter(code => !code.retiredAt)
    return {
      codes: book.slice(0, most).map(code => ({ ...code, times: times.get(code.id) ?? 0 })),
      more: Math.max(0, book.length - most),
      address: `/groups/${enquiry.groupId}/codes`,
      may: { code: mayCode(enquiry) },
    }
  },
}
