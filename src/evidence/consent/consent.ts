import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import type { Person } from '../../people/person.js'
import { folded } from '../../words/folded.js'
import { newId } from '../../web/new-id.js'
import { dayOf, now, today } from '../../web/now.js'
import type { ConsentAudience, InThePicture } from '../../reach/audiences.js'
import { isReadableBy } from '../../reach/finding.js'
import { nothingBeyond } from '../../reach/reaches.js'
import { renewReach } from '../../reach/renewing.js'
import { evidenceInGroups, type Piece } from '../evidence.js'
import { filled, ofWhom } from '../loading-pieces.js'
import { eraseKeptUncovered, mayKeepUncovered, whatWasKeptUncovered } from '../files/kept-originals.js'
import { type Dependants, recordTouches } from '../withdrawing/dependants.js'
import { mayWithdrawConsent } from '../permissions.js'
import { aboutPiece } from '../as-fact.js'
import type { Consent } from '../tables.js'

export interface ConsentGiven {
  who: InThePicture
  /** `unasked`: they are seen, and nobody has asked them yet. */
  audience: ConsentAudience | 'unasked'
  /** Whom it is about where several people are seen; what was said about the same ones before is replaced. */
  subject?: string
  /** The last day on which it reaches further than the group. */
  endsOn?: string | null
  givenBy: string
  givenOn: string
  wording: string
}

/** That nobody can be seen, heard or recognised. */
export function nobodyInIt(): ConsentGiven {
  return { who: 'no one', audience: 'public', givenBy: '', givenOn: today(), wording: '' }
}

/**
 * Records who can be seen or heard in a piece and how far they agreed. For each of those seen the newest record stands, and
 * the piece goes as far as the narrowest of them. Nobody being seen replaces them all. A narrower one takes the piece back at once, so that widening it later is again somebody's choice.
 * Where nobody's agreement is left, what was kept of pictures from before they were covered is erased.
 */
export async function recordConsent(trx: Trx, piece: Piece, person: Person, given: ConsentGiven): Promise<void> {
  const audience = given.who === 'no one' ? 'public' : given.audience

  const at = afterThe(piece.consents)
  const others = await replace(trx, piece, given, at)
  await trx
    .insertInto('consents')
    .values({
      ...given,
      subject: given.who === 'no one' ? '' : (given.subject ?? ''),
      audience,
      id: newId(),
      evidenceId: piece.id,
      recordedBy: person.id,
      recordedAt: at,
    })
    .execute()
  const back = nothingBeyond(audience)
  if (Object.keys(back).length > 0) await trx.updateTable('evidence').set(back).where('id', '=', piece.id).execute()
  await renewReach(trx, [piece.id])
  const ofPiece = { by: person, ...aboutPiece(piece) }
  await record(trx, { kind: 'consent recorded', ...ofPiece })
  const consents = [...others, { who: given.who, audience, withdrawnAt: null }]
  if (mayKeepUncovered({ consents })) return
  const files = await eraseKeptUncovered(trx, piece)
  if (files.length > 0) await record(trx, { kind: 'uncovered pictures erased', ...ofPiece, files })
}

/**
 * What stood about the same people before does not stand any more; "nobody" and somebody cannot both be true.
 * @returns what goes on standing
 */
async function replace(trx: Trx, piece: Piece, given: ConsentGiven, at: string): Promise<Consent[]> {
  const same = piece.consents.filter(
    one => given.who === 'no one' || one.who === 'no one' || folded(one.subject) === folded(given.subject ?? ''),
  )
  const ids = same.map(one => one.id)
  if (ids.length > 0) await trx.updateTable('consents').set({ replacedAt: at }).where('id', 'in', ids).execute()
  return piece.consents.filter(one => !same.includes(one))
}

/** The newest record counts, so none may carry the same moment as the one before it. */
function afterThe(all: Consent[]): string {
  const at = now()
  const last = all.reduce<Consent | null>((late, one) => (late && late.recordedAt > one.recordedAt ? late : one), null)
  return last && last.recordedAt >= at ? new Date(Date.parse(last.recordedAt) + 1).toISOString() : at
}

/**
 * A child or a parent says no to whoever they meet, so a colleague of the school reaches the piece by its address even
 * when its content is not shared with them; the page then tells no more than its number. @throws NotFound
 */
export async function findToTakeBack(db: Db, person: Reader, id: string): Promise<Piece> {
  const rows = await evidenceInGroups(db)
    .selectAll('evidence')
    .select(ofWhom)
    .where('evidence.id', '=', id)
    .where('evidence.withdrawnAt', 'is', null)
    .where(eb => eb.or([isReadableBy(eb, person), eb('evidence.sharedWithGroupAt', 'is not', null)]))
    .execute()
  const [piece] = await filled(db, person, rows)
  if (!piece || piece.gap || !mayWithdrawConsent(person, piece)) throw new NotFound('piece of evidence')
  return piece
}

/**
 * Somebody in the piece takes their consent back. From the next request on nobody sees it: no page, list, file or
 * export. If nobody had recorded a consent, the refusal is recorded. What was kept of pictures from before they were
 * covered is erased.
 * @param dependants what can lean on a piece, in every room
 * @returns the id of the list of what it touched
 * @throws Conflict when it was taken back already
 */
export async function withdrawConsent(
  trx: Trx,
  piece: Piece,
  person: Person,
  because: string,
  dependants: Dependants[] = [],
): Promise<string> {
  if (piece.consent?.withdrawnAt) throw new Conflict('The consent for this piece has already been taken back.')
  const withdrawn = { withdrawnAt: now(), withdrawnBy: person.id, withdrawnBecause: because }

  const id = await recordTouches(trx, piece, person, 'consent', [...dependants, whatWasKeptUncovered])
  const files = await eraseKeptUncovered(trx, piece)
  if (piece.consent) await trx.updateTable('consents').set(withdrawn).where('id', '=', piece.consent.id).execute()
  else
    await trx
      .insertInto('consents')
      .values({
        id: newId(),
        evidenceId: piece.id,
        who: 'pupils',
        audience: 'group',
        givenOn: dayOf(withdrawn.withdrawnAt),
        recordedBy: person.id,
        recordedAt: withdrawn.withdrawnAt,
        ...withdrawn,
      })
      .execute()
  await trx.updateTable('evidence').set(nothingBeyond('group')).where('id', '=', piece.id).execute()
  await renewReach(trx, [piece.id])
  await record(trx, { kind: 'consent withdrawn', by: person, ...aboutPiece(piece), list: id, files })
  return id
}

/** Everything that was ever recorded about consent for a piece, the newest first. */
export async function consentsOf(db: Db, reader: Reader, piece: Piece) {
  const rows = await db
    .selectFrom('consents')
    .innerJoin('people', 'people.id', 'consents.recordedBy')
    .selectAll('consents')
    .select('people.name as recordedByName')
    .where('evidenceId', '=', piece.id)
    .orderBy('recordedAt', 'desc')
    .execute()
  return (await reader.namesIn(db, piece.groupId, piece.loggedBy)).read(rows)
}
