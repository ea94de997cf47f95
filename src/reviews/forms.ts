import { z } from 'zod'
import {
  choice,
  date,
  dayToCome,
  email,
  line,
  neededText,
  optionalDate,
  optionalLine,
  several,
  text,
  ticked,
} from '../web/fields.js'

export const BeginForm = z.strictObject({
  instrument: line('Choose what you look at yourselves with', 60),
  title: line('Give the review a name, such as “How we lead together, autumn 2026”', 120),
  why: text(1000),
  company: line('Say in a few words who is asked, such as “the heads and co-leaders”', 160),
  roles: several(),
  schools: several(),
  companies: several(),
  theme: optionalLine(40),
  answerBy: dayToCome('Choose the last day for answers'),
  follows: optionalLine(40),
  again: ticked(),
})

export const AskForm = z.strictObject({ roles: several(), schools: several(), companies: several() })

export const AskOneForm = z.strictObject({ person: line('Choose somebody', 60) })

export const AskOutsiderForm = z.strictObject({
  email: email(),
  name: optionalLine(120),
  stands: choice(['peer', 'facilitator'], 'Say how they stand towards you'),
})

export const LastDayForm = z.strictObject({ answerBy: dayToCome('Choose the last day for answers') })

/** A meeting that is planned already, or a day of their own. */
export const TalkForm = z.strictObject({
  meeting: optionalLine(40),
  talkOn: optionalDate(),
  talkWhere: optionalLine(160),
})

export const ChooseForm = z.strictObject({
  what: line('Say in a sentence what you want to work on', 240),
  item: optionalLine(60),
})

export const ProjectOfPointForm = z.strictObject({ name: line('Give the project a name', 160) })

export const TakeOnForm = z.strictObject({
  doing: line('Say what is done', 240),
  owner: line('Choose one person who looks after it', 60),
  dueOn: date('Choose a day'),
})

export const EndForm = z.strictObject({ cameOfIt: neededText('Say what came of it, in a sentence or two', 1000) })

export const QuestionForm = z.strictObject({ question: optionalLine(240) })

export const TellForm = z.strictObject({ items: several() })

const step = (missing: string) =>
  z
    .string()
    .regex(/^(?:\d|10)$/, missing)
    .transform(Number)

export const PrivatePlaceForm = z.strictObject({
  called: line('Say which network it is', 80),
  across: step('Choose how firmly it is set up'),
  up: step('Choose how alive it is'),
})
