import { actionsLeaning } from './actions/leaning.js'
import { codingLeaning } from './coding/leaning.js'
import { claimsLeaning } from './claims/leaning.js'
import { copiesLeaning } from './copies/leaning.js'
import { effectsLeaning } from './evaluation/leaning.js'
import { type Leaning, ownFilesAndPassages } from './evidence/leaning.js'
import { recommendationsLeaning } from './recommendations/leaning.js'
import { shortReportsLeaning } from './termly-reports/leaning.js'
import { writeUpsLeaning } from './write-ups/leaning.js'

/** What can lean on a piece of evidence, room by room: the list that a withdrawal keeps is read in this order. */
export const leanings: Leaning[] = [
  ownFilesAndPassages,
  codingLeaning,
  claimsLeaning,
  actionsLeaning,
  effectsLeaning,
  recommendationsLeaning,
  writeUpsLeaning,
  shortReportsLeaning,
  copiesLeaning,
]
