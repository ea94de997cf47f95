import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Away, DiskFull } from '../../errors.js'
import { newKey, type Store } from '../store.js'
import { type BucketAddress, bucketInWords } from './bucket-address.js'
import { isBucketMissing, isRefused, isStranger, isUnreachable } from './bucket-errors.js'

const words = 'Written to see whether it can be read and removed again'

/**
 * Writes, reads and removes, once, before anybody relies on it.
 * @returns a sentence where it cannot be reached for the moment
 * @throws a sentence where it answers and will not do
 */
export async function tryStore(store: Store, address: BucketAddress): Promise<string | undefined> {
  const where = bucketInWords(address)
  const key = newKey()
  try {
    for await (const one of store.keys()) {
      void one
      break
    }
    await saying(
      `The keys may read ${where}, but not write to it.`,
      store.write(Readable.from([Buffer.from(words)]), key),
    )
    const came = await text(await store.read(key))
    await saying(`The keys may write to ${where}, but not remove from it what is to be erased.`, store.remove(key))
    return came === words ? undefined : fail(`What is written to ${where} does not come back as it was.`)
  } catch (error) {
    return awayOr(error, where, address)
  }
}

/** @throws the sentence where it is refused */
async function saying<Result>(sentence: string, work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    throw isRefused((error as Error).cause) && !isStranger((error as Error).cause) ? new Unfit(sentence) : error
  })
}

class Unfit extends Error {}

function awayOr(error: unknown, where: string, { endpoint, bucket }: BucketAddress): string {
  if (error instanceof DiskFull) return `There is no room left in ${where}; nothing can be added until there is.`
  if (!(error instanceof Away)) throw error
  const { cause } = error
  const name = (cause as Error | undefined)?.name
  if (isBucketMissing(cause, true))
    return fail(`FILES_URL names ${where}, and there is none of that name. Make it first, or name another.`)
  if (name === 'CredentialsProviderError')
    return fail(`FILES_URL needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to open ${where}, and there are none.`)
  if (name === 'RequestTimeTooSkewed')
    return fail(
      `The clocks of this machine and of ${endpoint ?? 'Amazon'} are too far apart to open ${where}. Set them right.`,
    )
  if (isStranger(cause))
    return fail(
      `${where} does not open with these keys. Look whether AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are right.`,
    )
  if (isRefused(cause))
    return fail(
      `The keys may not read and list ${where}. They must be allowed to list, read, write and delete “${bucket}”, versions too.`,
    )
  if (isUnreachable(cause))
    return `${capital(where)} cannot be reached (${(cause as { code?: string }).code ?? name}). The workbench opens all the same; files come and go again as soon as it is back.`
  throw error
}

function fail(sentence: string): never {
  throw new Unfit(capital(sentence))
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
