import { secondsOf } from '../../backups/running-time.js'
import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { askForGraveAct, openGraveAct } from '../../grave-acts/grave-acts.js'
import type { GraveKind, GraveWords } from '../../grave-acts/kinds.js'
import { type Account, findAccount } from '../administration/administering.js'
import type { Person } from '../person.js'
import { hasSecondStep, takeOffSecondStepFor } from './second-step.js'
import { whoAgreesToTakeOff } from './who-agrees.js'

/** Somebody has lost the telephone and the recovery codes: their second step is taken off. */
export const secondStepOff: GraveKind = {
  name: 'second step taken off',
  about: 'person',
  waits: { agreed: secondsOf.hours(24), alone: secondsOf.hours(72) },
  administratorsToo: true,
  whoAgrees: (db, { ofId }) => whoAgreesToTakeOff(db, ofId),
  whomItTouches: (_db, { ofId }) => Promise.resolve([ofId]),
  whoIsTold: () => Promise.resolve([]),
  async words(db, { ofId, asker, askedBy }, reader) {
    const person = await db.selectFrom('people').select('name').where('id', '=', ofId).executeTakeFirst()
    if (!person) return undefined
    const isMe = reader === ofId
    return inWords(person.name, { isMe, asks: askedBy === reader ? 'You ask' : `${asker} asks` })
  },
  carriesOut: {
    inOne: async (trx, act) => takeOffSecondStepFor(trx, await findAccount(trx, act.ofId), { id: act.askedBy }),
  },
}

/** Asked for already, it waits on. @throws Conflict for one's own, and where there is nothing to take off */
export async function askToTakeOffSecondStep(trx: Trx, account: Account, by: Person, because: string): Promise<void> {
  if (by.id === account.id) throw new Conflict('What touches your own account you do on your account.')
  if (!(await hasSecondStep(trx, account.id))) throw new Conflict(`${account.name} has no second step.`)
  if (!(await openGraveAct(trx, secondStepOff, account.id)))
    await askForGraveAct(trx, secondStepOff, { ofId: account.id, because }, by)
}

/** The page of what was asked already; null where nothing was. */
export async function whereTakingOffIsAsked(db: Db, personId: string): Promise<string | null> {
  const act = await openGraveAct(db, secondStepOff, personId)
  return act ? `/grave-acts/${act.id}` : null
}

function inWords(name: string, { isMe, asks }: { isMe: boolean; asks: string }): GraveWords {
  const whose = isMe ? 'your' : `${name}’s`
  const step = isMe ? 'Your second step' : `The second step of ${name}`
  return {
    title: isMe ? 'About your account' : `About the account of ${name}`,
    asked: `${asks} to take off ${whose} second step.`,
    comes: `${step} will be taken off`,
    stays: `${step} stays as it is`,
    leadsTo: [
      `${name} is signed out everywhere, and comes in with the password alone from then on.`,
      'Passkeys, the app and the recovery codes are worth nothing any more.',
      `${name} is led to set up a second step again where their role or their network asks for one.`,
    ],
    beforeAgreeing: `Speak with ${name} first, face to face or on a telephone whose number you knew before. Agree only if it is they who ask.`,
    forThem: isMe
      ? 'Did you not ask for it? Then stop it: you need no reason. Whoever can show the second step does not need this. If you cannot sign in, tell the person who looks after the workbench, or whoever leads your network.'
      : '',
  }
}
