import { audiences } from '../../reach/audiences.js'
import { chosenFor } from '../../reach/reaches.js'
import type { Reader } from '../../names/reader.js'
import type { Trx } from '../../database.js'
import { findEvidence, type Piece } from '../evidence.js'
import { mayNarrowEvidence, mayShareEvidence } from '../permissions.js'
import { mayNameAPupil, piecesThatMayName } from '../sharing/names-before-sharing.js'
import { narrow, shareWithGroup, shareWithNetwork, shareWithSchool, whyNotShare } from '../sharing/sharing.js'
import { whoseItIs } from '../sharing/sharing-several.js'
import { hindered, type ManyAct } from './acts.js'

type To = 'group' | 'school' | 'network'

const choices: { value: To; text: string }[] = [
  { value: 'group', text: 'Share with the group, and no further' },
  { value: 'school', text: 'Share with the group and their own schools' },
  { value: 'network', text: 'Share with the network' },
]

/** Who sees them: as far as their keeper may share each, and those in it agreed. */
export const shareTogether: ManyAct = {
  name: 'share',
  label: 'Who sees them',
  choices: () => Promise.resolve(choices),
  async hinders(db, { person, keys }, pieces, to) {
    const hinder = hindered(pieces, piece => whyNotTo(person, piece, to as To))
    if (to === 'group') return hinder
    const free = pieces.filter(piece => !hinder.has(piece.id))
    for (const id of await piecesThatMayName({ db, keys }, person, free)) hinder.set(id, mayNameAPupil)
    return hinder
  },
  async does(trx, { person }, pieces, to) {
    const done = pieces.map(piece => ({ piece, was: chosenFor(piece) }))
    for (const { piece } of done) await shareAs(trx, person, piece, to as To)
    return done
  },
  async undoes(trx, { person }, done, to) {
    for (const { piece, was } of done) {
      const now = await findEvidence(trx, person, piece.id)
      if (chosenFor(now) !== to) continue
      if (was === 'author') await narrow(trx, now, person, 'author')
      else if (was === 'group' || !whyNotTo(person, now, was as To)) await shareAs(trx, person, now, was as To)
    }
  },
}

function whyNotTo(person: Reader, piece: Piece, to: To): string | undefined {
  const from = chosenFor(piece)
  if (from === to) return 'It is seen that far already.'
  const narrower = audiences.indexOf(to) < audiences.indexOf(from)
  if (narrower ? !mayNarrowEvidence(person, piece) : !mayShareEvidence(person, piece)) return whoseItIs(piece)
  if (to === 'group') return undefined
  if (to === 'school' && piece.schools.length === 0) return 'It comes from no school yet.'
  return whyNotShare(piece, to)
}

async function shareAs(trx: Trx, person: Reader, piece: Piece, to: To): Promise<void> {
  if (to === 'network') return shareWithNetwork(trx, piece, person)
  if (to === 'school') return shareWithSchool(trx, piece, person)
  return piece.sharedWithGroupAt ? narrow(trx, piece, person, 'group') : shareWithGroup(trx, piece, person)
}
