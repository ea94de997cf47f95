import type { Word } from '../words.js'

/** Help with one kind of page. Names of buttons and links stand in `**`, and are names that are really there. */
export interface Topic {
  name: string
  /** What the page is for, in a breath. */
  about: string
  /** What one does there, a sentence each. */
  ways: string[]
  words?: Word[]
}
