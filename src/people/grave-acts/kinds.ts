import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { Account } from '../administration/administering.js'
import { hasSecondStep, takeOffSecondStepFor } from '../second-step/second-step.js'
import type { GraveKindName } from './tables.js'

/** Something that is told to whom it touches before it is done, and can be stopped until then. */
export interface GraveKind {
  /** "Alex Morgan asks to {inWords}": read with a name, or with `your` account. */
  inWords(whose: string): string
  /** What it leads to, a sentence each, for those who agree to it. */
  leadsTo(name: string): string[]
  /** Hours that it waits once a second person has agreed, and where there is nobody who could. */
  hours: { agreed: number; alone: number }
  /** @throws Conflict where there is nothing to do */
  mayBeAsked(trx: Trx, account: Account): Promise<void>
  does(trx: Trx, account: Account, by: { id: string }): Promise<void>
}

/** Every grave act there is. Another one is a line here, and whoever asks for it calls `askForGraveAct`. */
export const graveKinds: Record<GraveKindName, GraveKind> = {
  'second step taken off': {
    inWords: whose => `take off ${whose} second step`,
    leadsTo: name => [
      `${name} is signed out everywhere, and comes in with the password alone from then on.`,
      'Passkeys, the app and the recovery codes are worth nothing any more.',
      `${name} is led to set up a second step again where their role or their network asks for one.`,
    ],
    hours: { agreed: 24, alone: 72 },
    async mayBeAsked(trx, account) {
      if (!(await hasSecondStep(trx, account.id))) throw new Conflict(`${account.name} has no second step.`)
    },
    does: takeOffSecondStepFor,
  },
}
