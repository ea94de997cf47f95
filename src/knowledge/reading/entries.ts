import { type Work } from '../references/work.js'

/** What was found in a list of references. */
export interface Found {
  /** The format as people know it: BibTeX, RIS, CSL-JSON. */
  format: string
  entries: { work: Work; key: string; line: number }[]
  /** What could not be read, each in a sentence that says where. */
  mistakes: string[]
}

export const MOST_ENTRIES = 2000
export const LONGEST_ENTRY = 40_000

/** One entry of a list as it was written, and the line on which it begins. */
export interface Written {
  text: string
  line: number
}

/** `Line 12: …` */
export function at(line: number, words: string): string {
  return `Line ${line.toLocaleString('en-GB')}: ${words}`
}
