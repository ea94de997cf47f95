import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { type FactKinds, record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { consentReaches, mayReach } from '../../reach/agreed.js'
import { type Audience, consentAudienceNamed } from '../../reach/audiences.js'
import { type Chosen, nothingBeyond } from '../../reach/reaches.js'
import { renewReach } from '../../reach/renewing.js'
import type { Piece } from '../evidence.js'
import type { Cap } from '../consent/refusals.js'
import { aboutPiece } from '../as-fact.js'

/** From now on everybody in the group reads the piece. */
export async function shareWithGroup(trx: Trx, piece: Piece, person: Person): Promise<void> {
  if (piece.sharedWithGroupAt) return
  await change(trx, piece, person, { sharedWithGroupAt: now() }, { with: 'group' })
}

/**
 * From now on everybody who works in the network's schools reads the piece.
 * @throws Conflict as long as consent does not reach that far, or a pupil is named
 */
export async function shareWithNetwork(trx: Trx, piece: Piece, person: Person): Promise<void> {
  if (piece.sharedWithNetworkAt && piece.sharedWithGroupAt) return
  const because = whyNotShare(piece, 'network')
  if (because) throw new Conflict(because)
  const at = now()
  const shared = { sharedWithGroupAt: piece.sharedWithGroupAt ?? at, sharedWithNetworkAt: at }
  await change(trx, piece, person, shared, { with: 'network' })
}

/** From now on those who work in the schools that it comes from read the piece too. @throws Conflict as for the network */
export async function shareWithSchool(trx: Trx, piece: Piece, person: Person): Promise<void> {
  if (piece.sharedWithSchoolAt && piece.sharedWithGroupAt && !piece.sharedWithNetworkAt) return
  const because = whyNotShare(piece, 'school')
  if (because) throw new Conflict(because)
  const at = now()
  const shared = {
    ...nothingBeyond('school'),
    sharedWithGroupAt: piece.sharedWithGroupAt ?? at,
    sharedWithSchoolAt: piece.sharedWithSchoolAt ?? at,
  }
  await change(trx, piece, person, shared, { with: 'school' })
}

/** From now on the facilitators that the group has invited read the piece. @throws Conflict as for the network */
export async function shareOutside(trx: Trx, piece: Piece, person: Person): Promise<void> {
  if (piece.sharedOutsideAt && piece.sharedWithGroupAt) return
  const because = whyNotShare(piece, 'outside')
  if (because) throw new Conflict(because)
  const at = now()
  const shared = { sharedWithGroupAt: piece.sharedWithGroupAt ?? at, sharedOutsideAt: at }
  await change(trx, piece, person, shared, { with: 'outside' })
}

/** Takes the piece back to the group, or to its author alone. */
export async function narrow(trx: Trx, piece: Piece, person: Person, to: 'author' | 'group'): Promise<void> {
  const back = nothingBeyond('group')
  if (to === 'author' && piece.sharedWithGroupAt)
    await change(trx, piece, person, { ...back, sharedWithGroupAt: null }, { to: 'author' })
  else if (piece.sharedWithSchoolAt || piece.sharedWithNetworkAt || piece.sharedOutsideAt)
    await change(trx, piece, person, back, { to: 'group' })
}

/** Facilitators no longer read the piece; the rest stays as it is. */
export async function takeBackFromOutside(trx: Trx, piece: Piece, person: Person): Promise<void> {
  if (!piece.sharedOutsideAt) return
  await change(trx, piece, person, { sharedOutsideAt: null }, { to: 'inside' })
}

/** How far out of the group a piece is to go, by which consent is asked; undefined when it stays inside. */
export function beyondTheGroup(audience: Audience, outside: boolean): 'network' | 'school' | 'outside' | undefined {
  if (audience === 'network' || audience === 'school') return audience
  return outside && audience !== 'author' ? 'outside' : undefined
}

/** Why a piece cannot be shared as widely as this, in a sentence; undefined when it can. */
export function whyNotShare(piece: Piece, audience: 'school' | 'network' | 'outside'): string | undefined {
  if (piece.namesPupilAt)
    return 'A pupil may be named in this piece. Take the name out first, then say that it is gone.'
  if (!piece.consent) return 'First say who can be seen, heard or recognised in this piece, and what they agreed to.'
  if (!consentReaches(piece.consent, audience))
    return 'The people in this piece have not agreed to be seen that widely.'
  return piece.cap && !mayReach(piece, audience) ? refusedInWords(piece.cap) : undefined
}

/** What a school refused, as the reason why a piece stays where it is; why it did is between the school and those who keep consent. */
export function refusedInWords({ school, content, audience }: Omit<Cap, 'because'>): string {
  const what = content === 'everything' ? 'everything from there' : content
  return `${school} has said that ${what} may be seen ${consentAudienceNamed(audience).agreed}.`
}

/** The same with the school’s reason, for those who keep consent. */
export function refusedWithReason(cap: Cap): string {
  return `${refusedInWords(cap).slice(0, -1)}: ${cap.because}`
}

type How = Pick<FactKinds['evidence shared'], 'with'> | Pick<FactKinds['evidence narrowed'], 'to'>

/** The group hears of it in any case: a piece that becomes a draft was there until now. */
async function change(trx: Trx, piece: Piece, person: Person, set: Partial<Chosen>, how: How): Promise<void> {
  await trx.updateTable('evidence').set(set).where('id', '=', piece.id).execute()
  await renewReach(trx, [piece.id])
  const ofPiece = { ...aboutPiece(piece), groupId: piece.groupId, by: person }
  await ('with' in how
    ? record(trx, { kind: 'evidence shared', ...ofPiece, with: how.with })
    : record(trx, { kind: 'evidence narrowed', ...ofPiece, to: how.to }))
}
