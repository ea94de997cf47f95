import type { Piece } from '../evidence.js'

/** Whether pupils may be seen or heard in a piece: somebody said so, or nobody has said anything yet. */
export function mayShowPupils({ consents }: Pick<Piece, 'consents'>): boolean {
  return consents.length === 0 || consents.some(one => one.who === 'pupils')
}
