import { addMistake, type FormState } from '../../web/read.js'
import type { NewNetworkForm } from '../forms.js'
import type { BreakDates } from '../terms/breaks.js'
import type { TermDates } from '../terms/terms.js'

type Values = ReturnType<typeof NewNetworkForm.parse>

/** The three terms with which a new network begins, each with its half term, as they were typed. */
export function termsIn(values: Values): TermDates[] {
  const { term1, starts1, ends1, term2, starts2, ends2, term3, starts3, ends3 } = values
  return [
    { name: term1, startsOn: starts1, endsOn: ends1, breaks: halfTerm(values.halfFrom1, values.halfUntil1) },
    { name: term2, startsOn: starts2, endsOn: ends2, breaks: halfTerm(values.halfFrom2, values.halfUntil2) },
    { name: term3, startsOn: starts3, endsOn: ends3, breaks: halfTerm(values.halfFrom3, values.halfUntil3) },
  ]
}

/** Of which only one day was typed, it lasts that day. */
function halfTerm(from: string | null, until: string | null): BreakDates[] {
  const [startsOn, endsOn] = [from ?? until, until ?? from]
  return startsOn && endsOn ? [{ name: 'Half term', startsOn, endsOn }] : []
}

/** Terms as the fields of the form. */
export function fieldsOfTerms(terms: TermDates[]): Record<string, string> {
  return Object.fromEntries(
    terms.flatMap(({ name, startsOn, endsOn, breaks: [half] }, place) => [
      [`term${place + 1}`, name],
      [`starts${place + 1}`, startsOn],
      [`ends${place + 1}`, endsOn],
      [`halfFrom${place + 1}`, half?.startsOn ?? ''],
      [`halfUntil${place + 1}`, half?.endsOn ?? ''],
    ]),
  )
}

/** Each term ends after it began, holds its half term, and begins after the one before it ended. @returns the form, with what is mistaken */
export function mistakenTerms(terms: TermDates[], form: FormState): FormState {
  for (const [place, term] of terms.entries()) {
    const before = terms[place - 1]
    const [half] = term.breaks
    if (term.endsOn <= term.startsOn)
      addMistake(form, `ends${place + 1}`, `The last day of ${term.name} must come after its first`)
    if (before && term.startsOn <= before.endsOn)
      addMistake(form, `starts${place + 1}`, `${term.name} must begin after ${before.name} has ended`)
    if (half && half.endsOn < half.startsOn)
      addMistake(form, `halfUntil${place + 1}`, `The half term of ${term.name} ends before it begins`)
    else if (half && (half.startsOn < term.startsOn || half.endsOn > term.endsOn))
      addMistake(form, `halfFrom${place + 1}`, `The half term of ${term.name} lies outside it`)
  }
  return form
}
