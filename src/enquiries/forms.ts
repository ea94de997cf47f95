import { z } from 'zod'
import { stageKeys } from '../stages.js'
import { choice, email, line, neededText, optionalLine, several, text } from '../web/fields.js'
import { today } from '../web/now.js'
import { decisions, judgements, leverageTests } from './stages/stage-fields.js'

export const CardForm = z.strictObject({ school: line('Choose a school') })

export const CardFactsForm = z.strictObject({
  phase: line('Say which phase the school is', 40),
  roll: z
    .string()
    .optional()
    .transform(words => (words ?? '').trim())
    .pipe(
      z
        .string()
        .regex(/^(\d{1,5})?$/, 'Enter the number of children on roll in figures, such as 110')
        .transform(figures => (figures === '' ? null : Number(figures))),
    ),
})

export const ExpertiseForm = z.strictObject({
  who: line('Say who knows how to do this', 120),
  school: optionalLine(),
  knowsHowTo: line('Say what they know how to do', 300),
  howWeKnow: optionalLine(300),
})

export const SuccessSignForm = z.strictObject({
  sign: line('Say what would count as success', 300),
  howWeWouldKnow: optionalLine(300),
})

const judgement = z.union([z.literal(''), z.enum(judgements)]).optional()

/** All four tests on one form; a test may wait, but a judgement needs its reason. */
export const LeverageForm = z
  .strictObject({
    seen: optionalLine(),
    pupils: judgement,
    power: judgement,
    shared: judgement,
    evidence: judgement,
    pupilsBecause: optionalLine(400),
    powerBecause: optionalLine(400),
    sharedBecause: optionalLine(400),
    evidenceBecause: optionalLine(400),
  })
  .superRefine((values, context) => {
    for (const { test, name } of leverageTests) {
      const because = values[`${test}Because`]
      if (values[test] && !because)
        context.addIssue({ code: 'custom', path: [`${test}Because`], message: `Say why, for “${name}”` })
      if (because && !values[test])
        context.addIssue({ code: 'custom', path: [test], message: `Choose yes, partly or no for “${name}”` })
    }
  })

export const QuestionForm = z.strictObject({
  question: line('Ask the question', 400),
  because: line('Say in a sentence why the question changes', 600),
})

export const MoveForm = z.strictObject({
  to: z.enum(stageKeys, { error: 'Choose a stage' }),
  sentence: line('Say it in one sentence', 600),
})

export const FinishForm = z.strictObject({
  decision: choice(
    decisions.map(one => one.decision) as ['begin another cycle', 'hand over', 'close'],
    'Choose what you decided',
  ),
  because: line('Say in a sentence why you decided so', 600),
})

export const NextCycleForm = z.strictObject({
  question: line('Ask the question of the next cycle', 400),
  takes: several(),
})

/** The two fields of shared/_thread. */
export const CommentForm = z.strictObject({
  words: neededText('Write what you want to say', 5000),
  kind: z.enum(['comment', 'challenge'], { error: 'Choose whether it is a comment or a challenge' }),
})

export const AnswerForm = z.strictObject({ words: neededText('Write your answer', 5000) })

export const ProposalForm = z.strictObject({
  question: line('Ask your question', 400),
  name: line('Give the group a short name', 80),
  why: text(5000),
  theme: optionalLine(),
  school: line('Choose the school you take part from'),
})

export const VolunteerForm = z.strictObject({ school: line('Choose the school you take part from') })

export const FacilitatorForm = z.strictObject({
  name: line('Enter their name', 100),
  email: email(),
  until: z.iso
    .date('Choose the last day on which they can see the group')
    .refine(day => day >= today(), 'Choose a day that has not passed yet')
    .refine(day => day <= '2100-12-31', 'Enter a date before 2100'),
})
