import { z } from 'zod'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import { choice, date, line, optionalLine, version } from '../../web/fields.js'
import { daysAfter, today } from '../../web/now.js'
import { addMistake, formOf, type FormState, read, type Reading } from '../../web/read.js'
import { budgetsToClaimOn } from '../funds/budgets.js'
import { days, money, penceOf } from '../money.js'
import { claimKinds, covers, type ExpenseKind } from '../tables.js'
import type { ClaimWords } from './claiming.js'
import { forWhatAt } from './for-what.js'
import { ratesOf, worth } from './rates.js'

const near = () =>
  date('Enter the day').refine(
    day => day >= daysAfter(today(), -366) && day <= daysAfter(today(), 366),
    'Choose a day within a year of today',
  )
const shared = {
  kind: choice(claimKinds, 'Choose what you claim'),
  onDay: near(),
  school: optionalLine(40),
  forWhat: line('Say what it was for, in a line', 200),
  forHref: optionalLine(400),
  /** Something that the list does not have, by its address. */
  elsewhere: optionalLine(400),
  budget: optionalLine(40),
  version: version().optional(),
}

const hours = z
  .string({ error: 'Enter the hours' })
  .trim()
  .min(1, { error: 'Enter the hours', abort: true })
  .transform((typed, context) => {
    const found = /^(\d{0,2})(?:[.,](\d{1,2})|(½)|:([0-5]\d))?$/.exec(typed.replace(/\s*h(ours?)?$/i, ''))
    const part = !found
      ? 0
      : found[3]
        ? 30
        : found[4]
          ? Number(found[4])
          : Math.round(Number(`0.${found[2] ?? 0}`) * 60)
    const minutes = found ? Number(found[1] || 0) * 60 + part : 0
    if (minutes >= 15 && minutes <= 12 * 60) return minutes
    context.addIssue({ code: 'custom', message: 'Enter hours between a quarter and 12, such as 1.5' })
    return z.NEVER
  })

const miles = z
  .string()
  .trim()
  .optional()
  .transform((typed, context) => {
    if (!typed) return null
    const found = /^(\d{1,4})(?:\.(\d))?\d*$/.exec(typed.replace(/,/g, '').replace(/\s*miles?$/i, ''))
    const tenths = found ? Number(found[1]) * 10 + Number(found[2] ?? 0) : 0
    if (tenths > 0 && tenths <= 10_000) return tenths
    context.addIssue({ code: 'custom', message: 'Enter miles between 0.1 and 1,000, such as 34 or 12.5' })
    return z.NEVER
  })

const forms = {
  release: z.strictObject({
    ...shared,
    halfDays: days('Enter how many days, in halves', { most: 20 }),
    cover: choice(covers, 'Say whether cover is arranged'),
  }),
  twilight: z.strictObject({ ...shared, hours }),
  travel: z
    .strictObject({ ...shared, miles, fare: optionalLine(40) })
    .refine(given => given.miles !== null || given.fare !== '', {
      path: ['miles'],
      message: 'Enter the miles, or the fare',
    })
    .refine(given => given.miles === null || given.fare === '', {
      path: ['fare'],
      message: 'Enter the miles or the fare, not both. Make a claim for each',
    }),
  materials: z.strictObject({ ...shared, sum: money('Enter what it cost') }),
} satisfies Record<ExpenseKind, z.ZodType>

const Fare = z.strictObject({ fare: money('Enter the fare') })

export function kindOf(typed: unknown): ExpenseKind | undefined {
  return claimKinds.find(one => one === typed)
}

/** Reads a claim of one of the four kinds, and works out what it comes to by the network’s rates of today. */
export async function readClaim(
  db: Db,
  person: Reader,
  network: Network,
  kind: ExpenseKind,
  body: unknown,
): Promise<Reading<ClaimWords>> {
  const sent = { ...(body as Record<string, unknown> | undefined), kind }
  const reading = read(forms[kind] as z.ZodType<z.output<(typeof forms)[ExpenseKind]>>, sent)
  if (!reading.ok) return reading
  const form = formOf(body)
  const given: Partial<z.output<typeof forms.release>> &
    Partial<z.output<typeof forms.twilight>> &
    Partial<z.output<typeof forms.travel>> &
    Partial<z.output<typeof forms.materials>> = reading.values
  if (given.fare) mistakesOf(form, read(Fare, { fare: given.fare }))

  const schools = person.schoolsIn(network.id)
  const schoolId = schools.length === 1 ? schools[0] : schools.find(one => one === given.school)
  if (!schoolId) addMistake(form, 'school', 'Choose your school')
  const budgetId = given.budget
    ? (await budgetsToClaimOn(db, person, network)).find(one => one.id === given.budget)?.id
    : null
  if (budgetId === undefined)
    addMistake(form, 'budget', 'Choose a budget from the list, or leave it to the network leaders')
  const forWhat = await forWhatAt(db, person, network.id, given.elsewhere || (given.forHref ?? ''))
  if (kind === 'release' && given.onDay && isAtTheWeekend(given.onDay))
    addMistake(
      form,
      'onDay',
      'This is a day at the weekend, on which nobody has to be released. Choose the day in school',
    )
  if (!forWhat)
    addMistake(
      form,
      given.elsewhere ? 'elsewhere' : 'forHref',
      'Paste the address of a page of this network, such as an action or a meeting, or leave it empty',
    )
  if (form.summary.length > 0) return { ok: false, form }

  const counted = {
    kind,
    halfDays: given.halfDays ?? null,
    minutes: given.hours ?? null,
    tenthsOfMiles: given.miles ?? null,
  }
  const typed = given.sum ?? (given.fare ? penceOf(given.fare)! : 0)
  const pence = worth(counted, await ratesOf(db, network.id), typed)
  return {
    ok: true,
    values: {
      ...counted,
      ...{ schoolId: schoolId!, budgetId: budgetId!, pence, onDay: given.onDay!, forWhat: given.forWhat! },
      ...forWhat!,
      cover: given.cover ?? null,
    },
  }
}

function isAtTheWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())
}

function mistakesOf(form: FormState, reading: Reading<unknown>): void {
  if (reading.ok) return
  for (const { field, text } of reading.form.summary) addMistake(form, field, text)
}
