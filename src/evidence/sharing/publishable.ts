import type { Db } from '../../database.js'
import { day } from '../../words/words.js'
import { consentReaches, mayReach } from '../../reach/agreed.js'
import { type ConsentAudience, consentAudienceNamed } from '../../reach/audiences.js'
import { numberOf } from '../listing/cards.js'
import { type Piece, piecesWithIds } from '../evidence.js'
import { refusedInWords } from './sharing.js'

/** What somebody has to settle: who sees it, who agreed, a name in it, a picture without words; or nothing can be settled. */
export type HindranceKind = 'sharing' | 'consent' | 'name' | 'picture' | 'gone'

/** One reason why a piece may not go out, and where it can be mended. */
export interface Hindrance {
  kind: HindranceKind
  piece: { id: string; number: string; address: string }
  because: string
  mendAt: string
}

/**
 * The publication check: everything that stops these pieces from being shown to an audience. Nothing is found when all
 * of them may go out. It answers without asking who is asking, and tells no more of a piece than its number.
 */
export async function publishable(db: Db, pieceIds: string[], audience: ConsentAudience): Promise<Hindrance[]> {
  return hindrancesIn(await piecesWithIds(db, pieceIds), pieceIds, audience)
}

/** The same check of pieces that are loaded already. One that is not among them has been erased. */
export function hindrancesIn(pieces: Piece[], pieceIds: string[], audience: ConsentAudience): Hindrance[] {
  const known = new Map(pieces.map(piece => [piece.id, piece]))
  return [...new Set(pieceIds)].flatMap(id => {
    const piece = known.get(id)
    return piece ? findingsFor(piece, audience) : [gone(id)]
  })
}

/** Whether a description of a picture is all that is missing: it stops a publication, and hides nothing that is out. */
export function isAboutDescription(finding: Hindrance): boolean {
  return finding.kind === 'picture'
}

function findingsFor(piece: Piece, audience: ConsentAudience): Hindrance[] {
  const number = numberOf(piece)
  const address = `/evidence/${piece.id}`
  return reasons(piece, number, audience).map(({ kind, because, at }) => ({
    kind,
    piece: { id: piece.id, number, address },
    because,
    mendAt: address + at,
  }))
}

interface Reason {
  kind: HindranceKind
  because: string
  at: string
}

function reasons(piece: Piece, number: string, audience: ConsentAudience): Reason[] {
  if (piece.withdrawnAt)
    return [{ kind: 'gone', because: `${number} was withdrawn on ${day(piece.withdrawnAt)}.`, at: '' }]
  const { consent } = piece
  if (consent?.withdrawnAt)
    return [
      { kind: 'gone', because: `The consent for ${number} was taken back on ${day(consent.withdrawnAt)}.`, at: '' },
    ]

  const found: Reason[] = []
  if (!piece.sharedWithGroupAt)
    found.push({
      kind: 'sharing',
      because: `${number} is a private draft that only its author has seen.`,
      at: '/sharing',
    })
  else if (audience !== 'group' && !piece.sharedWithNetworkAt)
    found.push({
      kind: 'sharing',
      because: `${number} is shared with the group only, not with the network.`,
      at: '/sharing',
    })
  if (!consent)
    found.push({
      kind: 'consent',
      because: `Nobody has said yet who can be seen, heard or recognised in ${number}.`,
      at: '/consent',
    })
  else if (!consentReaches(consent, audience)) {
    const { agreed } = consentAudienceNamed(consent.audience)
    found.push({ kind: 'consent', because: `The people in ${number} agreed to be seen ${agreed}.`, at: '/consent' })
  }
  if (piece.cap && !mayReach({ consent: null, cap: piece.cap }, audience))
    found.push({ kind: 'consent', because: `${number} is held back. ${refusedInWords(piece.cap)}`, at: '/consent' })
  if (piece.namesPupilAt && audience !== 'group')
    found.push({ kind: 'name', because: `${number} may name a pupil. The name must come out first.`, at: '' })
  if (piece.files.some(file => file.kind === 'image' && file.alt.trim() === ''))
    found.push({
      kind: 'picture',
      because: `A picture in ${number} has no description for those who cannot see it.`,
      at: '/files',
    })
  return found
}

function gone(id: string): Hindrance {
  return {
    kind: 'gone',
    piece: { id, number: '', address: '' },
    because: 'A piece that was quoted here has been erased. Take the quotation out.',
    mendAt: '',
  }
}
