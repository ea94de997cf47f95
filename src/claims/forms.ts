import { z } from 'zod'
import { choice, line, neededText, optionalLine, several, text, version } from '../web/fields.js'
import { howSure } from './sure.js'

const words = {
  claim: neededText('Say what you claim, in a sentence or two', 1000),
  strength: choice(howSure, 'Choose how sure you are'),
  sureBecause: text(1000),
  whatWouldChange: text(2000),
}

/** A place in a text, counted as the browser counts; left out where it is said in another way. */
function count() {
  return z.union([z.literal('').transform(() => undefined), z.coerce.number().int().min(0)]).optional()
}

/** A claim may begin with the piece that gave the idea, or with some words of it, and with pieces ticked on either side. */
export const ClaimForm = z.strictObject({
  ...words,
  speaksFor: several(),
  speaksAgainst: several(),
  piece: optionalLine(40),
  text: optionalLine(40),
  startsAt: count(),
  endsAt: count(),
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

/**
 * Words of a piece for a claim: by their place in a text, from one sentence to another, or as they were read on the page
 * of the piece (`said`), where the same words may have stood before (`nth`). A claim that is `new` is made next.
 */
export const PassageForm = z.strictObject({
  text: line('Choose some words first', 40),
  startsAt: count(),
  endsAt: count(),
  from: count(),
  to: count(),
  said: z.string().max(20_000, 'Choose fewer words').optional(),
  nth: count(),
  claim: line('Choose the claim that they bear on', 40),
  bearing: choice(['for', 'against'], 'Say whether they speak for the claim or against it'),
  note: text(1000),
  back: z.string().max(2000).optional(),
})

/** What would change our mind, said on its own. */
export const ChangeOfMindForm = z.strictObject({
  whatWouldChange: neededText('Say what you would have to see', 2000),
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
