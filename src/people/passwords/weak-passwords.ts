import { TooMany } from '../../errors.js'
import { OwnThreads } from '../../heavy/own-threads.js'
import type { Weakness } from './estimating.js'

const busy = 'Many people are choosing a password just now. Please send it again in a minute.'

/** Begun when somebody chooses one, and gone some minutes later with all of its dictionaries. */
const threads = new OwnThreads<{ password: string; around: string[] }, Weakness | undefined>(
  'src/people/passwords/worker',
  { of: 'passwords', weight: 'light', atOnce: 1, waiting: 60, milliseconds: 30_000, megabytes: 256 },
  {
    full: () => new TooMany(busy),
    tooSlow: () => new TooMany(busy),
    failed: cause => new Error('The password could not be estimated', { cause }),
  },
)

const tooEasy =
  'That password is one of those that are guessed first. Take three or four words that do not belong together'
const tooPersonal = 'Choose a password that is not made of your name or email address'
const tooNear = 'Choose a password that is not made of the name of your school, network or group'

export const sameAsBefore = 'That is the password that you have now. Choose another one'

/**
 * What is wrong with a password that somebody chooses, in a sentence; undefined when nothing is.
 * @param person their name and address @param places the names of their schools, networks and groups
 */
export async function whyTooWeak(
  password: string,
  person: string[],
  places: string[] = [],
): Promise<string | undefined> {
  if ((await weaknessOf(password, person)) === 'of names around you') return tooPersonal
  const weakness = await weaknessOf(password, places)
  return weakness && (weakness === 'guessed first' ? tooEasy : tooNear)
}

/**
 * Why a password or passphrase would be guessed first.
 * @param around names and addresses: the person's own, and those of their school, network and group
 */
export function weaknessOf(password: string, around: string[] = []): Promise<Weakness | undefined> {
  return threads.ask({ password, around })
}
