import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { wellRead, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { openVisit } from '../finding.js'
import { AudienceForm, Nothing } from '../forms.js'
import '../pages.js'
import { bookingsOf } from '../visits.js'
import { boxesFor, findOwnBox, settleNote, showNote } from './notes.js'
import { notesPage } from './notes-page.js'

const readBy = {
  me: 'Only you read this note now.',
  host: 'The hosts read this note now.',
  network: 'Everybody in the network reads this note now. You can change that again.',
}

/** What visitors and hosts write, each for themselves, and who may read it. */
export function noteRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/visits/:visit/notes' as const

  routes.get(at, async (req, res) => {
    const there = await openVisit(db, signedIn(res), req.params)
    const own = boxesFor(there.person, there.found, await bookingsOf(db, there.found.visit.id))
    allow(own.length > 0, 'Notes are written by those who are booked in, and by the hosts.')
    show(res, 'visits/notes', await notesPage(db, there))
  })

  routes.post(`${at}/settled`, async (req, res) => {
    const { person, found, address } = await openVisit(db, signedIn(res), req.params)
    wellRead(read(Nothing, req.body))
    await inOne(db, trx => settleNote(trx, found.visit.id, person, 'noteSettledAt'))
    await tell(db, res, 'You are not asked again. The boxes stay open for you.')
    res.redirect(303, address)
  })

  routes.post(`${at}/later-settled`, async (req, res) => {
    const { person, found, address } = await openVisit(db, signedIn(res), req.params)
    wellRead(read(Nothing, req.body))
    await inOne(db, trx => settleNote(trx, found.visit.id, person, 'cameOfSettledAt'))
    await tell(db, res, 'You are not asked again. The box stays open for you.')
    res.redirect(303, `${address}/notes`)
  })

  routes.post(`${at}/:box/audience`, async (req, res) => {
    const person = signedIn(res)
    const { found, box } = await findOwnBox(db, person, req.params)
    const { audience } = wellRead(read(AudienceForm, req.body))
    if (!person.belongsTo(found.visit.networkId) && audience === 'network') throw new NotFound('network')
    await inOne(db, trx => showNote(trx, found, person, box.box, audience))
    await tell(
      db,
      res,
      found.visit.kind === 'far' && audience === 'host' ? 'Those who went with you read it now.' : readBy[audience],
    )
    res.redirect(303, `/networks/${req.params.network}/visits/${found.visit.id}/notes#f-${box.box}`)
  })

  return routes
}
