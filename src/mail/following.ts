import { type FactKinds, type FactOf } from '../facts/facts.js'
import { type Follower, follower } from '../facts/followers.js'
import type { House } from '../house.js'
import { doorOf, offAddress } from './doors.js'
import type { Letter } from './mail.js'
import { returns } from './returning.js'
import { whoWants } from './wishes.js'

const tooLate = 3 * 86_400_000

/**
 * Letters that follow from a deed. They are written after the commit, from what the fact says and from who stands there
 * now. Where none of them could be sent (the post office does not answer) all are tried again later, for three days.
 */
export function lettersAfter<Name extends keyof FactKinds>({
  name,
  follows,
  letter,
  write,
}: {
  name: string
  follows: Name[]
  /** Its kind, where people can do without it. */
  letter?: string
  write(house: House, fact: { [Kind in Name]: FactOf<Kind> }[Name]): Promise<Letter[]>
}): Follower {
  return follower({
    name,
    follows,
    async run(house, fact) {
      if (!house.mail.leaves || Date.now() - Date.parse(fact.at) > tooLate) return
      const letters = await whoWantThem(house, letter, await write(house, fact))
      let sent = 0
      for (const one of letters) if ((await house.mail.send(one)) || (await returns(house.db, one.to))) sent += 1
      if (letters.length > 0 && sent === 0) throw new Error('no letter could be sent')
    },
  })
}

/** Those of the letters whose readers want letters of this kind, each with the way to stop them. */
async function whoWantThem({ db, baseUrl }: House, letter: string | undefined, letters: Letter[]): Promise<Letter[]> {
  if (letter === undefined || letters.length === 0) return letters
  const people = await db
    .selectFrom('people')
    .select(['id', 'email'])
    .where(
      'email',
      'in',
      letters.map(one => one.to),
    )
    .execute()
  const want = await whoWants(db, letter, people)
  const kept: Letter[] = []
  for (const one of letters) {
    const person = people.find(({ email }) => email === one.to)
    if (!person || !want.includes(person)) continue
    const off = offAddress(baseUrl, await doorOf(db, person), letter)
    kept.push({ ...one, text: `${one.text}\nNo more letters of this kind:\n${off}\n`, off })
  }
  return kept
}
