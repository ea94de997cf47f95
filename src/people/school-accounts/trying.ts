import type { House } from '../../house.js'
import { readDiscovery } from './asking-the-issuer.js'
import { mayBeAsked } from './fetching.js'
import type { Issuer } from './tables.js'
import { whatIsWrongWith } from './what-went-wrong.js'

/**
 * Reads what an issuer says of itself, as a sign-in would, without signing anybody in. Whether the client ID and the secret are
 * right only a sign-in shows.
 */
export async function tryIssuer(
  house: Pick<House, 'keys' | 'baseUrl'>,
  issuer: Issuer,
): Promise<{ ok: boolean; sentence: string }> {
  if (!issuer.address) return wrong('Enter the issuer’s address first, and save it.')
  try {
    const said = await readDiscovery(house, issuer)
    const doors = [said.authorization_endpoint, said.token_endpoint, said.jwks_uri]
    if (doors.some(door => !door || !mayBeAsked(door.split('?')[0]!, house.baseUrl)))
      return wrong(`${issuer.name} answers, but does not name each of its addresses under https that a sign-in needs.`)
    const ways = said.code_challenge_methods_supported
    if (ways && !ways.includes('S256'))
      return wrong(`${issuer.name} answers, but does not know PKCE with S256, which every sign-in here uses.`)
    if (said.response_types_supported && !said.response_types_supported.includes('code'))
      return wrong(`${issuer.name} answers, but does not give out codes, which every sign-in here uses.`)
    return {
      ok: true,
      sentence: `${issuer.name} answers, and says of itself what a sign-in needs. Whether the client ID and the secret are right, your own first sign-in shows.`,
    }
  } catch (error) {
    return wrong(whatIsWrongWith(issuer.address, error))
  }
}

function wrong(sentence: string): { ok: false; sentence: string } {
  return { ok: false, sentence }
}
