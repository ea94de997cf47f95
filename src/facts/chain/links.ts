import { createHash } from 'node:crypto'
import type { FactRow } from '../tables.js'

/** Before the first link. */
export const beginning = ''

export type Chained = Omit<FactRow, 'number'> & { number: number }

/** The hash of a fact's reason and details; with the salt gone it tells nothing of them. */
export function hashOfWords({ because, details }: Pick<FactRow, 'because' | 'details'>, salt: string): string {
  return sha256([salt, because, details])
}

/** @param before the hash of the link before it */
export function hashOfLink(before: string, fact: Chained, words: string): string {
  const { number, id, kind, at, personId, networkId, groupId, aboutKind, aboutId, broughtAt } = fact
  return sha256([before, number, id, kind, at, personId, networkId, groupId, aboutKind, aboutId, broughtAt, words])
}

function sha256(parts: (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
