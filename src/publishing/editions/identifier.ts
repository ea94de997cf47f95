import { createHash } from 'node:crypto'
import type { Edition } from '../tables.js'

/** RFC 9562, appendix A: the namespace of names that are addresses. */
const namespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/** A name for an edition that stays, wherever the workbench is reached: the same for the same edition (UUID, version 5). */
export function identifierOf({ id, ofKind, ofId, number }: Pick<Edition, 'id' | 'ofKind' | 'ofId' | 'number'>): string {
  const hash = createHash('sha1')
    .update(namespace)
    .update(`enquiry-workbench:${ofKind}:${ofId}:${number}:${id}`)
    .digest()
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)]
  return `urn:uuid:${parts.join('-')}`
}
