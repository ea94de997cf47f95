import type { Claims } from './asking-the-issuer.js'
import type { Issuer } from './tables.js'

/** Who has come, as far as the issuer vouches for it; or why they cannot come in, in a sentence. */
export type Vouched = { ok: true; subject: string; email: string; name: string } | { ok: false; sentence: string }

/**
 * Only an address that the issuer says it has verified counts, and only of the domains that the administrator has named.
 *
 * Microsoft does not send `email_verified`. What it sends as `email` can be changed by whoever runs any directory, to any words:
 * whoever trusted it could be led to take a stranger for a head. `xms_edov`, an optional claim, says that the directory has
 * proved to own the address’s domain. Without it nobody is taken for verified, though it costs a school a line of settings.
 */
export function vouchedBy(issuer: Pick<Issuer, 'kind' | 'name' | 'domains'>, claims: Claims): Vouched {
  const { sub, name } = claims
  const email = typeof claims.email === 'string' ? claims.email.toLowerCase() : ''
  if (!isAddress(email) || sub.length > 255)
    return refused(`${issuer.name} did not tell your email address, so we cannot know you. ${askAdministrator}`)
  if (!isVerified(issuer, claims))
    return refused(`${issuer.name} does not say that the address ${email} is verified. ${askAdministrator}`)
  if (!isOfDomains(email, issuer.domains))
    return refused(
      `${email} is not an address of the schools that come in by ${issuer.name}. If you have another account there, use that one.`,
    )
  return { ok: true, subject: sub, email, name: typeof name === 'string' ? name.trim().slice(0, 100) : '' }
}

const askAdministrator = 'The person who looks after the workbench can put that right; until then, sign in another way.'

function isVerified({ kind }: Pick<Issuer, 'kind'>, claims: Claims): boolean {
  if (claims.email_verified !== undefined) return claims.email_verified === true || claims.email_verified === 'true'
  const ofMicrosoft = kind === 'microsoft' || kind === 'hwb'
  return ofMicrosoft && [true, 1, '1', 'true'].includes(claims.xms_edov as never)
}

function isOfDomains(email: string, domains: string): boolean {
  const named = domains.split(' ').filter(Boolean)
  return named.length === 0 || named.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase())
}

function isAddress(email: string): boolean {
  return email.length <= 254 && /^[^\s\p{C}@"<>]+@[a-z0-9.-]+$/u.test(email)
}

function refused(sentence: string): Vouched {
  return { ok: false, sentence }
}
