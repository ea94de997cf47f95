import { z } from 'zod'
import { dayGone, line, neededText, optionalDate, optionalLine, several, text, version } from '../web/fields.js'

const words = {
  action: line('Say what you will try, in one line', 200),
  expectedEffect: neededText('Say what you expect it to change, and for whom', 2000),
  steps: text(5000),
  who: optionalLine(400),
  startsOn: optionalDate(),
  endsOn: optionalDate(),
  schools: several(),
}

const daysInOrder = { path: ['endsOn'], message: 'The last day comes before the first. Look at both again' }

function endsAfterStart({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): boolean {
  return startsOn === null || endsOn === null || startsOn <= endsOn
}

export const ActionForm = z.strictObject(words).refine(endsAfterStart, daysInOrder)

/** `stood`: the schools that were on it when the form was opened; of these, unticked ones are taken off. */
export const RevisedActionForm = z
  .strictObject({ ...words, stood: several(), version: version() })
  .refine(endsAfterStart, daysInOrder)

export const SchoolForm = z.strictObject({ adaptation: text(10_000), whatHappened: text(10_000), version: version() })

/**
 * The same for each of these schools, on one page. A school that somebody added while the page was open is not on the form:
 * nothing is said of it.
 */
export function everySchoolForm(schools: { schoolId: string; name: string }[]) {
  return z.strictObject({
    ...Object.fromEntries(
      schools.flatMap(({ schoolId: id, name }) => [
        [`adaptation-${id}`, text(10_000, `How ${name} made it its own`)],
        [`whatHappened-${id}`, text(10_000, `What happened at ${name}`)],
      ]),
    ),
    ...Object.fromEntries(schools.map(one => [`version-${one.schoolId}`, version().default(0)])),
    ...Object.fromEntries(schools.map(one => [`was-${one.schoolId}`, z.string().max(100).default('')])),
  })
}

function figures(missing: string, pattern: RegExp, wrong: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .regex(pattern, wrong)
    .transform(typed => Number(typed.replace(/,/g, '')))
}

export const MeasureForm = z.strictObject({
  school: line('Choose the school', 60),
  measure: line('Say what was measured', 120),
  measuredOn: dayGone('Say on which day it was measured'),
  value: figures(
    'Enter the number that was measured',
    /^-?(\d{1,3}(,\d{3})*|\d{1,9})(\.\d{1,4})?$/,
    'Enter a number in figures, such as 12.5',
  ),
  pupils: z
    .string()
    .trim()
    .regex(/^([1-9]\d{0,4})?$/, 'Enter how many pupils in figures, such as 24, or leave it empty')
    .optional()
    .transform(typed => (typed ? Number(typed) : null)),
})

export const LinkForm = z.strictObject({
  piece: line('Choose a piece of evidence', 40),
  back: z.string().max(2000).optional(),
})

export const ActionOfPieceForm = z.strictObject({ action: line('Choose an action', 40) })

export const BackForm = z.strictObject({ back: z.string().max(2000).optional() })
