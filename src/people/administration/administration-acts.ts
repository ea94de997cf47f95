import type { Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { type Account, disable, enable, makeAdministrator, unmakeAdministrator } from './administering.js'
import type { Person } from '../person.js'
import { askToTakeOffSecondStep } from '../second-step/asking-to-take-off.js'

export interface Act {
  does: (trx: Trx, account: Account, by: Person, because: string) => Promise<unknown>
  /** What is asked for a reason, where one has to be given. */
  asks?: (name: string) => { name: 'because'; label: string; hint: string }
  /** The line that tells of it afterwards. */
  said: (name: string) => string
  /** The page before it: what will happen, and how to take it back. */
  page: (name: string) => { title: string; heading: string; what: string[]; undo: string; button: string }
}

/** What an administrator may do to an account. */
export const acts = {
  disabling: {
    does: disable,
    said: name => `${name} cannot sign in any more.`,
    page: name => ({
      ...headed(`Disable the account of ${name}`),
      what: [
        `${name} is signed out everywhere at once and cannot sign in again.`,
        'What they wrote stays with their groups, under their name.',
        'Their roles stay too. To end those, ask a leader of their network.',
      ],
      undo: 'You can enable the account again at any time.',
      button: 'Disable the account',
    }),
  },
  enabling: {
    does: enable,
    said: name => `${name} can sign in again.`,
    page: name => ({
      ...headed(`Enable the account of ${name}`),
      what: [`${name} can sign in again with the password they had.`],
      undo: 'You can disable the account again at any time.',
      button: 'Enable the account',
    }),
  },
  'administrator-made': {
    does: makeAdministrator,
    said: name => `${name} is an administrator now.`,
    page: name => ({
      ...headed(`Make ${name} an administrator`),
      what: [
        `${name} can make networks, disable and enable accounts, make links for new passwords, and make administrators.`,
        'They do not see anybody’s work by it.',
      ],
      undo: 'Any administrator can end it again.',
      button: 'Make an administrator',
    }),
  },
  'administrator-ended': {
    does: unmakeAdministrator,
    said: name => `${name} is no longer an administrator.`,
    page: name => ({
      ...headed(`${name} looks after the site no longer`),
      what: [`${name} cannot open these pages any more. Their roles in networks and groups stay as they are.`],
      undo: 'Another administrator can make them one again.',
      button: 'End the administrator’s right',
    }),
  },
  'second-step-ended': {
    does: askToTakeOffSecondStep,
    asks: name => ({
      name: 'because',
      label: 'Why it has to be taken off',
      hint: `Such as what was lost, and how ${name} told you. ${name} and whoever may agree read it.`,
    }),
    said: name => `It is asked for. ${name} has been told, and can stop it.`,
    page: name => ({
      ...headed(`Take off the second step of ${name}`),
      what: [
        `Do this only for somebody who has lost the telephone and the recovery codes, and of whom you know that it is they who ask.`,
        `A second person agrees first: another administrator, or somebody who leads a network of ${name}. Then it waits 24 hours. Where there is no second person, it waits 72 hours.`,
        `${name} is told at once, and can stop it until then. Whoever shows the second step meanwhile has stopped it too.`,
        `Once it is done, ${name} is signed out everywhere and comes in with the password alone, which you do not learn.`,
      ],
      undo: `You, ${name} and whoever may agree can stop it. Afterwards ${name} can set up a second step again at any time.`,
      button: 'Ask for it',
    }),
  },
} satisfies Record<string, Act>

/** @throws NotFound */
export function actNamed(name: string): Act {
  if (!Object.hasOwn(acts, name)) throw new NotFound()
  return acts[name as keyof typeof acts]
}

function headed(heading: string) {
  return { title: heading, heading }
}
