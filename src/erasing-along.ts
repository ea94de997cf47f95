import { blankMemos } from './coding/blanking.js'
import type { ErasingAlong } from './evidence/erasing-along.js'

/** What each room blanks when the words of a piece are erased. */
export const erasingAlong: ErasingAlong[] = [blankMemos]
