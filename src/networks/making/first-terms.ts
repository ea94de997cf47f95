import { addMistake, type FormState } from '../../web/read.js'
import type { NewNetworkForm } from '../forms.js'
import type { TermDates } from '../terms/terms.js'

/** The three terms with which a new network begins, as they were typed. */
export function termsIn(values: ReturnType<typeof NewNetworkForm.parse>): TermDates[] {
  const { term1, starts1, ends1, term2, starts2, ends2, term3, starts3, ends3 } = values
  return [
    { name: term1, startsOn: starts1, endsOn: ends1 },
    { name: term2, startsOn: starts2, endsOn: ends2 },
    { name: term3, startsOn: starts3, endsOn: ends3 },
  ]
}

/** Terms as the fields of the form. */
export function fieldsOfTerms(terms: TermDates[]): Record<string, string> {
  return Object.fromEntries(
    terms.flatMap(({ name, startsOn, endsOn }, place) => [
      [`term${place + 1}`, name],
      [`starts${place + 1}`, startsOn],
      [`ends${place + 1}`, endsOn],
    ]),
  )
}

/** Each term ends after it began, and begins after the one before it ended. @returns the form, with what is mistaken */
export function mistakenTerms(terms: TermDates[], form: FormState): FormState {
  for (const [place, term] of terms.entries()) {
    const before = terms[place - 1]
    if (term.endsOn <= term.startsOn)
      addMistake(form, `ends${place + 1}`, `The last day of ${term.name} must come after its first`)
    if (before && term.startsOn <= before.endsOn)
      addMistake(form, `starts${place + 1}`, `${term.name} must begin after ${before.name} has ended`)
  }
  return form
}
