import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, BadInput } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read, wellRead } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { openVisit } from '../finding.js'
import { IntoGroupForm } from '../forms.js'
import { dayThere, groupsForNote, putIntoGroup } from './into-group.js'
import { findOwnBox } from './notes.js'

/** One’s own note becomes a piece of evidence of a group in which one takes part, by one press. */
export function intoGroupRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/networks/:network/visits/:visit/notes/:box/evidence', async (req, res) => {
    const { person, address } = await openVisit(db, signedIn(res), req.params)
    const { found, bookings, box, words } = await findOwnBox(db, person, req.params)
    const groups = await groupsForNote(db, person, found)
    allow(groups.length > 0, 'You are in no open enquiry group of this network.')
    const { group, audience } = wellRead(read(IntoGroupForm, req.body))
    const enquiry = groups.find(one => one.groupId === group)
    if (!enquiry) throw new BadInput('Choose a group that you are in', 422)
    if (words.trim() === '') {
      await tell(db, res, `Nothing is written in “${box.label}” yet. Write it first, then make it evidence.`)
    } else {
      const on = await dayThere(db, person, found, bookings)
      const kind = box.box === 'best' || box.box === 'possible' ? 'observation' : 'field-note'
      const note = { box, words, on }
      const piece = await inOne(db, trx => putIntoGroup(trx, enquiry, person, found, note, { kind, audience }))
      await tell(db, res, `It is E${piece.number} of ${enquiry.groupName} now, with the school and the day.`)
    }
    res.redirect(303, `${address}/notes#f-${box.box}`)
  })

  return routes
}
