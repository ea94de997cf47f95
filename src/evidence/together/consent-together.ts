import { today } from '../../web/now.js'
import { nobodyInIt, recordConsent } from '../consent/consent.js'
import type { ConsentGiven } from '../consent/consent.js'
import { mayRecordConsent } from '../permissions.js'
import { whyNotSayNobody } from '../sharing/sharing-several.js'
import { hindered, type ManyAct } from './acts.js'

/**
 * What can be said of many at once: that nobody is in them, or that nobody has been asked yet. That somebody agreed is
 * recorded piece by piece, since each of them may have agreed to something else.
 */
export const consentTogether: ManyAct = {
  name: 'consent',
  label: 'Who can be recognised in them',
  choices: () =>
    Promise.resolve([
      { value: 'no one', text: 'Say that nobody can be recognised' },
      { value: 'unasked', text: 'Say that pupils can, and have not been asked yet' },
    ]),
  hinders: (_db, { person }, pieces, value) =>
    Promise.resolve(
      hindered(pieces, piece => {
        if (value === 'no one') return whyNotSayNobody(person, piece)
        if (piece.consent) return 'It is recorded already who agreed to be seen in it.'
        return mayRecordConsent(person, piece) ? undefined : whyNotSayNobody(person, piece)
      }),
    ),
  async does(trx, { person }, pieces, value) {
    const given = value === 'no one' ? nobodyInIt() : unasked()
    for (const piece of pieces) await recordConsent(trx, piece, person, given)
    return pieces.map(piece => ({ piece, was: '' }))
  },
}

function unasked(): ConsentGiven {
  return { who: 'pupils', audience: 'unasked', givenBy: '', givenOn: today(), wording: '' }
}
