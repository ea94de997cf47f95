import { z } from 'zod'
import { emailAddressIn } from '../words/email-address.js'
import { visible } from '../words/visible.js'
import { today } from './now.js'

/** The kinds of field that forms share, so that the same mistake gets the same sentence everywhere. */

/** One line of words that must be there. Line breaks and control characters become spaces. */
export function line(missing: string, most = 200) {
  return z
    .string({ error: missing })
    .transform(words => visible(words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()))
    .pipe(z.string().min(1, missing).max(most, `Keep this under ${most} characters`))
}

/** One line that may be left empty. */
export function optionalLine(most = 200) {
  return z
    .string()
    .optional()
    .transform(words => visible((words ?? '').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()))
    .pipe(z.string().max(most, `Keep this under ${most} characters`))
}

/** Text in Markdown, at most 50 kB, that may be left empty. @param what begins the sentence when it is too long */
export function text(most = 50_000, what = 'This') {
  return z
    .string()
    .optional()
    .transform(words => (words ?? '').replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(
          most,
          `${what} is longer than ${most.toLocaleString('en-GB')} characters. Please shorten it or attach it as a file`,
        ),
    )
}

export function neededText(missing: string, most = 50_000) {
  return text(most).transform(visible).pipe(z.string().min(1, missing))
}

/** A date as a date field sends it: `2027-03-05`, between 1950 and 2100. */
export function date(missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .pipe(z.iso.date('Enter a date that is in the calendar, such as 5 March 2027'))
    .refine(day => day >= '1950-01-01' && day <= '2100-12-31', 'Enter a date between 1950 and 2100')
}

/** A day that is not over: today, or one to come. */
export function dayToCome(missing: string) {
  return date(missing).refine(day => day >= today(), 'This day is over. Enter one that is still to come')
}

/** A day on which something was: today, or one that is over. */
export function dayGone(missing: string) {
  return date(missing).refine(day => day <= today(), 'This day is still to come. Enter one that has been')
}

export function optionalDate() {
  return z
    .string()
    .trim()
    .optional()
    .transform(day => day || null)
    .pipe(date('').nullable())
}

/**
 * A time of day as people type it: `9.30`, `930` and `9h30` → `09:30`; `4.10`, with no nought before it, is ten past four in the
 * afternoon.
 */
export function timeOfDay(missing: string) {
  return z.string({ error: missing }).transform(asClock).pipe(z.string().regex(clock, missing))
}

/** A time of day that may be left empty. */
export function optionalTimeOfDay(missing: string) {
  return z
    .string()
    .optional()
    .transform(words => asClock(words ?? ''))
    .pipe(z.string().refine(words => words === '' || isTimeOfDay(words), missing))
}

/** The same, not looked at yet: for a form that says what is wrong of it beside what else is. */
export function typedTime() {
  return z
    .string()
    .optional()
    .transform(words => asClock(words ?? ''))
}

export function isTimeOfDay(words: string): boolean {
  return clock.test(words)
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/

function asClock(words: string): string {
  const [, hour, minutes = '00', half] =
    /^(\d{1,2})(?:\s?[:.h]?\s?(\d{2})|\s?h)?\s*(?:([ap])\.?m\.?)?$/i.exec(words.trim()) ?? []
  if (hour === undefined) return words.trim()
  // Schools meet at ten past four, and nobody at ten past four in the morning.
  const isAfternoon = half ? half.toLowerCase() === 'p' && hour !== '12' : /^[1-6]$/.test(hour)
  return `${String(Number(hour) + (isAfternoon ? 12 : 0)).padStart(2, '0')}:${minutes}`
}

export function email(missing = 'Enter an email address') {
  return z
    .string({ error: missing })
    .transform(emailAddressIn)
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(254, 'That email address is too long')
        .pipe(z.email('Enter an email address like name@school.example')),
    )
}

/** An address of the web that may be left empty; one typed without its beginning, such as `www.school.example`, gets it. */
export function webAddress(wrong = 'Enter a web address such as www.school.example/page, or leave this empty') {
  return optionalLine(500)
    .transform(withBeginning)
    .refine(words => words === '' || isWebAddress(words), wrong)
}

/** The same where it may also be a page here, such as `/published`. */
export function addressHereOrOnTheWeb() {
  const isHere = (words: string) => /^\/(?!\/)[^\s\\]*$/.test(words)
  return optionalLine(500)
    .transform(words => (isHere(words) ? words : withBeginning(words)))
    .refine(
      words => words === '' || isHere(words) || isWebAddress(words),
      'Enter a web address such as www.school.example/page, or one that begins with / for a page here',
    )
}

/** What looks like a name of a site is one; `javascript:` and the like stay as they are, and are refused. */
function withBeginning(words: string): string {
  return /^(?![a-z][a-z0-9+-]*:(?!\d))[^\s/.@]+(\.[^\s/.@]+)+(:\d+)?([/?#]\S*)?$/i.test(words)
    ? `https://${words}`
    : words
}

function isWebAddress(words: string): boolean {
  return /^https?:\/\/[^\s/]+\.?\S*$/i.test(words) && URL.canParse(words)
}

/** One of a list of choices. */
export function choice<const Choices extends readonly [string, ...string[]]>(choices: Choices, missing: string) {
  return z.enum(choices, { error: missing })
}

/** Ticked boxes: none, one (a string) or several (an array) become an array. */
export function several() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform(ticked => (ticked === undefined ? [] : [ticked].flat().filter(value => value !== '')))
}

export function ticked() {
  return z
    .string()
    .optional()
    .transform(value => value !== undefined && value !== '')
}

/** A version number that a hidden field carries. */
export function version() {
  return z.coerce.number().int().min(0)
}
