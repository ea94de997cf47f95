import { type FactKinds, type FactOf } from '../facts/facts.js'
import { type Follower, follower } from '../facts/followers.js'
import type { House } from '../house.js'
import type { Letter } from './mail.js'

const tooLate = 3 * 86_400_000

/**
 * Letters that follow from a deed. They are written after the commit, from what the fact says and from who stands there
 * now. Where none of them could be sent (the post office does not answer) all are tried again later, for three days.
 */
export function lettersAfter<Name extends keyof FactKinds>({
  name,
  follows,
  write,
}: {
  name: string
  follows: Name[]
  write(house: House, fact: { [Kind in Name]: FactOf<Kind> }[Name]): Promise<Letter[]>
}): Follower {
  return follower({
    name,
    follows,
    async run(house, fact) {
      if (!house.mail.leaves || Date.now() - Date.parse(fact.at) > tooLate) return
      const letters = await write(house, fact)
      let sent = 0
      for (const letter of letters) if (await house.mail.send(letter)) sent += 1
      if (letters.length > 0 && sent === 0) throw new Error('no letter could be sent')
    },
  })
}
