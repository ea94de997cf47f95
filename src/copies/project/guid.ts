import { createHash } from 'node:crypto'

/** The same record has the same name in every copy, so that a program which reads two of them knows what it has seen. */
export function guidOf(kind: string, id: string): string {
  const hash = createHash('sha256').update(`${kind} ${id}`).digest('hex')
  const variant = ((parseInt(hash[16]!, 16) & 0x3) | 0x8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-')
}
