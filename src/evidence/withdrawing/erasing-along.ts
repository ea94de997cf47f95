import type { Trx } from '../../database.js'

/**
 * What a later room keeps of the words of a piece, and blanks in the same transaction when they are erased.
 * @param fileId only what is about this file of it; left out for the whole piece
 */
export type ErasingAlong = (trx: Trx, piece: { id: string }, fileId?: string) => Promise<void>
