import { z } from 'zod'
import { choice, line, neededText, optionalLine, text, version } from '../web/fields.js'
import { howSure } from './sure.js'

const words = {
  claim: neededText('Say what you claim, in a sentence or two', 1000),
  strength: choice(howSure, 'Choose how sure you are'),
  whatWouldChange: text(2000),
}

/** A claim may begin with the piece that gave the idea. */
export const ClaimForm = z.strictObject({
  ...words,
  piece: optionalLine(40),
  bearing: choice(['for', 'against'], 'Say whether the piece speaks for the claim or against it').default('for'),
})

export const RevisionForm = z.strictObject({
  ...words,
  because: neededText('Say in a sentence why you revise it', 2000),
  version: version(),
})

export const LinkForm = z.strictObject({
  piece: line('Choose a piece of evidence', 40),
  bearing: choice(['for', 'against'], 'Say whether it speaks for the claim or against it'),
  back: z.string().max(2000).optional(),
})

/** From a piece's own page: which claim it bears on. */
export const BearingForm = z.strictObject({
  claim: line('Choose a claim', 40),
  bearing: choice(['for', 'against'], 'Say whether it speaks for the claim or against it'),
})

export const NoteForm = z.strictObject({ note: text(1000), back: z.string().max(2000).optional() })

export const BackForm = z.strictObject({ back: z.string().max(2000).optional() })

export const RetirementForm = z.strictObject({
  because: neededText('Say why the group no longer makes this claim', 2000),
})

export const NothingForm = z.strictObject({})
