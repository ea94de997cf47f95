import { type DetailsOf, kind } from '../facts/kinds.js'

/** What people say of what they know how to do, and that somebody asks them. */
export const influenceFacts = {
  'know-how offered': kind({}),
  'know-how taken back': kind({}),
  'colleague asked': kind({}),
  'question answered': kind({}),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof influenceFacts> {}
}
