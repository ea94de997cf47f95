import type { Db } from '../database.js'

/**
 * What later rooms keep of the words of a piece, and blank when they are erased, in the same transaction.
 * @param fileId only what is about this file of it; left out for the whole piece
 */
export type ErasingAlong = (trx: Db, piece: { id: string }, fileId?: string) => Promise<void>

let along: ErasingAlong[] = []

/** Told once when the house is put together (src/erasing-along.ts). */
export function eraseAlongWith(rooms: ErasingAlong[]): void {
  along = rooms
}

export async function eraseAlong(trx: Db, piece: { id: string }, fileId?: string): Promise<void> {
  for (const room of along) await room(trx, piece, fileId)
}
