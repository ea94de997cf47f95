import type { Generated, Selectable } from 'kysely'
import type { CameBy } from '../tables.js'

export interface SecondStepTable {
  personId: string
  /** The secret that the app on the telephone shares with us, sealed under the house’s own. */
  sealed: string
  setUpAt: string
  /** The half minute of the last code that was used: it and those before it are worth nothing any more. */
  lastUsed: number
}
export type SecondStep = Selectable<SecondStepTable>

export interface RecoveryCodeTable {
  id: string
  personId: string
  codeHash: string
  madeAt: string
  usedAt: Generated<string | null>
}

/** Since when somebody whose role needs a second step has been led to it. */
export interface SecondStepAskedTable {
  personId: string
  askedAt: string
}

/** A network whose leaders ask a second step of everybody in it. */
export interface NetworkThatAsksTable {
  networkId: string
  askedAt: string
  askedBy: string
}

/** Taken off by somebody else; its owner reads of it. */
export interface SecondStepTakenOffTable {
  id: string
  personId: string
  takenOffAt: string
  /** Null for whoever has the machine. */
  takenOffBy: string | null
  seenAt: Generated<string | null>
}

/** Somebody whose password was right, and whose second step is awaited. */
export interface BegunSignInTable {
  tokenHash: string
  personId: string
  next: string
  notice: string | null
  endsAt: string
  cameBy: Generated<CameBy | null>
}

export type BegunSignIn = Selectable<BegunSignInTable>

declare module '../../database.js' {
  interface Tables {
    secondSteps: SecondStepTable
    recoveryCodes: RecoveryCodeTable
    secondStepsAsked: SecondStepAskedTable
    secondStepsTakenOff: SecondStepTakenOffTable
    begunSignIns: BegunSignInTable
    networksThatAsk: NetworkThatAsksTable
  }
}
