import * as oidc from 'openid-client'
import type { House } from '../../house.js'
import { askingIssuers, mayBeAsked } from './fetching.js'
import { secretOf } from './issuers.js'
import type { Issuer } from './tables.js'

/** What one sign-in is bound to: what goes with somebody to the issuer, and what must come back with them. */
export interface Bound {
  state: string
  nonce: string
  verifier: string
}

/** What an issuer says of somebody. */
export type Claims = Record<string, unknown> & { sub: string }

/** Who answers calls itself otherwise than the administrator said. */
export class AnotherIssuer extends Error {}

const minutesKnown = 10

/** Where each issuer has its doors, as it said of itself not long ago. */
const known = new Map<string, { until: number; changedAt: string; config: oidc.Configuration }>()

/** New for each sign-in, from the library’s own source of chance. */
export function newBound(): Bound {
  return { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
}

/**
 * The address at the issuer to which somebody goes.
 * @param back where the issuer sends them afterwards
 * @throws whatever reading the issuer’s discovery document throws
 */
export async function addressAtIssuer(
  house: Pick<House, 'keys' | 'baseUrl'>,
  issuer: Issuer,
  back: string,
  { state, nonce, verifier }: Bound,
): Promise<string> {
  const config = await configurationOf(house, issuer)
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: back,
    response_type: 'code',
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  const bare = new URL(address)
  bare.search = ''
  if (!mayBeAsked(bare.href, house.baseUrl)) throw new Error('the issuer’s own door is not behind https')
  return address.href
}

/**
 * Changes the code that somebody brought back for what the issuer says of them. Signature, issuer, audience, state, nonce and
 * time are checked by the library. Where the address is not in what was signed, the issuer is asked for it once more.
 * @param came the whole address at which they came back, under BASE_URL
 */
export async function claimsFrom(
  house: Pick<House, 'keys' | 'baseUrl'>,
  issuer: Issuer,
  came: URL,
  { state, nonce, verifier }: Bound,
): Promise<Claims> {
  const config = await configurationOf(house, issuer)
  const answer = await oidc.authorizationCodeGrant(config, came, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const claims = answer.claims()!
  if (claims.email !== undefined || !config.serverMetadata().userinfo_endpoint) return { ...claims }
  const more = await oidc.fetchUserInfo(config, answer.access_token, claims.sub)
  return { ...more, ...claims }
}

/** Reads the discovery document anew. @throws whatever is wrong with it */
export async function readDiscovery(
  house: Pick<House, 'keys' | 'baseUrl'>,
  issuer: Issuer,
): Promise<oidc.ServerMetadata> {
  known.delete(issuer.id)
  return (await configurationOf(house, issuer)).serverMetadata()
}

async function configurationOf(house: Pick<House, 'keys' | 'baseUrl'>, issuer: Issuer): Promise<oidc.Configuration> {
  const found = known.get(issuer.id)
  if (found && found.until > Date.now() && found.changedAt === issuer.changedAt) return found.config
  const secret = issuer.sealedSecret ? house.keys.unseal(secretOf(issuer.id), issuer.sealedSecret) : null
  const server = new URL(issuer.address)
  const config = await oidc.discovery(server, issuer.clientId, {}, showing(secret ?? ''), {
    [oidc.customFetch]: askingIssuers(house.baseUrl),
    timeout: 5,
    // The signature is looked at also where the answer came from the issuer itself, as the library leaves out otherwise.
    execute: [oidc.enableNonRepudiationChecks, ...(server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])],
  })
  // The library takes Microsoft’s word for another issuer than the one that was asked; here it is the one, or none.
  if (new URL(config.serverMetadata().issuer).href !== server.href) throw new AnotherIssuer('another issuer')
  known.set(issuer.id, { until: Date.now() + minutesKnown * 60_000, changedAt: issuer.changedAt, config })
  return config
}

/** In the way that OpenID Connect takes for agreed, unless the issuer says that it knows only the other. */
function showing(secret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)]
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (ways.includes('client_secret_basic') ? basic : post)(server, client, body, headers)
  }
}
