import { fts5 } from './fts5.js'
import type { FullText } from './index-door.js'

/** The index of this installation. */
export const fullText: FullText = fts5
