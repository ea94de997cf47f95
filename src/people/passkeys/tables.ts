import type { Generated, Selectable } from 'kysely'

export interface PasskeyTable {
  id: string
  /** As the browser names it. */
  credentialId: string
  personId: string
  /** As its owner calls it. */
  name: string
  /** The public half; the other one never leaves the device. */
  publicKey: string
  /** How often it has answered, where it counts; it never goes back. */
  counter: number
  /** How the browser reaches it, as a list in JSON. */
  transports: string
  addedAt: string
  lastUsedAt: Generated<string | null>
}
export type Passkey = Selectable<PasskeyTable>

/** What a passkey is asked for. */
export type AskedFor = 'adding' | 'signing in' | 'second step'

/** A question that a passkey is to answer, once, within five minutes, in the same browser. */
export interface PasskeyQuestionTable {
  challengeHash: string
  browserHash: string
  askedFor: AskedFor
  /** Whose passkey it must be; null at the door, where it says itself whose it is. */
  personId: string | null
  endsAt: string
}

declare module '../../database.js' {
  interface Tables {
    passkeys: PasskeyTable
    passkeyQuestions: PasskeyQuestionTable
  }
}
