import type { Trx } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { listed, plural } from '../../words/words.js'
import { nobodyInIt, recordConsent } from '../consent/consent.js'
import { findEvidence, type Piece } from '../evidence.js'
import { numberOf } from '../listing/cards.js'
import { mayRecordConsent, mayShareEvidence } from '../permissions.js'
import { mayNameAPupil } from './names-before-sharing.js'
import { shareWithNetwork, whyNotShare } from './sharing.js'

/** As many pieces as anybody acts on at once. */
export const mostAtOnce = 200

/** What came of a deed on several pieces: those it was done to, and why it was not done to the others. */
export interface CameOf {
  done: Piece[]
  left: { piece: Piece; because: string }[]
}

/**
 * Shares each with the network that its keeper may share that far, and leaves the others as they are.
 * @param naming ids of the pieces in which a word may name a pupil: each of them is looked at by itself
 * @param nobody ids of the pieces of which the person says that nobody can be recognised in them
 */
export async function shareSeveral(
  trx: Trx,
  person: Reader,
  pieces: Piece[],
  naming: Set<string>,
  nobody: Set<string> = new Set(),
): Promise<CameOf> {
  const cameOf: CameOf = { done: [], left: [] }
  for (const before of pieces) {
    if (nobody.has(before.id)) await sayNobody(trx, person, before)
    const piece = nobody.has(before.id) ? await findEvidence(trx, person, before.id) : before
    const because = whyNotShareNow(person, piece, naming)
    if (because) cameOf.left.push({ piece, because })
    else {
      await shareWithNetwork(trx, piece, person)
      cameOf.done.push(piece)
    }
  }
  return cameOf
}

function whyNotShareNow(person: Reader, piece: Piece, naming: Set<string>): string | undefined {
  if (!mayShareEvidence(person, piece)) return whoseItIs(piece)
  return whyNotShare(piece, 'network') ?? (naming.has(piece.id) ? mayNameAPupil : undefined)
}

/** Says of each that nobody can be recognised in it, where that can be said of several at once. */
export async function sayNobodyInSeveral(trx: Trx, person: Reader, pieces: Piece[]): Promise<CameOf> {
  const cameOf: CameOf = { done: [], left: [] }
  for (const piece of pieces) {
    const because = whyNotSayNobody(person, piece)
    if (because) cameOf.left.push({ piece, because })
    else {
      await recordConsent(trx, piece, person, nobodyInIt())
      cameOf.done.push(piece)
    }
  }
  return cameOf
}

async function sayNobody(trx: Trx, person: Reader, piece: Piece): Promise<void> {
  if (!whyNotSayNobody(person, piece)) await recordConsent(trx, piece, person, nobodyInIt())
}

/**
 * Nobody says so of a picture, a sound or a file among many others: those are looked at one by one. Nor is it said here of a
 * piece about which something was said already.
 */
export function whyNotSayNobody(person: Reader, piece: Piece): string | undefined {
  if (!mayRecordConsent(person, piece))
    return 'Its author, the lead learner or a colleague of its school says who is in it.'
  if (piece.consent) return 'It is recorded already who agreed to be seen in it.'
  if (piece.files.length > 0) return 'Open it, and look at its pictures and files, before you say who is in it.'
  return undefined
}

/** `It is Sam Okafor’s: ask them.` */
export function whoseItIs(piece: Pick<Piece, 'author'>): string {
  return `${piece.author} logged it and decides who sees it.`
}

/** `E3 and E4 stay as they are. E3: …`; nothing where none does. */
export function leftInWords({ left }: CameOf): string {
  if (left.length === 0) return ''
  const reasons = new Map<string, Piece[]>()
  for (const { piece, because } of left) reasons.set(because, [...(reasons.get(because) ?? []), piece])
  const each = [...reasons].map(
    ([because, pieces]) => `${listed(pieces.slice(0, 6).map(numberOf))}${pieces.length > 6 ? ' …' : ''}: ${because}`,
  )
  return ` ${plural(left.length, 'piece stays as it is', 'pieces stay as they are')}. ${each.join(' ')}`
}
