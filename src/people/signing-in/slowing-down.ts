import { setTimeout as pause } from 'node:timers/promises'
import type { Db, Trx } from '../../database.js'
import { TooMany } from '../../errors.js'
import { hashOfToken, newId } from '../../web/new-id.js'

/*
 * Guessing is slowed, and nobody is ever locked out. Where somebody keeps failing at one account from one address, each
 * new try there must wait longer, a minute at most. When one account is guessed at from many addresses, or many accounts
 * from one, tries are not refused (a stranger could then keep the owner out): their answers only come later.
 */
const freeTries = 4
const longestWait = 60
const manyAtAccount = 12
const manyAtAddress = 40
const longestHold = 4
const mostHeld = 100
const hour = 3_600_000

/** @param hold the seconds that its answer comes later, see `holdBack` */
export type Try = ({ id: string; account: string; address: string; wait: 0 } | { wait: number }) & { hold: number }

/**
 * Counts a try as failed before it is known how it ends, so that many at once cannot slip through together: it is
 * committed on its own, and then held back.
 * @param account what is being guessed at, such as an email address; only its hash is stored
 * @returns the try, or the seconds that must pass before the next one
 */
export async function beginTry(trx: Trx, account: string, address: string): Promise<Try> {
  const own = { id: newId(), account: hashOfToken(account), address }
  const since = new Date(Date.now() - hour).toISOString()
  const failed = await trx
    .selectFrom('signInAttempts')
    .select(['account', 'address', 'failedAt'])
    .where('failedAt', '>', since)
    .where(eb => eb.or([eb('account', '=', own.account), eb('address', '=', address)]))
    .execute()
  const here = failed.filter(one => one.account === own.account && one.address === address)
  const wait = waitAfter(here.map(one => Date.parse(one.failedAt)))
  if (wait > 0) return { wait, hold: 0 }
  await trx
    .insertInto('signInAttempts')
    .values({ ...own, failedAt: new Date().toISOString() })
    .execute()
  const atAccount = failed.filter(one => one.account === own.account).length
  const hold = Math.max(holdAfter(atAccount - manyAtAccount), holdAfter(failed.length - atAccount - manyAtAddress))
  return { ...own, wait: 0, hold }
}

/** The try was right after all: it and the wrong ones before it, from the same place, are forgotten. */
export async function triedWell(db: Db, attempt: Try): Promise<void> {
  if (!('account' in attempt)) return
  await db
    .deleteFrom('signInAttempts')
    .where('account', '=', attempt.account)
    .where('address', '=', attempt.address)
    .execute()
}

export function waitInWords(seconds: number): string {
  return `That is many tries in a row. Please wait ${seconds === 1 ? 'a second' : `${seconds} seconds`}, then try again.`
}

function waitAfter(failures: number[]): number {
  const over = failures.length - freeTries
  if (over < 0) return 0
  const wait = Math.min(longestWait, 2 ** over) * 1000
  return Math.max(0, Math.ceil((Math.max(...failures) + wait - Date.now()) / 1000))
}

function holdAfter(over: number): number {
  return over < 0 ? 0 : Math.min(longestHold, (over + 1) / 4)
}

let held = 0

/** Waits as long as a try is held back; outside of any transaction, which everybody else would wait for too. */
export async function holdSignInBack({ hold: seconds }: Try): Promise<void> {
  if (seconds === 0) return
  if (held >= mostHeld) throw new TooMany('Many people are signing in just now. Please try again in a minute.')
  held++
  await pause(seconds * 1000).finally(() => held--)
}
