import { plural } from '../words/words.js'

/** `18 months`, `3 years` */
export function monthsInWords(months: number): string {
  return months >= 24 && months % 12 === 0 ? plural(months / 12, 'year', 'years') : plural(months, 'month', 'months')
}
