import { secondsOf } from '../../backups/running-time.js'
import { carryOutAsAsked } from '../../grave-acts/carrying-out.js'
import { askForGraveAct, openGraveAct } from '../../grave-acts/grave-acts.js'
import type { Asked, GraveKind } from '../../grave-acts/kinds.js'
import type { GraveAct } from '../../grave-acts/tables.js'
import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { dataLeadsOf, headsOf } from '../../networks/people/data-leads.js'
import { whoConfirms } from '../../people/roles/who-confirms.js'
import type { Person } from '../../people/person.js'
import { type FoundKey, keys } from '../keys.js'
import type { KeyStore } from '../store.js'
import { becomeOwner } from './handing-over.js'

/** A data lead takes a key over without its passphrase, because nobody remembers it or its owner is gone. */
export const keyTakenOver: GraveKind = {
  name: 'key taken over',
  about: 'key',
  waits: { agreed: secondsOf.hours(24), alone: null },
  whoAgrees,
  async whomItTouches(db, { ofId }) {
    const key = await keyBy(db, ofId)
    return key ? [key.ownerId] : []
  },
  async whoIsTold(db, { ofId, askedBy }) {
    const key = await keyBy(db, ofId)
    if (!key) return []
    const ofSchool = [...(await headsOf(db, key.schoolId)), ...(await dataLeadsOf(db, key.schoolId))]
    return [askedBy, ...ofSchool.map(one => one.personId)]
  },
  async words(db, { ofId, asker, askedBy }, reader) {
    const key = await keyBy(db, ofId)
    if (!key) return undefined
    const what = `the key of ${key.school} to the pupils’ codes of ${key.group}`
    const who = reader === askedBy ? 'You' : asker
    return {
      title: `The key of ${key.school}`,
      asked: `${who} ${reader === askedBy ? 'ask' : 'asks'} to take over ${what}.`,
      comes: `${who} can take over ${what}`,
      stays: `${key.owner} goes on looking after ${what}`,
      leadsTo: [
        `${asker}, data lead of ${key.school}, chooses a new passphrase for it, without knowing the old one, and reads whose the codes are.`,
        `${key.owner}, who looks after it now, opens it no more.`,
      ],
      beforeAgreeing: `Speak with ${asker} first. Agree only if the old passphrase is lost, or whoever knew it is gone.`,
      forThem:
        reader === key.ownerId
          ? 'You look after it now. If you know its passphrase, stop this, and hand the key on.'
          : '',
    }
  },
  carriesOut: { byAsker: { action: 'Choose its new passphrase', at: ({ ofId }) => `/keys/${ofId}/handover` } },
}

/** The data lead asks a second person of the school. @throws Conflict where it is asked for already */
export function askToTakeOver(trx: Trx, key: FoundKey, person: Person, because: string): Promise<GraveAct> {
  return askForGraveAct(trx, keyTakenOver, { ofId: key.id, networkId: key.networkId, because }, person)
}

/** What this data lead has asked for and not used yet. */
export async function openTakeover(db: Db, key: { id: string }, person: Person): Promise<GraveAct | undefined> {
  const act = await openGraveAct(db, keyTakenOver, key.id)
  return act?.askedBy === person.id ? act : undefined
}

/**
 * A second person has agreed and it has waited: the data lead takes the key over, once.
 * @param passphrase the hash of the new one
 * @throws Conflict before that
 */
export async function takeOverTogether(
  trx: Trx,
  store: KeyStore,
  key: FoundKey,
  person: Person,
  passphrase: string,
): Promise<void> {
  const act = await openTakeover(trx, key, person)
  if (!act) throw new Conflict('A second person of the school has not agreed to this.')
  await carryOutAsAsked(trx, act, () => becomeOwner(trx, store, key, person, passphrase))
}

/** Colleagues of the school and its head, as with a data lead; but no network leader, and no administrator. */
async function whoAgrees(db: Db, { ofId, askedBy }: Asked): Promise<string[]> {
  const key = await keyBy(db, ofId)
  if (!key) return []
  const { networkId, schoolId } = key
  const asked = { networkId, schoolId, role: 'data lead', askedBy, personId: askedBy } as const
  return (await whoConfirms(db, asked, 'the school')).map(one => one.id)
}

function keyBy(db: Db, id: string): Promise<FoundKey | undefined> {
  return keys(db).where('pupilKeys.id', '=', id).executeTakeFirst()
}
