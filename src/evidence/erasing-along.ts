import type { Trx } from '../database.js'
import type { Store } from '../files/store.js'

/**
 * What a later room keeps of a piece, and blanks in the same transaction when its words or files are erased.
 * @param about.fileId only what is about this file of it; left out for the whole piece
 * @param about.store where bytes that are on their way to the piece lie
 */
export type ErasingAlong = (trx: Trx, piece: { id: string }, about: { fileId?: string; store: Store }) => Promise<void>
