import { type Db, type Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import type { Piece } from '../../evidence/evidence.js'
import { hindered, type ManyAct } from '../../evidence/together/acts.js'
import type { Person } from '../../people/person.js'
import { mayWriteUp } from '../permissions.js'
import { type FoundWriteUp, writeUpOf } from '../write-ups.js'
import { leaveOutPieces, listPieces, piecesChosen, takeInPieces, unlistPieces } from './choosing-pieces.js'

/** In the write-up of the cycle: listed among its evidence, or left out of it. */
export const writeUpTogether: ManyAct = {
  name: 'write-up',
  label: 'The write-up',
  async choices(db, { enquiry }) {
    if (!mayWriteUp(enquiry) || !(await writeUpOf(db, enquiry))) return []
    return [
      { value: 'listed', text: 'List them in the write-up’s evidence' },
      { value: 'left out', text: 'Leave them out of the write-up' },
    ]
  },
  async hinders(db, { enquiry }, pieces, how) {
    const chosen = await piecesChosen(db, await found(db, enquiry))
    const there = new Set(how === 'listed' ? chosen.listed : chosen.leftOut)
    return hindered(pieces, piece => {
      if (piece.sharedWithGroupAt === null) return 'It is a draft. Share it with the group first.'
      if (how === 'listed' && chosen.leftOut.includes(piece.id)) return 'It is left out. Take it in again in the check.'
      return there.has(piece.id) ? `It is ${how} already.` : undefined
    })
  },
  async does(trx, { person, enquiry }, pieces, how) {
    const writeUp = await found(trx, enquiry)
    await (how === 'listed' ? listPieces : leaveOutPieces)(trx, writeUp, person, pieces)
    return pieces.map(piece => ({ piece, was: '' }))
  },
  async undoes(trx, { person, enquiry }, done, how) {
    const writeUp = await found(trx, enquiry)
    await back(how)(
      trx,
      writeUp,
      person,
      done.map(({ piece }) => piece),
    )
  },
}

function back(how: string): (trx: Trx, writeUp: FoundWriteUp, person: Person, pieces: Piece[]) => Promise<void> {
  return how === 'listed' ? unlistPieces : takeInPieces
}

async function found(db: Db, enquiry: Enquiry): Promise<FoundWriteUp> {
  const writeUp = await writeUpOf(db, enquiry)
  if (!writeUp) throw new NotFound('write-up')
  return { ...writeUp, enquiry }
}
