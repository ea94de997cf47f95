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
  webAddress,
} from '../web/fields.js'
import { joinings } from './tables.js'

const span = {
  startsOn: date('Enter the day on which it begins'),
  endsOn: date('Enter the day on which it ends: it can be extended'),
}

const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => endsOn >= startsOn
const endsFirst = { path: ['endsOn'], message: 'It must end after it began' }

export const ProjectForm = z
  .strictObject({
    title: line('Give the project a name', 160),
    whatFor: neededText('Say what it is for', 2000),
    whoFor: optionalLine(300),
    ...span,
    theme: optionalLine(40),
    link: webAddress(),
    contact: optionalLine(40),
  })
  .refine(inOrder, endsFirst)

export const JoiningForm = z.strictObject({ joining: choice(joinings, 'Choose one') })

/** A colleague joins from a school of theirs; a head joins the school. */
export const JoinForm = z.strictObject({
  as: choice(['colleague', 'school'], 'Say who joins'),
  school: optionalLine(40),
})

export const SchoolNotedForm = z.strictObject({
  school: line('Choose the school', 40),
  word: neededText('Say what the school said, so that everybody knows it was asked', 600),
})

export const InvitationForm = z.strictObject({ person: line('Choose whom to invite', 40) })

export const InvitationAnswerForm = z.strictObject({
  answer: choice(['yes', 'no'], 'Say yes or no'),
  word: text(600),
})

export const LeavingForm = z.strictObject({ word: neededText('Leave a word, so that nobody has to guess', 600) })

export const StepForm = z.strictObject({
  onDay: date('Enter the day'),
  words: neededText('Say what happens, or what happened', 2000),
  place: optionalLine(160),
})

export const EndingForm = z.strictObject({
  cameOfIt: neededText('Say in a line or two what came of it, also if little did', 2000),
})

export const ExtensionForm = z.strictObject({ endsOn: date('Enter the new last day') })

export const OutcomeForm = z.strictObject({ words: neededText('Say what came of it in your school', 2000) })

export const TextForm = z.strictObject({
  title: line('Say what the text is, such as “Feedback policy”', 160),
  about: text(600),
  writers: several(),
})

export const WritersForm = z.strictObject({ writers: several() })

export const IssueForm = z
  .strictObject({
    name: line('Give this issue a name, such as “After the heads had read it”', 120),
    agreed: ticked(),
    agreedOn: optionalDate(),
  })
  .refine(given => !given.agreed || given.agreedOn !== null, {
    path: ['agreedOn'],
    message: 'Enter the day on which it was agreed',
  })

export const SaidForm = z.strictObject({
  kind: choice(['comment', 'challenge'], 'Say whether it is a comment or a challenge'),
  words: neededText('Say something', 5000),
})

export const AnswerForm = z.strictObject({ words: neededText('Write an answer', 5000) })

export const TakingHomeForm = z.strictObject({ school: line('Choose the school', 40) })

export const ExplanationForm = z.strictObject({
  changed: neededText('Say what you changed; “nothing yet” is an answer', 2000),
  because: text(2000),
})

export const SharingForm = z.strictObject({ share: choice(['yes', 'no'], 'Choose one') })
