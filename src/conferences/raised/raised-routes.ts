import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findConferenceToRead } from '../finding.js'
import { BecameForm, RaiseForm } from '../forms.js'
import '../pages.js'
import { mayLookAgain } from '../permissions.js'
import { programmePage } from '../programme-page.js'
import { findRaised, lookAgain, raise, takeOut } from './raised.js'

/** Questions that were raised, and what people committed to: noted by anybody who is there, looked at again on its day. */
export function raisedRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/conferences/:conference/raised' as const

  routes.post(at, async (req, res) => {
    const there = await findConferenceToRead(db, signedIn(res), req.params)
    const reading = read(RaiseForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'conferences/show', await programmePage(db, there, formOf(), reading.form))
    const { kind, words, lookAgainOn } = reading.values
    const said = { kind, words, lookAgainOn: kind === 'commitment' ? lookAgainOn : null }
    await inOne(db, trx => raise(trx, there.conference, said, there.person))
    await tell(db, res, kind === 'commitment' ? 'It is noted, and comes back on its day.' : 'The question is noted.')
    res.redirect(303, `${there.address}#raised`)
  })

  routes.post(`${at}/:note/became`, async (req, res) => {
    const there = await findConferenceToRead(db, signedIn(res), req.params)
    const { person, network, conference, address } = there
    const note = await findRaised(db, conference, req.params.note)
    allow(mayLookAgain(person, network, note))
    const reading = read(BecameForm, req.body)
    if (!reading.ok) {
      const form = { ...reading.form, values: { ...reading.form.values, of: note.id } }
      return show(res.status(422), 'conferences/show', await programmePage(db, there, formOf(), formOf(), form))
    }
    await inOne(db, trx => lookAgain(trx, conference, note, reading.values.became, person))
    await tell(db, res, 'What became of it is noted.')
    res.redirect(303, `${address}#raised`)
  })

  routes.post(`${at}/:note/removal`, async (req, res) => {
    const { person, network, conference, address } = await findConferenceToRead(db, signedIn(res), req.params)
    const note = await findRaised(db, conference, req.params.note)
    allow(mayLookAgain(person, network, note))
    await inOne(db, trx => takeOut(trx, conference, note, person))
    await tell(db, res, 'It is taken out.')
    res.redirect(303, `${address}#raised`)
  })

  return routes
}
