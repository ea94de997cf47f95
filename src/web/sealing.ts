import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Seals words with a key of 32 bytes. @param boundTo what they belong to: under another name they cannot be unsealed */
export function seal(secret: Buffer, boundTo: string, words: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(boundTo))
  return Buffer.concat([nonce, cipher.update(words), cipher.final(), cipher.getAuthTag()])
}

/** @throws Error for another key, another name, or words that were changed */
export function unseal(secret: Buffer, boundTo: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
}
