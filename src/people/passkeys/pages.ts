import type { FormState } from '../../web/read.js'
import type { StepNow } from '../second-step/step-now.js'
import type { OwnPasskey } from './passkeys.js'

export interface PasskeyNewPage {
  title: string
  form: FormState
  /** Passkeys work at this address. */
  works: boolean
  asksPassword: boolean
  /** The step as it is now, for whoever has one. */
  step: StepNow | null
  next: string
}

export interface PasskeyAddingPage {
  title: string
  form: FormState
  /** What the browser is told, as JSON. */
  options: string
  address: string
}

export interface PasskeyPage {
  title: string
  one: OwnPasskey
  form: FormState
}

declare module '../../web/show.js' {
  interface Pages {
    'people/passkey-new': PasskeyNewPage
    'people/passkey-adding': PasskeyAddingPage
    'people/passkey': PasskeyPage
  }
}
