import { createHash } from 'node:crypto'
import type { Document } from './document.js'

/** The SHA-256 of a document, in hex: the same words in the same order give the same hash, however the object was made. */
export function hashOf(document: Document): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex')
}

/** JSON with its keys in order and nothing undefined, so that two equal values are the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isPlain(part) ? withKeysInOrder(part) : part))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function withKeysInOrder(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
