import { byCode } from './coding/narrowing-evidence.js'
import type { Narrowing } from './evidence/narrowing.js'

/** What later rooms narrow the list of a group's evidence by. */
export const narrowings: Narrowing[] = [byCode]
