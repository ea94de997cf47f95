import type { Request, Response } from 'express'
import type { Db } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { type Piece, piecesWithIds } from '../../evidence/evidence.js'
import { mostAtOnce } from '../../evidence/sharing/sharing-several.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { addMistake, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { whoWritesUp } from '../../write-ups/permissions.js'
import { addressOf, findWriteUp, type FoundWriteUp } from '../../write-ups/write-ups.js'
import { TickedForm } from '../forms.js'
import { mayMendInTheCheck } from '../permissions.js'
import { checkPage } from './check-page.js'
import type { StopKind } from './what-is-checked.js'

/** Where in the check somebody was. */
export interface InTheCheck {
  at: string
  kind: StopKind | ''
}

interface Ticked extends InTheCheck {
  person: Reader
  writeUp: FoundWriteUp
  /** As the group itself reads them. */
  pieces: Piece[]
  /** Whose button was pressed, where there are several. */
  of: string
}

/** The write-up for those in the group. @throws NotFound */
export async function findToCheck(db: Db, person: Reader, id: string): Promise<FoundWriteUp> {
  const writeUp = await findWriteUp(db, person, id)
  if (!writeUp.enquiry.standing.member) throw new NotFound('write-up')
  return writeUp
}

/** The pieces of the group that were ticked in the check; where none was, the check comes back, and there is nothing to do. */
export async function tickedPieces(
  house: House,
  req: Request<{ writeUp: string }>,
  res: Response,
): Promise<Ticked | undefined> {
  const person = signedIn(res)
  const writeUp = await findToCheck(house.db, person, req.params.writeUp)
  allow(mayMendInTheCheck(writeUp.enquiry), whoWritesUp)
  const { at, kind, pieces: ids, of = '' } = wellRead(read(TickedForm, req.body))
  const pieces = (await piecesWithIds(house.db, ids.slice(0, mostAtOnce))).filter(
    piece => piece.groupId === writeUp.groupId,
  )
  if (pieces.length > 0) return { person, writeUp, pieces, at, kind, of }
  const form = addMistake(formOf(), at, 'Tick at least one piece')
  show(res.status(422), 'publishing/check', await checkPage(house, person, writeUp, { kind, form }))
  return undefined
}

/** Back to where somebody was in the check, with what is left. */
export function backToCheck(res: Response, writeUp: FoundWriteUp, { at, kind }: InTheCheck): void {
  res.redirect(303, `${addressOf(writeUp)}/check${kind ? `?kind=${kind}` : ''}#at-${encodeURIComponent(at)}`)
}
