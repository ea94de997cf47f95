import type { House } from '../../house.js'
import { hasPasskeys } from '../passkeys/where-they-work.js'
import { addMistake, type FormState, formOf } from '../../web/read.js'
import { nothingTyped } from './forms.js'
import { type SecondStep, secondStepOf } from './second-step.js'

/** What a page offers as the step as it is now. */
export interface StepNow {
  app: boolean
  /** Where its script asks what a passkey is to answer; null where there is none, or it does not work at this address. */
  question: string | null
}

const withoutApp = 'Use your passkey, or enter a recovery code'

/** @param question the address where the page’s script asks */
export async function stepNowOf(
  { db, baseUrl }: Pick<House, 'db' | 'baseUrl'>,
  personId: string,
  question: string,
): Promise<StepNow> {
  return stepNow(await secondStepOf(db, personId), baseUrl, question)
}

export function stepNow(has: SecondStep | null, baseUrl: string, question: string): StepNow {
  const passkeys = (has?.passkeys.length ?? 0) > 0 && hasPasskeys(baseUrl)
  return { app: has === null || has.app !== null, question: passkeys ? question : null }
}

/** A mistake stands beside a field that is on the page: whoever has no app has no box for its code. Nothing typed is shown again. */
export function onThisPage({ summary }: FormState, { app }: StepNow): FormState {
  const form = formOf()
  for (const { field, text } of summary) {
    const sentence = text === nothingTyped ? (app ? 'Enter the six digits that the app shows now' : withoutApp) : text
    addMistake(form, field === 'code' && !app ? 'recovery' : field, sentence)
  }
  return form
}
