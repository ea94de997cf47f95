import type { Person } from '../../people/person.js'
import type { Piece } from '../evidence.js'
import type { Former } from './names-in-a-piece.js'

/*
 * What a name was before its code was written is nobody's to keep. It is held in memory for whoever wrote the code, while
 * the page of the piece that offers to undo it is open, and ten minutes at most; a restart forgets it too.
 */
const tenMinutes = 600_000

interface Held extends Former {
  wasOffered: boolean
  timer: NodeJS.Timeout
}

const held = new Map<string, Held>()

export function holdFormer(person: Pick<Person, 'id'>, piece: Pick<Piece, 'id'>, former: Former): void {
  const key = keyOf(person, piece)
  letGo(key)
  const timer = setTimeout(() => held.delete(key), tenMinutes)
  timer.unref()
  held.set(key, { ...former, wasOffered: false, timer })
}

/** For the page of the piece: what was written, once. Opened again, the page has been left, and the name is forgotten. */
export function undoOffered(person: Pick<Person, 'id'>, piece: Pick<Piece, 'id' | 'version'>): string | null {
  const key = keyOf(person, piece)
  const former = held.get(key)
  if (!former) return null
  if (former.wasOffered || former.version !== piece.version) {
    letGo(key)
    return null
  }
  former.wasOffered = true
  return former.instead
}

/** What is to be undone; it is forgotten at once. */
export function takeFormer(person: Pick<Person, 'id'>, piece: Pick<Piece, 'id'>): Former | undefined {
  const key = keyOf(person, piece)
  const former = held.get(key)
  letGo(key)
  return former
}

function letGo(key: string): void {
  clearTimeout(held.get(key)?.timer)
  held.delete(key)
}

function keyOf(person: Pick<Person, 'id'>, piece: Pick<Piece, 'id'>): string {
  return `${person.id}:${piece.id}`
}
