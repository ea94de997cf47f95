import { hash, verify } from '@node-rs/argon2'
import { TooMany } from '../../errors.js'
import { takeTurns } from '../../web/limits/taking-turns.js'

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const inTurn = takeTurns({
  atOnce: 2,
  waiting: 50,
  full: () => new TooMany('Many people are signing in just now. Please try again in a minute.'),
})

/** argon2id; at most two are worked out at once, and a long queue is refused rather than left to grow. */
export function hashOfPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), cost))
}

/** Takes the same time whether or not there is a hash to compare with. */
export function isPassword(password: string, stored: string | null): Promise<boolean> {
  return inTurn(async () => {
    const right = await verify(stored ?? (await someHash()), password.normalize('NFKC'))
    return stored !== null && right
  })
}

/** Two that were typed. */
export function isSamePassword(one: string, other: string): boolean {
  return one.normalize('NFKC') === other.normalize('NFKC')
}

let decoy: Promise<string> | undefined
function someHash(): Promise<string> {
  return (decoy ??= hash('nobody has this password', cost))
}
