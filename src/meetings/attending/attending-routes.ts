import { Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { choice } from '../../web/fields.js'
import { queried } from '../../web/page-of.js'
import { read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { topOf } from '../circles/circle-page.js'
import { InviteForm } from '../circles/forms.js'
import { mayBeInvited, peopleToInvite } from '../circles/members.js'
import { findMeeting } from '../meetings.js'
import '../pages.js'
import { isAsked, mayChangeMeeting, mayTick } from '../permissions.js'
import { attendersOf, inviteGuest, sayWhetherComing, tickAttendance } from './attending.js'
import { attendanceForm } from './forms.js'

const ComingForm = z.strictObject({ says: choice(['comes', 'cannot'], 'Say whether you come') })

/** Who comes, who cannot, who was there, and who is invited from elsewhere. */
export function attendingRoutes({ db, mail }: House): Router {
  const routes = Router()

  routes.post('/meetings/:meeting/coming', async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    const { person, meeting, address } = found
    allow(isAsked(found) && meeting.cancelledAt === null, 'Those who are asked to the meeting say whether they come.')
    const { says } = wellRead(read(ComingForm, req.body))
    await inOne(db, trx => sayWhetherComing(trx, meeting, person, says === 'comes'))
    await tell(db, res, says === 'comes' ? 'You come.' : 'Your apologies are noted.')
    res.redirect(303, address)
  })

  routes.get('/meetings/:meeting/guests', async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    const { meeting, circles, network, address } = found
    allow(mayChangeMeeting(found), 'Whoever chairs or notes the meeting invites guests.')
    const find = queried(req, 'find')
    const asked = await attendersOf(db, meeting, circles)
    const people = find ? await peopleToInvite(db, network.id, find) : []
    show(res, 'meetings/guests', {
      ...topOf(found, 'Invite a guest'),
      ...{ over: meeting.title, address: `${address}/guests`, back: address, find },
      found: people.map(one => ({ ...one, isIn: asked.some(other => other.id === one.id) })),
      guests: asked.filter(one => one.isGuest).map(one => one.name),
    })
  })

  routes.post('/meetings/:meeting/guests', async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    const { person, meeting, network, address } = found
    allow(mayChangeMeeting(found), 'Whoever chairs or notes the meeting invites guests.')
    const { person: guest } = wellRead(read(InviteForm, req.body))
    if (!(await mayBeInvited(db, network.id, guest))) throw new NotFound('person')
    await inOne(db, trx => inviteGuest(trx, meeting, person, guest))
    await tell(db, res, `They are invited. ${heardBy(mail).tells('them')}`)
    res.redirect(303, `${address}/guests`)
  })

  routes.post('/meetings/:meeting/attendance', async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    const { person, meeting, circles, address } = found
    allow(mayTick(found), 'Whoever chairs or notes the meeting ticks who was there.')
    const attenders = await attendersOf(db, meeting, circles)
    const attended = wellRead(read(attendanceForm(attenders), req.body))
    await inOne(db, trx => tickAttendance(trx, meeting, person, attended))
    await tell(db, res, 'It is noted who was there.')
    res.redirect(303, `${address}/minutes`)
  })

  return routes
}
