import type { Request, Response } from 'express'
import type { House } from '../../house.js'
import { addMistake, type FormState, formOf } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import type { SecondStepChangingPage } from '../pages.js'
import { whatIsAsked, whyNotReallyThem } from '../signing-in/really-them.js'
import { askForSecondStep } from './asking.js'
import type { StepTyped } from './forms.js'
import { onThisPage, stepNowOf } from './step-now.js'

export const questionOfAccount = '/account/second-step/passkeys/question'

/** Asks whoever changes how they sign in for their password, and for their second step as it is now. */
export function asWellAsStep(house: House) {
  /** The password first, as at the door, so that nobody tries codes without it. @returns what is wrong, the status being set */
  async function asked(
    req: Request,
    res: Response,
    { password, ...typed }: { password: string } & StepTyped,
  ): Promise<FormState | null> {
    const asking = await whatIsAsked(house.db, res)
    const mistake = await whyNotReallyThem(house.db, req, res, password, asking)
    if (mistake) return addMistake(formOf(), asking.password ? 'password' : '', mistake)
    const step = await askForSecondStep(house, req, signedIn(res).id, typed)
    if (step.ok) return null
    if (step.wait > 0) res.status(429).set('Retry-After', String(step.wait))
    else res.status(422)
    return addMistake(formOf(), step.field, step.mistake)
  }

  async function changingPage(
    res: Response,
    page: { title: string; lede: string; button: string },
    address: string,
    form: FormState,
  ): Promise<SecondStepChangingPage> {
    const step = await stepNowOf(house, signedIn(res).id, questionOfAccount)
    const { password } = await whatIsAsked(house.db, res)
    return { ...page, address, step, asksPassword: password, form: onThisPage(form, step) }
  }

  return { asked, changingPage }
}
