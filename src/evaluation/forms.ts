import { z } from 'zod'
import { howSure } from '../claims/sure.js'
import { choice, several, text, version } from '../web/fields.js'
import { judgements, whom } from './words.js'

const words = {
  whyHere: text(10_000),
  forWhom: several().pipe(z.array(z.enum(whom, { error: 'Choose from the three' }))),
  evidence: several(),
}

const howItStood = z.object({
  judgement: z.enum(judgements).or(z.literal('')),
  confidence: z.enum(howSure).or(z.literal('')),
  whatHappened: z.string(),
  whyHere: z.string(),
  forWhom: z.array(z.enum(whom)),
  evidence: z.array(z.string()),
})

const upon = {
  version: version(),
  /** How the effect stood when the form was opened, so that two who write at once are brought together. */
  was: z.string().optional().transform(asItStood),
}

/** Of what it is too early to say, nobody is asked what happened. */
export const EffectForm = z
  .strictObject({
    judgement: choice(judgements, 'Choose what difference it made here'),
    confidence: choice(howSure, 'Choose how sure you are'),
    whatHappened: text(10_000),
    ...words,
    ...upon,
  })
  .refine(({ judgement, whatHappened }) => judgement === 'too early to say' || whatHappened !== '', {
    path: ['whatHappened'],
    message: 'Say what happened, so that the judgement can be understood',
    // Said beside the other mistakes, too.
    when: () => true,
  })

/** The same while it is being typed: what is missing may wait. */
export const EffectAsTyped = z.strictObject({
  judgement: z.enum(judgements).or(z.literal('')).default(''),
  confidence: z.enum(howSure).or(z.literal('')).default(''),
  whatHappened: text(10_000),
  ...words,
  ...upon,
})

function asItStood(json: string | undefined): z.output<typeof howItStood> | undefined {
  try {
    return howItStood.safeParse(JSON.parse(json ?? 'null')).data
  } catch {
    return undefined
  }
}
