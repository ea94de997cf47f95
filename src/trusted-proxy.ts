import { isIP } from 'node:net'

/** Whose word about where requests come from is taken, as Express understands it: nobody's, so many servers', or these. */
export type TrustedProxy = false | number | string[]

/** A web server on the same machine, as the README advises; nobody else can speak from there. */
export const onThisMachine: TrustedProxy = ['loopback']

const known = ['loopback', 'linklocal', 'uniquelocal']

/** @returns undefined when it is none of the words, numbers and addresses that it may be */
export function trustedProxyIn(words: string): TrustedProxy | undefined {
  if (words === 'none') return false
  if (/^[1-9]$/.test(words)) return Number(words)
  const named = words.split(',').map(word => word.trim())
  return named.every(word => known.includes(word) || isNetwork(word)) ? named : undefined
}

function isNetwork(word: string): boolean {
  const [, address = '', bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(word) ?? []
  const kind = isIP(address)
  return kind !== 0 && (bits === undefined || (Number(bits) > 0 && Number(bits) <= (kind === 4 ? 32 : 128)))
}
