import type { Db } from '../database.js'
import type { Fact, FactKinds, FactOf } from '../facts/facts.js'
import { type Follower, follower } from '../facts/followers.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import './tables.js'
import { whoWants } from './wishes.js'

/** What waits for some people: one sentence without a word that anybody typed about children, and the one place to go to. */
export interface WaitsFor {
  to: (string | null)[]
  says: string
  address: string
}

const threeDays = 3 * 86_400_000

/** After three days a letter about it is history. */
export function isHistory(fact: { at: string }): boolean {
  return Date.parse(now()) - Date.parse(fact.at) > threeDays
}

/** A follower that puts lines down, and is asked again when they go out. */
export interface LetterTeller extends Follower {
  letter: string
  tell(db: Db, fact: Fact): Promise<WaitsFor[]>
}

/** Those who put lines down, by the kinds of their letters. */
export function tellersAmong(followers: Follower[]): Map<string, LetterTeller> {
  const tellers = followers.filter((one): one is LetterTeller => 'tell' in one)
  return new Map(tellers.map(one => [one.letter, one]))
}

/**
 * A letter of what somebody waits for. It is not sent at once: its line is put beside whatever else waits for the same
 * person, and they go out together (posting.ts). It is told again then, and what nobody waits for any more is not sent. The
 * same fact followed twice leaves one line.
 * @param letter its kind, as its room declares it among its `letters`
 */
export function waitingLetter<Name extends keyof FactKinds>({
  letter,
  follows,
  tell,
}: {
  letter: string
  follows: Name[]
  tell(db: Db, fact: { [Kind in Name]: FactOf<Kind> }[Name]): Promise<WaitsFor[]>
}): LetterTeller {
  const following = follower({
    name: `letters: ${letter}`,
    follows,
    async run({ db, mail }, fact) {
      if (!mail.leaves || isHistory(fact)) return
      for (const { to, says, address } of await tell(db, fact)) {
        const ids = [...new Set(to)].filter(id => id !== null && id !== fact.personId).map(id => ({ id: id! }))
        for (const { id } of await whoWants(db, letter, ids)) await putDown(db, fact.id, { letter, id, says, address })
      }
    },
  })
  return { ...following, letter, tell: tell as LetterTeller['tell'] }
}

/** Puts a line down for somebody, once for the same fact and kind. @param line its sentence and address, or who writes it */
export async function putDown(
  db: Db,
  factId: string,
  {
    id: personId,
    ...line
  }: { letter: string; id: string } & ({ says: string; address: string } | { says: ''; address: ''; writer: string }),
): Promise<void> {
  await db
    .insertInto('lettersToSend')
    .values({
      writer: null,
      ...line,
      id: newId(),
      personId,
      factId,
      writtenAt: now(),
      tries: 0,
      nextAt: null,
      sentAt: null,
      givenUpAt: null,
    })
    .onConflict(c => c.columns(['factId', 'letter', 'personId']).doNothing())
    .execute()
}
