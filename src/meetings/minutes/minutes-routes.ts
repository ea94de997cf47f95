import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound, Refusal } from '../../errors.js'
import { noteRead } from '../../facts/reads/noting.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { asLetter } from '../../pdf/form.js'
import { sendPdf } from '../../publishing/taking-away/sending-pdf.js'
import { sendWord } from '../../publishing/taking-away/taking-away.js'
import { slugOf } from '../../web/new-id.js'
import { dayOf, now } from '../../web/now.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findMeeting, type FoundMeeting } from '../meetings.js'
import '../pages.js'
import { mayAgreeMinutes, mayOpenMinutes, mayReadMinutes } from '../permissions.js'
import { documentOfMinutes } from './document.js'
import { whenInWords } from '../words.js'
import { agreeMinutes, openMinutes } from './minutes.js'
import { minutesPage } from './minutes-page.js'

const conducts = 'Whoever chairs or notes the meeting looks after its minutes.'

/** The minutes of a meeting: typed, opened to those who were there, agreed, taken away. */
export function minutesRoutes(house: House): Router {
  const { db, mail, baseUrl } = house
  const routes = Router()
  const at = '/meetings/:meeting/minutes' as const

  routes.get(at, async (req, res) => {
    const found = await findToRead(db, signedIn(res), req.params.meeting)
    const page = await minutesPage(db, found)
    const { id: aboutId, networkId } = found.meeting
    if (page.items.some(item => item.isConfidential))
      noteRead(db, { personId: found.person.id, aboutKind: 'minutes', aboutId, networkId })
    show(res, 'meetings/minutes', page)
  })

  routes.post(`${at}/opening`, async (req, res) => {
    const found = await findToRead(db, signedIn(res), req.params.meeting)
    allow(mayOpenMinutes(found) && found.meeting.startsAt! <= now(), conducts)
    await inOne(db, trx => openMinutes(trx, found.meeting, found.person))
    await tell(
      db,
      res,
      `The minutes are open, and those who were there can ask for amendments. ${heardBy(mail).tells('them', 'it waits on Your day')}`,
    )
    res.redirect(303, `${found.address}/minutes`)
  })

  routes.post(`${at}/agreement`, async (req, res) => {
    const found = await findToRead(db, signedIn(res), req.params.meeting)
    allow(mayAgreeMinutes(found), conducts)
    await inOne(db, trx => agreeMinutes(trx, found.meeting, found.person))
    await tell(db, res, 'The minutes are agreed, and stay as they are.')
    res.redirect(303, `${found.address}/minutes`)
  })

  routes.get(`${at}.pdf`, async (req, res) => {
    const found = await findToTakeAlong(db, signedIn(res), req.params.meeting)
    await sendPdf(house, res, await documentOfMinutes(db, found, baseUrl), fileName(found), asLetter)
  })

  routes.get(`${at}.docx`, async (req, res) => {
    const found = await findToTakeAlong(db, signedIn(res), req.params.meeting)
    await sendWord(house, res, await documentOfMinutes(db, found, baseUrl), fileName(found))
  })

  return routes
}

/** @throws NotFound for those to whom the minutes are not open, and as long as there is nothing to minute */
async function findToRead(db: Db, person: FoundMeeting['person'], id: string): Promise<FoundMeeting> {
  const found = await findMeeting(db, person, id)
  if (!mayReadMinutes(found) || found.meeting.startsAt === null) throw new NotFound()
  return found
}

/** @throws Refusal as long as the meeting has not begun: there is nothing to put in a file, whoever asks */
async function findToTakeAlong(db: Db, person: FoundMeeting['person'], id: string): Promise<FoundMeeting> {
  const { startsAt, endsAt, cancelledAt } = (await findMeeting(db, person, id)).meeting
  if (cancelledAt !== null) throw new Refusal(404, 'There are no minutes', 'The meeting was cancelled.')
  if (startsAt === null || startsAt > now()) {
    const when =
      startsAt === null ? 'Its date is being found' : `The meeting is on ${whenInWords({ startsAt, endsAt })}`
    throw new Refusal(404, 'There are no minutes yet', `${when}. Its minutes can be taken along once it has begun.`)
  }
  return findToRead(db, person, id)
}

function fileName({ meeting }: FoundMeeting): string {
  return `${slugOf(meeting.title)}-${dayOf(meeting.startsAt ?? now())}-minutes`
}
