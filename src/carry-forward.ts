import { carryClaimsForward } from './claims/carrying-forward.js'
import type { CarryForward } from './enquiries/beginning-next-cycle.js'

/** What later rooms carry from a finished cycle into the next one. */
export const carryForward: CarryForward[] = [carryClaimsForward]
