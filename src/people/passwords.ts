import { hash, verify } from '@node-rs/argon2'
import { TooMany } from '../errors.js'

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const atOnce = 2
const longestQueue = 50

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

let decoy: Promise<string> | undefined
function someHash(): Promise<string> {
  return (decoy ??= hash('nobody has this password', cost))
}

let working = 0
const waiting: (() => void)[] = []

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (working >= atOnce) {
    if (waiting.length >= longestQueue)
      throw new TooMany('Many people are signing in just now. Please try again in a minute.')
    await new Promise<void>(go => waiting.push(go))
  }
  working++
  try {
    return await work()
  } finally {
    working--
    waiting.shift()?.()
  }
}
