import type { Piece } from '../../evidence/evidence.js'
import { mayClearPupil, mayDescribePictures, mayRecordConsent, mayShareEvidence } from '../../evidence/permissions.js'
import { whyNotShare } from '../../evidence/sharing/sharing.js'
import { whyNotSayNobody } from '../../evidence/sharing/sharing-several.js'
import type { Reader } from '../../names/reader.js'
import { grouped } from '../../words/grouped.js'
import { type AskedPiece, isUnanswered } from '../asking/asking.js'
import type { Stop, StopKind } from './what-is-checked.js'

/**
 * What somebody can do about a piece that may not go out. `share`: they share it in one press; `nobody`: they say that
 * nobody can be seen in it; `agreed`: what was agreed is to be settled on its own page; `look`: a name is to be taken out;
 * `ask`: only its author can; `asked`, `kept back`: the author was asked; `described`: words for its pictures are all it
 * needs; `gone`: it can only be left out.
 */
export type Doing = 'share' | 'nobody' | 'agreed' | 'look' | 'ask' | 'asked' | 'kept back' | 'described' | 'gone'

/** A piece with everything that stops it. */
export interface StoppedPiece {
  id: string
  number: string
  /** Undefined where the group shares it no more: then nothing of it is told but its number. */
  piece?: Piece
  stops: Stop[]
  request?: AskedPiece
  doing: Doing
}

/** Each piece that is stopped once, with what this person can do about it. */
export function piecesStopped(person: Reader, stops: Stop[], pieces: Piece[], requests: AskedPiece[]): StoppedPiece[] {
  const known = new Map(pieces.filter(piece => !piece.gap).map(piece => [piece.id, piece]))
  const asked = new Map(requests.map(one => [one.evidenceId, one]))
  const about = grouped(
    stops.filter(stop => stop.piece),
    stop => stop.piece!.id,
  )
  return [...about]
    .map(([id, own]): StoppedPiece => {
      const piece = known.get(id)
      const request = piece?.authorLeft ? undefined : asked.get(id)
      const kinds = new Set(own.map(stop => stop.kind))
      const doing = piece ? doingFor(person, piece, kinds, request) : 'gone'
      return {
        id,
        number: own[0]!.piece!.number,
        ...(piece && { piece }),
        stops: own,
        ...(request && { request }),
        doing,
      }
    })
    .sort((one, other) => Number(one.number.slice(1)) - Number(other.number.slice(1)))
}

function doingFor(person: Reader, piece: Piece, kinds: Set<StopKind>, request: AskedPiece | undefined): Doing {
  const needsItsKeeper =
    (kinds.has('sharing') && !mayShareEvidence(person, piece)) || (kinds.has('name') && !mayClearPupil(person, piece))
  const needsAgreement = kinds.has('consent')
  if (needsItsKeeper || (needsAgreement && !mayRecordConsent(person, piece))) {
    if (!request || request.answer === 'shared') return 'ask'
    return isUnanswered(request) ? 'asked' : 'kept back'
  }
  if (kinds.has('name')) return 'look'
  if (needsAgreement) return whyNotSayNobody(person, piece) ? 'agreed' : 'nobody'
  if (kinds.has('sharing')) return whyNotShare(piece, 'network') ? 'agreed' : 'share'
  return mayDescribePictures(person, piece) ? 'described' : 'ask'
}
