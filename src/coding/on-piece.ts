import type { PiecePart } from '../evidence/piece-parts.js'
import { bookOf, type CodeInBook } from './codebook/book.js'
import { codingsOf } from './passages/codings.js'

export interface CodesOnPiece {
  codes: (CodeInBook & { times: number })[]
  address: string
  readable: boolean
}

/** On a piece's own page, for those in its group: the codes it carries, and the way to coding it. */
export const codesOnPiece: PiecePart<CodesOnPiece> = {
  view: 'coding/_on-piece',
  async load(db, person, piece, { texts }) {
    if (piece.gap || !person.isVolunteerIn(piece.groupId)) return undefined
    const codings = await codingsOf(db, person, piece, { evidenceId: piece.id })
    const times = new Map<string, number>()
    for (const { codeId } of codings) times.set(codeId, (times.get(codeId) ?? 0) + 1)
    const book = await bookOf(db, piece)
    return {
      codes: book.flatMap(code => (times.has(code.id) ? [{ ...code, times: times.get(code.id)! }] : [])),
      address: `/evidence/${piece.id}/coding`,
      readable: texts.length > 0,
    }
  },
}
