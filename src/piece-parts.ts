import { actionsOnPiece } from './actions/on-piece.js'
import { codesOnPiece } from './coding/on-piece.js'
import { instrumentOnPiece } from './instruments/on-piece.js'
import { claimsOnPiece } from './claims/on-piece.js'
import type { PiecePart } from './evidence/piece-parts.js'

/** What later rooms show on the page of a piece of evidence, in the order in which it stands there. */
export const pieceParts: PiecePart[] = [instrumentOnPiece, codesOnPiece, claimsOnPiece, actionsOnPiece]
