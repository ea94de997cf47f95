/**
 * Sealing what waits on the device: a key of its own for each capture, agreed between a pair made for it and the
 * person's public key (ECDH on P-256, HKDF, AES-GCM). The private half of the pair is forgotten at once, so that the
 * device itself cannot open what it has sealed.
 */
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

export interface Seal {
  key: CryptoKey
  opening: ArrayBuffer
}

export async function newSeal(publicKey: JsonWebKey, capture: string): Promise<Seal> {
  const theirs = await crypto.subtle.importKey('jwk', publicKey, curve, false, [])
  const pair = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const opening = await crypto.subtle.exportKey('raw', pair.publicKey)
  return { opening, key: await agree(pair.privateKey, theirs, opening, capture) }
}

export function privateKeyFrom(jwk: JsonWebKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', jwk, curve, false, ['deriveBits'])
}

export async function openSeal(mine: CryptoKey, opening: ArrayBuffer, capture: string): Promise<CryptoKey> {
  const theirs = await crypto.subtle.importKey('raw', opening, curve, false, [])
  return agree(mine, theirs, opening, capture)
}

async function agree(mine: CryptoKey, theirs: CryptoKey, salt: ArrayBuffer, capture: string): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256)
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode(`capture ${capture}`)
  const how = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info }, secret, how, false, [
    'encrypt',
    'decrypt',
  ])
}

/** The words of a capture are part 0, its files follow. The key is used once for each place, so the place can be the nonce. */
export function close(key: CryptoKey, part: number, chunk: number, bytes: BufferSource): Promise<ArrayBuffer> {
  return crypto.subtle.encrypt({ name: 'AES-GCM', iv: ivOf(part, chunk) }, key, bytes)
}

export function open(key: CryptoKey, part: number, chunk: number, bytes: BufferSource): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: ivOf(part, chunk) }, key, bytes)
}

function ivOf(part: number, chunk: number): Uint8Array<ArrayBuffer> {
  const place = new Uint8Array(12)
  const view = new DataView(place.buffer)
  view.setUint32(0, part)
  view.setUint32(4, chunk)
  return place
}
