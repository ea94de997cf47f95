import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { meetingsAhead } from '../../meetings/agenda/meetings-ahead.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { dayOf } from '../../web/now.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { LastDayForm, TalkForm } from '../forms.js'
import { mayLead } from '../permissions.js'
import { closeRound } from './closing.js'
import { dropRound, moveLastDay, openRound, remindRound, setTalk, talkAtMeeting } from './doing.js'
import './pages.js'
import { roundPage } from './round-page.js'
import { findRound, type FoundRound } from './rounds.js'

/** Those who lead a round open it, remind, move its last day and close it. */
export function leadingRoutes({ db, mail }: House): Router {
  const routes = Router()
  const at = '/networks/:network/reviews/:round' as const

  routes.post(`${at}/opening`, async (req, res) => {
    const { person, round, address } = await roundToLead(signedIn(res), req.params)
    await inOne(db, trx => openRound(trx, round, person))
    await tell(db, res, `The review is open. ${heardBy(mail).tells('everybody who is asked', 'it waits on Your day')}`)
    res.redirect(303, address)
  })

  routes.post(`${at}/reminder`, async (req, res) => {
    const { person, round, address } = await roundToLead(signedIn(res), req.params)
    await inOne(db, trx => remindRound(trx, round, person))
    await tell(
      db,
      res,
      `${heardBy(mail).tells('those who have not finished', 'it waits on Your day')} Nobody is told who that is.`,
    )
    res.redirect(303, address)
  })

  routes.post(`${at}/last-day`, async (req, res) => {
    const found = await roundToLead(signedIn(res), req.params)
    const reading = read(LastDayForm, req.body)
    if (!reading.ok) return show(res.status(422), 'reviews/show', await roundPage(db, found, { lastDay: reading.form }))
    await inOne(db, trx => moveLastDay(trx, found.round, found.person, reading.values.answerBy))
    await tell(db, res, 'The last day is moved.')
    res.redirect(303, found.address)
  })

  routes.get(`${at}/closing`, async (req, res) => {
    const { round, head, address } = await roundToLead(signedIn(res), req.params)
    show(res, 'reviews/closing', { title: 'Close this review', head, address, review: round.title })
  })

  routes.post(`${at}/closing`, async (req, res) => {
    const { person, round, address } = await roundToLead(signedIn(res), req.params)
    await inOne(db, trx => closeRound(trx, round, person))
    res.redirect(303, address)
  })

  routes.get(`${at}/removal`, async (req, res) => {
    const { round, head, address } = await roundToLead(signedIn(res), req.params)
    show(res, 'reviews/dropping', { title: 'Drop this review', head, address, review: round.title })
  })

  routes.post(`${at}/removal`, async (req, res) => {
    const { person, round, listAddress } = await roundToLead(signedIn(res), req.params)
    await inOne(db, trx => dropRound(trx, round, person))
    await tell(db, res, 'The review is dropped. Nobody had been asked yet.')
    res.redirect(303, listAddress)
  })

  routes.post(`${at}/talk`, async (req, res) => {
    const found = await roundToLead(signedIn(res), req.params)
    const reading = read(TalkForm, req.body)
    if (!reading.ok) return show(res.status(422), 'reviews/show', await roundPage(db, found, { talk: reading.form }))
    const { meeting: id, ...day } = reading.values
    const meeting = (await meetingsAhead(db, found.person, found.network)).find(one => one.id === id)
    if (id && !meeting) throw new NotFound('meeting')
    await inOne(db, trx =>
      meeting
        ? talkAtMeeting(trx, found.round, found.person, {
            ...{ id: meeting.id, on: dayOf(meeting.startsAt), where: meeting.title },
          })
        : setTalk(trx, found.round, found.person, day),
    )
    await tell(db, res, 'The day is set.')
    res.redirect(303, found.address)
  })

  /** @throws NotFound, NotAllowed for those who do not lead it */
  async function roundToLead(person: Reader, at: { network: string; round: string }): Promise<FoundRound> {
    const found = await findRound(db, person, at)
    allow(mayLead(person, found.round), 'A review is looked after by those who lead the network or the theme.')
    return found
  }

  return routes
}
