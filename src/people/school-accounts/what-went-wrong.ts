import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { AnotherIssuer } from './asking-the-issuer.js'
import { NotAsked } from './fetching.js'

const another = 'Sign in with your password or a passkey instead, or try again later.'
const unreachable = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'ABORT_ERR',
  'ENOTFOUND',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/**
 * Why somebody could not come in by an issuer, as they are told, and as a word for the log. Nothing of what was sent is in
 * either.
 */
export function whatWentWrong(name: string, error: unknown): { sentence: string; why: string } {
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied'
      ? { sentence: `You did not go through with it at ${name}, so nothing has happened.`, why: 'access_denied' }
      : { sentence: `${name} would not let you in here. ${another}`, why: `answered ${plain(error.error)}` }
  if (error instanceof ResponseBodyError)
    return {
      sentence: `${name} does not know this workbench any more: perhaps its secret has run out. Please tell the person who looks after the workbench. ${another}`,
      why: `answered ${plain(error.error)}`,
    }
  const code = codeOf(error)
  if (isAway(error)) return { sentence: `${name} does not answer just now. ${another}`, why: code }
  return { sentence: `What ${name} answered did not hold, so nobody was let in by it. ${another}`, why: code }
}

/** What is wrong with an issuer’s discovery document, for the administrator who tries it. */
export function whatIsWrongWith(address: string, error: unknown): string {
  const code = codeOf(error)
  if (error instanceof AnotherIssuer || code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')
    return `Who answers at ${address} calls itself by another address. Enter the issuer exactly as it writes itself, also with or without a stroke at its end.`
  if (hasCause(error, NotAsked))
    return `${address} is not asked: only addresses that begin with https, and lead to another machine than this one.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `No machine is called ${hostOf(address)}. See whether the address is spelt right.`
  if (/CERT|SELF_SIGNED|TLS|SSL/.test(code)) return `${hostOf(address)} shows a certificate that cannot be trusted.`
  if (isAway(error)) return `${hostOf(address)} did not answer within five seconds, or not at all.`
  return `At ${address}/.well-known/openid-configuration stands no discovery document of OpenID Connect. See whether the address is the issuer’s.`
}

function isAway(error: unknown): boolean {
  return causes(error).some(
    one => unreachable.has(String((one as { code?: unknown }).code)) || one.name === 'TimeoutError',
  )
}

/** The innermost word that names what happened. */
function codeOf(error: unknown): string {
  const codes = causes(error).flatMap(one => plain((one as { code?: unknown }).code ?? ''))
  return codes.filter(Boolean).at(error instanceof ClientError && codes[0]?.startsWith('OAUTH') ? 0 : -1) ?? 'unknown'
}

function causes(error: unknown): Error[] {
  const found: Error[] = []
  for (let one = error; one instanceof Error && found.length < 6; one = one.cause) found.push(one)
  return found
}

function hasCause(error: unknown, kind: new () => Error): boolean {
  return causes(error).some(one => one instanceof kind)
}

/** A word such as `invalid_client`; what else somebody may have put in its place is left out. */
function plain(word: unknown): string {
  return String(word)
    .replace(/[^\w-]/g, '')
    .slice(0, 60)
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address
}
