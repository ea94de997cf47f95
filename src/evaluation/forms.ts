import { z } from 'zod'
import { howSure } from '../claims/sure.js'
import { choice, neededText, several, text, version } from '../web/fields.js'
import { judgements, whom } from './words.js'

export const EffectForm = z.strictObject({
  judgement: choice(judgements, 'Choose what difference it made here'),
  confidence: choice(howSure, 'Choose how sure you are'),
  whatHappened: neededText('Say what happened, so that the judgement can be understood', 10_000),
  whyHere: text(10_000),
  forWhom: several().pipe(z.array(z.enum(whom, { error: 'Choose from the three' }))),
  evidence: several(),
  version: version(),
})
