import { paragraph } from '../../documents/making-blocks.js'
import type { BroughtReportPart } from '../../networks/year.js'
import { movesIn } from './moves-in-network.js'
import { moveInWords } from './telling.js'

/** What everybody may know of what moved in the term. */
export const whatMovedInReport: BroughtReportPart = {
  part: 'influence',
  heading: 'What moved between schools',
  holds: 'What schools took up from each other, as far as everybody may read it.',
  behind: 'recommendations',
  async blocks(db, network, _term, span, told) {
    const moves = (await movesIn(db, told?.moves ?? [], undefined, network, span, told?.outside)).filter(
      move => move.isPublic,
    )
    if (moves.length === 0) return []
    const items = moves.map(move => ({
      blocks: [paragraph([moveInWords(move), move.madeOfIt].filter(Boolean).join(' '))],
    }))
    return [
      paragraph('What was found in one place and lives in another now.'),
      { kind: 'list', ordered: false, tight: false, items },
    ]
  },
}
