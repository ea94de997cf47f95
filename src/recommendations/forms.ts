import { z } from 'zod'
import {
  choice,
  date,
  line,
  neededText,
  optionalDate,
  optionalLine,
  several,
  text,
  ticked,
  version,
} from '../web/fields.js'
import { today } from '../web/now.js'
import { type Adoption, adoptions, type Answer, answers } from './answers.js'

const releaseDays = z
  .string()
  .trim()
  .optional()
  .transform(days => (days ?? '').replace(',', '.'))
  .pipe(z.string().regex(/^(\d{1,3}(\.\d{1,2})?)?$/, 'Enter a number of days such as 1.5, or leave it empty'))
  .transform(days => (days === '' ? null : Number(days)))

export const RecommendationForm = z.strictObject({
  recommendation: neededText('Say what you recommend, in a sentence or two', 2000),
  reasons: text(10_000),
  releaseDays,
  cost: optionalLine(300),
  /** Of the pieces and schools that stood on the page, those that stay ticked. */
  evidence: several(),
  offered: several(),
  schools: several(),
  version: version().optional(),
  /** What a new one is begun from. */
  claim: optionalLine(60),
  effect: optionalLine(120),
  /** `evidence`: choose evidence next. */
  then: optionalLine(20),
})

export const LeanForm = z.strictObject({ piece: line('Choose a piece of evidence'), back: optionalLine(500) })

export const BackForm = z.strictObject({ back: optionalLine(500) })

/** Beside the schools, how each of them that has no head here gets it (sending/without-head.ts). */
export const SendingForm = z
  .object({ schools: several().refine(schools => schools.length > 0, 'Tick the schools that it should go to') })
  .catchall(z.string())

const answerWords = answers.map(one => one.answer) as [Answer, ...Answer[]]
const adoptionWords = adoptions.map(one => one.adoption) as [Adoption, ...Adoption[]]

export const AnswerForm = z.strictObject({
  answer: choice(answerWords, 'Choose whether your school accepts it, accepts it with changes or declines it'),
  reason: neededText('Give your reason. The group reads it', 5000),
  reviewOn: date('Choose a day to look at this again'),
  mayBePublic: ticked(),
  version: version(),
})

/** What stands on a reply slip: a head may have left the day to look again empty. */
export const SlipForm = z
  .strictObject({
    answer: choice(answerWords, 'Choose what is ticked on the slip'),
    reason: neededText('Copy the reason from the slip. The group reads it', 5000),
    reviewOn: optionalDate(),
    fromPaperOn: date('Enter the day that stands on the slip'),
    alt: optionalLine(300),
    version: version(),
  })
  .refine(given => given.fromPaperOn <= today(), {
    path: ['fromPaperOn'],
    message: 'Enter a day that is not still to come',
  })

export const ConfirmSlipForm = z.strictObject({ mayBePublic: ticked(), version: version() })

export const AdoptionForm = z
  .strictObject({
    adoption: choice(adoptionWords, 'Choose where it stands now'),
    inPlaceOn: optionalDate(),
    whatCanBeSeen: text(5000),
    reviewOn: optionalDate(),
    alt: optionalLine(300),
    version: version(),
  })
  .refine(given => given.adoption !== 'in place' || given.whatCanBeSeen !== '', {
    path: ['whatCanBeSeen'],
    message: 'Say what somebody would see in your school that shows it is in place',
  })
  .refine(given => given.adoption !== 'in place' || given.inPlaceOn !== null, {
    path: ['inPlaceOn'],
    message: 'Enter the day since when it is in place',
  })

export const WithdrawalForm = z.strictObject({ because: neededText('Say why you take it back', 2000) })
