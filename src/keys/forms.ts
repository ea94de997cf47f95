import { z } from 'zod'
import { weaknessOf } from '../people/passwords/weak-passwords.js'
import { line, neededText, optionalLine, text } from '../web/fields.js'

const passphrase = () =>
  z
    .string({ error: 'Choose a passphrase for the key' })
    .min(12, 'Use at least 12 characters: four words that have nothing to do with each other are good')
    .max(200, 'Keep it under 200 characters')
    .refine(
      async words => (await weaknessOf(words)) === undefined,
      'This is among those that are guessed first. Choose another',
    )

export const PassphraseForm = z.strictObject({ passphrase: passphrase() })

export const OpeningForm = z.strictObject({
  because: neededText('Say what you need it for. The owner and the data lead read this', 300),
  passphrase: z.string({ error: 'Enter the passphrase' }).min(1, 'Enter the passphrase').max(1000, 'That is too long'),
})

export const TakingOverForm = z.strictObject({
  current: z.string().max(1000, 'That is too long').optional(),
  passphrase: passphrase(),
})

export const TakeoverForm = z.strictObject({
  because: neededText('Say why the key has to be taken over. Whoever agrees reads this', 300),
})

export const HandoverForm = z.strictObject({ to: z.string().max(60).optional() })

export const PupilForm = z.strictObject({
  name: line('Type the pupil’s name', 120),
  also: text(500),
  year: optionalLine(40),
  notes: text(1000),
})
