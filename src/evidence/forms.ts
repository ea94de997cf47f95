import { z } from 'zod'
import { areaFields } from '../files/pictures/typed-areas.js'
import { stageKeys } from '../stages.js'
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
import { audiences, consentAudienceKeys, inThePictureKeys } from '../reach/audiences.js'
import { kindKeys } from './kinds.js'
import { speakerKeys } from './speakers.js'

const gatheredOn = () =>
  date('Say on which day you gathered it').refine(
    day => day <= today(),
    'This day is still to come. Enter the day you gathered it',
  )

const aboutAPiece = {
  title: optionalLine(120),
  whatWeSaw: text(),
  stage: choice(stageKeys, 'Choose the stage it belongs to'),
  gatheredOn: gatheredOn(),
  schools: several(),
  speaker: z.enum(speakerKeys, { error: 'Choose who speaks in it' }).default(''),
  elsewhere: optionalLine(120),
}

export const LoggingForm = z.strictObject({
  ...aboutAPiece,
  kind: z.enum(['', ...kindKeys], { error: 'Choose what kind of evidence it is' }),
  audience: choice(['author', 'group'], 'Choose who may see it for now'),
  capture: z
    .string()
    .regex(/^[\w-]{8,80}$/, 'This form has lost its own name. Please open the page again')
    .optional()
    .transform(capture => capture ?? null),
  /** Said at once by whoever was there: then nobody has to be asked later. */
  nobody: ticked(),
  /** Goes on to an empty form, for the next piece. */
  another: ticked(),
  /** Only the box on Your day asks for the group; elsewhere the address says it. */
  group: z.string().optional(),
})

export type LoggingValues = z.output<typeof LoggingForm>

export const RevisingForm = z.strictObject({
  ...aboutAPiece,
  kind: choice(kindKeys, 'Choose what kind of evidence it is'),
  version: version(),
})

export const SharingForm = z.strictObject({
  audience: choice(audiences, 'Choose who may see it'),
  outside: ticked(),
  /** Said here when nobody had been asked: then consent is recorded in the same step. */
  nobody: ticked(),
})

export const ConsentForm = z
  .strictObject({
    who: choice(inThePictureKeys, 'Say who can be seen, heard or recognised'),
    audience: z.enum(['unasked', ...consentAudienceKeys]).optional(),
    /** Whom it is about, where several people are seen. */
    subject: optionalLine(120),
    endsOn: optionalDate(),
    template: text(2000),
    keepWording: ticked(),
    givenBy: optionalLine(200),
    givenOn: optionalDate(),
    wording: text(2000),
  })
  .superRefine((given, mistakes) => {
    if (given.who === 'no one') return
    const needed = (path: string, message: string) => mistakes.addIssue({ code: 'custom', path: [path], message })
    if (!given.audience) needed('audience', 'Choose how far they agreed to be seen')
    if (given.givenBy === '' && given.audience !== 'unasked')
      needed('givenBy', 'Say who agreed, without naming a pupil')
    if (given.givenOn !== null && given.givenOn > today()) needed('givenOn', 'This day is still to come')
  })

export const ReasonForm = z.strictObject({ reason: neededText('Say why, in a sentence', 500) })

export const DescriptionForm = z.strictObject({ alt: line('Say what the picture shows', 500) })

export const VersionForm = z.strictObject({ version: version() })

export const CoveringForm = z
  .strictObject({
    version: version(),
    with: choice(['colour', 'squares'], 'Choose what covers it'),
    original: choice(['erase', 'keep'], 'Choose what happens to the picture as it is now'),
    agreed: optionalLine(300),
    ...areaFields,
  })
  .superRefine(({ original, agreed }, mistakes) => {
    if (original === 'keep' && agreed === '')
      mistakes.addIssue({
        code: 'custom',
        path: ['agreed'],
        message: 'Say who agreed that it is kept, without naming a pupil',
      })
  })

export const WrittenTextForm = z.strictObject({
  words: z
    .string({ error: 'Please answer this' })
    .max(200_000, 'This is longer than 200,000 characters. Please attach it as a file of its own'),
  version: version(),
})

/** Pieces that are ticked, and what is done to them: `<act>:<choice>`. */
export const TogetherForm = z.strictObject({ pieces: several(), do: z.string().max(200).default('') })

export const PupilForm = z.strictObject({ named: choice(['yes', 'no'], 'Say whether a pupil is named') })
