import { contextCardTexts, stageTexts } from './enquiries/text-kinds.js'
import { reportWords, shortReportTexts } from './termly-reports/text-kinds.js'
import type { TextKind } from './texts/kinds.js'
import { writeUpPartTexts } from './write-ups/text-kinds.js'

/** Every kind of text that is saved as it is typed. A room's kinds are added here when the house is put together. */
export const textKinds: TextKind[] = [stageTexts, contextCardTexts, writeUpPartTexts, shortReportTexts, reportWords]
