import { capturesFollowers } from './captures/followers.js'
import { evidenceFacts } from './evidence/facts.js'
import { evidenceFollowers } from './evidence/followers.js'
import type { Follower } from './facts/followers.js'
import type { FactBook } from './facts/kinds.js'
import { removeErasedFiles } from './files/removing-erased.js'
import { forgetDrawings } from './pdf/forgetting.js'

/** Every kind of fact. */
export const factBook: FactBook = { ...evidenceFacts }

/** What follows from facts, whoever records them. */
export const followers: Follower[] = [
  removeErasedFiles(factBook),
  forgetDrawings(factBook),
  ...evidenceFollowers,
  ...capturesFollowers,
]
