import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findConferenceToPrepare } from '../finding.js'
import { AbstractForm, GuestsForm } from '../forms.js'
import { mayWriteAbstract } from '../permissions.js'
import type { FormState } from '../../web/read.js'
import { abstractWritten, findConferenceOfGroup, openToGuests, writeAbstract } from './abstracts-written.js'

type OfGroup = Request<{ group: string; conference: string }>

/** A group writes what the booklet says of it, and the network leader says who else reads the booklet. */
export function writingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/groups/:group/conference-abstracts/:conference' as const

  routes.get(at, async (req: OfGroup, res) => {
    const { enquiry, conference } = await writing(req, res)
    again(res, { enquiry, conference }, formOf({ words: await abstractWritten(db, enquiry, conference) }))
  })

  routes.post(at, async (req: OfGroup, res) => {
    const { person, enquiry, conference } = await writing(req, res)
    const reading = read(AbstractForm, req.body)
    if (!reading.ok) return again(res.status(422), { enquiry, conference }, reading.form)
    const { words } = reading.values
    await inOne(db, trx => writeAbstract(trx, enquiry, conference, person, words))
    await tell(
      db,
      res,
      words ? 'The booklet says this of your group now.' : 'The booklet tells what your group published.',
    )
    res.redirect(303, `/networks/${conference.networkId}/conferences/${conference.id}/booklet`)
  })

  routes.post('/networks/:network/conferences/:conference/guests', async (req, res) => {
    const { person, conference, address } = await findConferenceToPrepare(db, signedIn(res), req.params)
    const reading = read(GuestsForm, req.body)
    const open = reading.ok && reading.values.open === 'yes'
    await inOne(db, trx => openToGuests(trx, conference, person, open))
    await tell(
      db,
      res,
      open
        ? 'Governors and facilitators of the network can read the booklet.'
        : 'The booklet is for those who work in the network alone.',
    )
    res.redirect(303, address)
  })

  async function writing(req: OfGroup, res: Response) {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const conference = await findConferenceOfGroup(db, enquiry, req.params.conference)
    allow(mayWriteAbstract(enquiry), 'Those in the group write what the booklet says of it.')
    return { person, enquiry, conference }
  }

  function again(
    res: Response,
    { enquiry, conference }: Pick<Awaited<ReturnType<typeof writing>>, 'enquiry' | 'conference'>,
    form: FormState,
  ): void {
    show(res, 'conferences/abstract', {
      title: `For the booklet of “${conference.title}”`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'write-up'),
      address: `/groups/${enquiry.groupId}/conference-abstracts/${conference.id}`,
      back: `/networks/${conference.networkId}/conferences/${conference.id}`,
      conference: conference.title,
      guests: conference.openToGuestsAt !== null,
      form,
    })
  }

  return routes
}
