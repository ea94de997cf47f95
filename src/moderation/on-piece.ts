import type { PiecePart } from '../evidence/piece-parts.js'
import { addressOfExample, examplesByIds } from './examples/examples.js'

interface JudgedOnPiece {
  examples: { href: string; from: string; reason: string; levels: { criterion: string; level: string }[] }[]
}

/** On a piece’s own page: what colleagues of several schools agreed about it, for those who work in the network. */
export const moderationOnPiece: PiecePart<JudgedOnPiece> = {
  view: 'moderation/_on-piece',
  async load(db, person, piece) {
    if (piece.gap || !person.works(piece.networkId)) return undefined
    const rows = await db.selectFrom('moderationPieces').select('id').where('evidenceId', '=', piece.id).execute()
    const found = await examplesByIds(
      db,
      person,
      rows.map(row => row.id),
    )
    if (found.length === 0) return undefined
    return {
      examples: found.map(one => ({
        href: addressOfExample(one.piece),
        from: one.round,
        reason: one.piece.reason,
        levels: one.levels,
      })),
    }
  },
}
