import type { Db } from '../database.js'
import type { Fact, FactKinds, FactOf } from '../facts/facts.js'
import { type Follower, follower } from '../facts/followers.js'
import type { House } from '../house.js'
import type { Letter } from './mail.js'
import { returns } from './returning.js'
import { isHistory, putDown } from './waiting-letters.js'
import { whoWants } from './wishes.js'

/** A follower whose letters have a switch: they wait, and are written when they go out. */
export interface LetterWriter extends Follower {
  letter: string
  write(house: House, fact: Fact): Promise<Letter[]>
}

/** Those who write letters that wait, by their names. */
export function writersAmong(followers: Follower[]): Map<string, LetterWriter> {
  const writers = followers.filter((one): one is LetterWriter => 'write' in one)
  return new Map(writers.map(one => [one.name, one]))
}

/**
 * Letters that follow from a deed. They are written after the commit, from what the fact says and from who stands there
 * now. Those that people can do without wait for what else comes to the same person (posting.ts), and say then what is so
 * by then; whoever has no account here has no switch either, and gets theirs at once. Where none of those that go at once
 * could be sent (the post office does not answer) all of them are tried again later, for three days.
 */
export function lettersAfter<Name extends keyof FactKinds>({
  letter,
  write,
  ...says
}: {
  name: string
  follows: Name[]
  /** Its kind, where people can do without it: as its room declares it among its `letters`. */
  letter?: string
  /** At most one for each person. */
  write(house: House, fact: { [Kind in Name]: FactOf<Kind> }[Name]): Promise<Letter[]>
}): Follower | LetterWriter {
  const following = follower({
    ...says,
    async run(house, fact) {
      if (!house.mail.leaves || isHistory(fact)) return
      const letters = await write(house, fact)
      const writer = letter === undefined ? undefined : { letter, writer: says.name }
      await sendAtOnce(house, writer ? await withoutThoseThatWait(house.db, fact.id, letters, writer) : letters)
    },
  })
  return letter === undefined ? following : { ...following, letter, write: write as LetterWriter['write'] }
}

async function sendAtOnce(house: House, letters: Letter[]): Promise<void> {
  let sent = 0
  for (const one of letters) if ((await house.mail.send(one)) || (await returns(house.db, one.to))) sent += 1
  if (letters.length > 0 && sent === 0) throw new Error('no letter could be sent')
}

/** Puts them down for everybody who is known here and wants them. @returns the letters to all others */
async function withoutThoseThatWait(
  db: Db,
  factId: string,
  letters: Letter[],
  { letter, writer }: { letter: string; writer: string },
): Promise<Letter[]> {
  if (letters.length === 0) return []
  const addresses = letters.map(one => one.to)
  const people = await db.selectFrom('people').select(['id', 'email']).where('email', 'in', addresses).execute()
  for (const { id } of await whoWants(db, letter, people))
    await putDown(db, factId, { letter, id, says: '', address: '', writer })
  const known = new Set(people.map(one => one.email))
  return letters.filter(one => !known.has(one.to))
}
