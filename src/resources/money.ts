import { z } from 'zod'

/** The most that one box takes: ten million pounds. Ten thousand such sums still add up exactly. */
const mostPence = 1_000_000_000

/**
 * A sum as people type it, in whole pence: `£1,240.50` → 124050, `1240.5` → 124050, `50p` → 50. Nothing where it cannot be
 * read for certain, such as `1,24` or `12.345`. No fraction is ever worked with.
 */
export function penceOf(typed: string): number | undefined {
  const words = typed.replace(/[\s\u00a0\u202f]+/g, '')
  const pennies = /^(\d{1,6})p$/i.exec(words)
  if (pennies) return Number(pennies[1])
  const pounds = /^£?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/.exec(words)
  if (!pounds) return undefined
  const [, whole = '', part = ''] = pounds
  return Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'))
}

/** 124050 → `£1,240.50`; −500 → `−£5.00` */
export function pounds(pence: number): string {
  const size = Math.abs(pence)
  const whole = Math.floor(size / 100).toLocaleString('en-GB')
  return `${pence < 0 ? '−' : ''}£${whole}.${String(size % 100).padStart(2, '0')}`
}

/** As it stands in a box that is to be changed: 124050 → `1240.50` */
export function typedPounds(pence: number): string {
  return `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`
}

/** As a number for a spreadsheet, which has two places after the point. */
export function poundsAsNumber(pence: number): number {
  return Number(`${pence < 0 ? '-' : ''}${typedPounds(Math.abs(pence))}`)
}

export function totalOf(sums: number[]): number {
  return sums.reduce((total, one) => total + one, 0)
}

/** A sum that must be there, and is more than nothing. */
export function money(missing: string) {
  return sum(missing).refine(pence => pence > 0, { error: 'Enter a sum above £0.00', abort: true })
}

/** A sum that must be there; it may be £0.00. */
export function moneyOrNone(missing: string) {
  return sum(missing)
}

function sum(missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing, abort: true })
    .transform((typed, context) => {
      const pence = penceOf(typed)
      if (pence === undefined) {
        const below = /^[-−–]/.test(typed)
        context.addIssue({
          code: 'custom',
          message: below ? 'Enter a sum above £0.00' : 'Enter a sum in pounds, such as £1,240.50',
        })
        return z.NEVER
      }
      if (pence > mostPence) {
        context.addIssue({ code: 'custom', message: 'Enter a sum below £10,000,000' })
        return z.NEVER
      }
      return pence
    })
}

/** 5 → `2½ days`, 1 → `half a day`, 2 → `1 day` */
export function daysOf(halfDays: number): string {
  if (halfDays === 1) return 'half a day'
  const whole = Math.floor(halfDays / 2)
  return `${whole.toLocaleString('en-GB')}${halfDays % 2 ? '½' : ''} ${halfDays === 2 ? 'day' : 'days'}`
}

/** Typed days of half a day at least, also as they are said: `2.5`, `2½`, `2 1/2`, `0.5`, `half a day`, `a day and a half`. */
export function halfDaysOf(typed: string): number | undefined {
  const said = typed
    .trim()
    .toLowerCase()
    .replace(/(^|\s)1\/2/, '½')
  const words = /^(?:a|one) day and a half$/.test(said)
    ? '1½'
    : said.replace(/^(?:a )?half(?:[ -](?:a )?day)?$/, '½').replace(/^an? day$/, '1')
  const found = /^(\d{0,3})\s?(½|[.,]5|[.,]0)?$/.exec(words.replace(/\s*days?$/, ''))
  if (!found || (!found[1] && !found[2])) return undefined
  return Number(found[1] || 0) * 2 + (found[2] && !found[2].endsWith('0') ? 1 : 0)
}

export function days(missing: string, { least = 1, most = 400 } = {}) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing, abort: true })
    .transform((typed, context) => {
      const halfDays = halfDaysOf(typed)
      if (halfDays !== undefined && halfDays >= least && halfDays <= most) return halfDays
      const message =
        halfDays === undefined || halfDays < least
          ? 'Enter days in halves, such as 0.5 or 2'
          : `Enter ${daysOf(most)} at most`
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

/** As it stands in a box: 5 → `2.5` */
export function typedDays(halfDays: number): string {
  return `${Math.floor(halfDays / 2)}${halfDays % 2 ? '.5' : ''}`
}
