import { z } from 'zod'
import type { Area } from '../files/pictures/covering.js'
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

/** As many parts of a picture as can be covered in one go. */
export const MOST_AREAS = 6

const sides = ['left', 'top', 'width', 'height'] as const
const places = [...Array.from({ length: MOST_AREAS }, (_, at) => `${at + 1}`), 'Crop']

export const CoveringForm = z
  .strictObject({
    version: version(),
    with: choice(['colour', 'squares'], 'Choose what covers it'),
    original: choice(['erase', 'keep'], 'Choose what happens to the picture as it is now'),
    agreed: optionalLine(300),
    ...Object.fromEntries(places.flatMap(place => sides.map(side => [side + place, z.string().optional()]))),
  })
  .superRefine(({ original, agreed }, mistakes) => {
    if (original === 'keep' && agreed === '')
      mistakes.addIssue({
        code: 'custom',
        path: ['agreed'],
        message: 'Say who agreed that it is kept, without naming a pupil',
      })
  })

/** The parts that were typed, in hundredths of the picture; a part of which nothing was typed is none. */
export function areasIn(body: Record<string, unknown>) {
  const areas: Area[] = []
  const mistakes: { field: string; text: string }[] = []
  let crop: Area | undefined
  for (const place of places) {
    const typed = sides.map(side =>
      typeof body[side + place] === 'string' ? (body[side + place] as string).trim() : '',
    )
    if (typed.every(one => one === '')) continue
    const numbers = typed.map(one => (/^\d{1,3}([.,]\d{1,4})?$/.test(one) ? Number(one.replace(',', '.')) : NaN))
    const wrong = numbers.findIndex(one => !(one >= 0 && one <= 100))
    const [left, top, width, height] = numbers as [number, number, number, number]
    if (wrong >= 0) mistakes.push({ field: sides[wrong]! + place, text: 'Enter a number from 0 to 100' })
    else if (width === 0 || height === 0)
      mistakes.push({
        field: (width === 0 ? 'width' : 'height') + place,
        text: 'Make it wider and higher than nothing',
      })
    else if (left >= 100 || top >= 100)
      mistakes.push({ field: 'left' + place, text: 'This part lies outside the picture' })
    else if (place === 'Crop') crop = { left, top, width, height }
    else areas.push({ left, top, width, height })
  }
  return { areas, crop, mistakes }
}

export const WrittenTextForm = z.strictObject({
  words: z
    .string({ error: 'Please answer this' })
    .max(200_000, 'This is longer than 200,000 characters. Please attach it as a file of its own'),
  version: version(),
})

/** Pieces that are ticked, and what is done to them: `<act>:<choice>`. */
export const TogetherForm = z.strictObject({ pieces: several(), do: z.string().max(200).default('') })

export const PupilForm = z.strictObject({ named: choice(['yes', 'no'], 'Say whether a pupil is named') })
