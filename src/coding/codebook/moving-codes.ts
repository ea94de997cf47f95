import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { Person } from '../../people/person.js'
import { act, type Change } from '../undoing/acts.js'
import { bookOf, type CodeInBook, type FoundCode } from './book.js'
import { holdsTogether } from '../holding-together.js'

export interface Spot {
  /** The code to stand under; null for the first level. */
  parentId: string | null
  /** The code to stand just before; null for the last place. */
  beforeId: string | null
}

/** Moves a code, with those beneath it, to another place in the book. @throws Conflict where it would stand under itself */
export async function moveCode(trx: Trx, code: FoundCode, person: Person, spot: Spot): Promise<void> {
  const book = await bookOf(trx, code)
  const moving = book.find(one => one.id === code.id)
  if (!moving) throw new Conflict('This code is not in use any more.')
  if (spot.parentId && (spot.parentId === moving.id || moving.below.includes(spot.parentId)))
    throw new Conflict(`“${moving.name}” cannot stand under itself or under a code of its own.`)
  const parent = book.find(one => one.id === spot.parentId)
  if (spot.parentId && !parent) throw new Conflict('The code to stand under is not in use any more.')
  const changes = changesFor(book, moving, spot)
  if (changes.length === 0) return
  const where = parent ? `under “${parent.name}”` : 'to the first level'
  const did =
    moving.parentId === spot.parentId
      ? `put the code “${moving.name}” in another place`
      : `moved the code “${moving.name}” ${where}`
  await act(trx, { groupId: code.groupId, person, did }, changes)
  await holdsTogether(trx, code.groupId)
}

/** Only what really changes: the code's own place, and the numbers of those that make room. */
function changesFor(book: CodeInBook[], moving: CodeInBook, { parentId, beforeId }: Spot): Change[] {
  const beside = book.filter(one => one.parentId === parentId && one.id !== moving.id)
  const at = beside.findIndex(one => one.id === beforeId)
  const order = at < 0 ? [...beside, moving] : [...beside.slice(0, at), moving, ...beside.slice(at)]
  return order.flatMap((one, position): Change[] => {
    const isMoving = one.id === moving.id
    const parentMoves = isMoving && one.parentId !== parentId
    if (one.position === position && !parentMoves) return []
    const before = { position: one.position, ...(parentMoves ? { parentId: one.parentId } : {}) }
    return [{ thing: 'code', id: one.id, before, after: { position, ...(parentMoves ? { parentId } : {}) } }]
  })
}

/** One place up or down among those under the same code. */
export async function shiftCode(trx: Trx, code: FoundCode, person: Person, way: 'up' | 'down'): Promise<void> {
  const beside = code.book.filter(one => one.parentId === code.parentId)
  const at = beside.findIndex(one => one.id === code.id)
  if (way === 'up' && at === 0) return
  if (way === 'down' && at === beside.length - 1) return
  const before = way === 'up' ? beside[at - 1]! : beside[at + 2]
  await moveCode(trx, code, person, { parentId: code.parentId, beforeId: before?.id ?? null })
}
