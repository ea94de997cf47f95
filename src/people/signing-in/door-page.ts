import type { House } from '../../house.js'
import { localPath } from '../../web/local-path.js'
import type { FormState } from '../../web/read.js'
import { hasPasskeys } from '../passkeys/where-they-work.js'
import type { SignInPage } from '../pages.js'
import { issuersAtDoor } from '../school-accounts/issuers.js'

/**
 * What the door is given.
 * @param how whether somebody has just gone out, and what went wrong with another way in, in a sentence
 */
export async function doorPage(
  { db, cast, baseUrl }: Pick<House, 'db' | 'cast' | 'baseUrl'>,
  form: FormState,
  how: { signedOut?: boolean; trouble?: string } = {},
): Promise<SignInPage> {
  const next = localPath(form.values.next)
  return {
    title: 'Sign in',
    form,
    next,
    wordsWait: next.startsWith('/kept-forms/'),
    signedOut: how.signedOut ?? false,
    trouble: how.trouble ?? null,
    issuers: await issuersAtDoor(db),
    passkeys: hasPasskeys(baseUrl),
    cast,
  }
}
