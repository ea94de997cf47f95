import { z } from 'zod'
import { choice, date, line, neededText, optionalLine, optionalTimeOfDay, several, text } from '../web/fields.js'
import { today } from '../web/now.js'

const dayUntilToday = (missing: string) =>
  date(missing).refine(day => day <= today(), 'This day is still to come. Enter the day on which it was')

/** A pupil or an adult asks what is kept about them, or that it is erased. */
export const AskForm = z
  .strictObject({
    kind: choice(['access', 'erasure'], 'Say what they ask for'),
    school: line('Choose the school that answers for the data', 60),
    about: choice(['pupil', 'adult'], 'Say whom it is about'),
    names: text(500),
    codes: text(300),
    person: optionalLine(60),
    askedBy: line('Say who asks', 200),
    contact: optionalLine(300),
    words: neededText('Say in a sentence what they ask for', 3000),
    receivedOn: dayUntilToday('Enter the day on which it reached you'),
  })
  .refine(asked => asked.about === 'adult' || asked.names !== '' || asked.codes !== '', {
    path: ['names'],
    message: 'Write the name, or the code of the pupil below',
  })
  .refine(asked => asked.about === 'pupil' || asked.person !== '', { path: ['person'], message: 'Choose who it is' })

export const BreachForm = z.strictObject({
  school: optionalLine(60),
  words: neededText('Say what happened, without naming a pupil', 5000),
  awareOn: dayUntilToday('Enter the day on which somebody became aware of it'),
  awareAt: optionalTimeOfDay('Enter a time such as 9:30'),
})

/** Anybody complains, with or without an account. */
export const ComplaintForm = z.strictObject({
  school: optionalLine(60),
  askedBy: line('Tell us your name', 200),
  contact: line('Tell us how we can reach you: an email address, a telephone number or a postal address', 300),
  words: neededText('Tell us what your complaint is about', 5000),
  // A box that nobody sees: whatever fills it in is no person.
  website: optionalLine(200),
})

export const IdentityForm = z.strictObject({
  identity: neededText('Say how you know that they are who they say they are', 500),
})
export const ExtensionForm = z.strictObject({
  because: neededText('Say why it takes longer. Whoever asks is to be told this within the first month', 1000),
})
export const LookByForm = z.strictObject({ names: text(500), masks: text(2000) })
export const NoteForm = z.strictObject({ noted: neededText('Write down what happened or was said', 3000) })
export const ClosingForm = z.strictObject({ outcome: neededText('Say how it ended, in a sentence or two', 3000) })
export const BreachFactsForm = z.strictObject({
  words: neededText('Say what happened', 5000),
  whose: text(2000),
  risk: text(2000),
  office: optionalLine(10),
  officeBecause: text(1000),
  people: optionalLine(10),
  peopleBecause: text(1000),
})

export const ErasureForm = z.strictObject({ understood: several() })
