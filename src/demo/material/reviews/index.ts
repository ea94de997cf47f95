import { conditions } from './conditions.js'
import { leading } from './leading.js'
import { meetings } from './meetings.js'
import { partnership } from './partnership.js'
import { square } from './square.js'
import type { ReviewMaterial } from './types.js'

const [first, again] = leading as [ReviewMaterial, ReviewMaterial]
const [ofATheme, ofOurOwn] = meetings as [ReviewMaterial, ReviewMaterial]

/** In the order of the year. */
export const reviewMaterials: ReviewMaterial[] = [
  ...[first, ...conditions, ...square, ...partnership],
  ...[ofATheme, again, ofOurOwn],
]
