/** Browsers know passkeys only behind https, and on the machine itself as `localhost`; never at a bare number. */
export function hasPasskeys(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl)
  if (/^[\d.]+$|^\[/.test(hostname)) return false
  return protocol === 'https:' || hostname === 'localhost'
}

/** What a passkey belongs to: the name in BASE_URL, which no other site can ask for. */
export function nameOfHouse(baseUrl: string): string {
  return new URL(baseUrl).hostname
}
