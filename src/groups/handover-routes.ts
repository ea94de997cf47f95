import { type Request, type Response, Router } from 'express'
import type { Db } from '../database.js'
import { allow, NotFound } from '../errors.js'
import type { House } from '../house.js'
import type { Person } from '../people/person.js'
import { tell } from '../people/sessions.js'
import { addMistake, type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { crumbsOfGroup } from './crumbs.js'
import { HandoverAnswerForm, HandoverForm } from './forms.js'
import { findGroup, type FoundGroup } from './group.js'
import {
  acceptHandover,
  declineHandover,
  offerHandover,
  offerIn,
  possibleLeads,
  withdrawHandover,
} from './handing-over.js'
import { peopleOf } from './people.js'
import { mayOfferHandover } from './permissions.js'

/** The lead goes from one to another: offered with a note, and changed only when the other accepts. */
export function handoverRoutes({ db }: House): Router {
  const routes = Router()

  async function leading(req: Request<{ group: string }>, res: Response) {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    const people = await peopleOf(db, group.id)
    allow(
      mayOfferHandover(
        group,
        people.some(one => one.role === 'lead learner'),
      ),
      'The lead learner hands the group over; when it has none, a network leader does.',
    )
    return { person, group }
  }

  routes.get('/groups/:group/handover', async (req, res) => {
    const { person, group } = await leading(req, res)
    show(res, 'groups/handover', await handoverPage(db, group, person, formOf()))
  })

  routes.post('/groups/:group/handover', async (req, res) => {
    const { person, group } = await leading(req, res)
    const reading = read(HandoverForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'groups/handover', await handoverPage(db, group, person, reading.form))
    const { to, note } = reading.values
    const chosen = (await possibleLeads(db, group)).find(one => one.personId === to)
    if (!chosen) {
      const form = addMistake(formOf(req.body), 'to', 'Choose a volunteer who is not a headteacher in the network')
      return show(res.status(422), 'groups/handover', await handoverPage(db, group, person, form))
    }
    await offerHandover(db, group, person, { toPerson: to, note })
    await tell(db, res, `${chosen.name} is asked to take over. Nothing changes until they accept.`)
    res.redirect(303, `/groups/${group.id}/people`)
  })

  routes.post('/groups/:group/handover/withdrawal', async (req, res) => {
    const { person, group } = await leading(req, res)
    const offer = await offerIn(db, group.id)
    if (!offer) throw new NotFound('offer')
    await withdrawHandover(db, group, person, offer)
    await tell(db, res, 'The offer is taken back.')
    res.redirect(303, `/groups/${group.id}/handover`)
  })

  async function asked(req: Request<{ group: string }>, res: Response) {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    const offer = await offerIn(db, group.id)
    if (offer?.toPerson !== person.id) throw new NotFound('offer')
    return { person, group, offer }
  }

  routes.get('/groups/:group/handover/answer', async (req, res) => {
    const { person, group, offer } = await asked(req, res)
    show(res, 'groups/handover-answer', {
      title: `Lead ${group.name}?`,
      breadcrumbs: crumbsOfGroup(group),
      groupName: group.name,
      address: req.path,
      back: `/groups/${group.id}`,
      offer,
      refused: person.isHeadIn(group.networkId)
        ? 'You are a headteacher in this network now, so you cannot lead one of its groups. Please decline.'
        : null,
    })
  })

  routes.post('/groups/:group/handover/answer', async (req, res) => {
    const { person, group, offer } = await asked(req, res)
    const reading = read(HandoverAnswerForm, req.body)
    if (!reading.ok) return res.redirect(303, req.path)
    if (reading.values.answer === 'accept') {
      await acceptHandover(db, group, person, offer)
      await tell(db, res, `You lead ${group.name} now.`)
    } else {
      await declineHandover(db, group, person, offer)
      await tell(db, res, 'You have declined. The lead stays where it is.')
    }
    res.redirect(303, `/groups/${group.id}`)
  })

  return routes
}

async function handoverPage(db: Db, group: FoundGroup, person: Person, form: FormState) {
  return {
    title: 'Hand the group over',
    breadcrumbs: crumbsOfGroup(group),
    groupName: group.name,
    address: `/groups/${group.id}/handover`,
    back: `/groups/${group.id}/people`,
    form,
    offer: (await offerIn(db, group.id)) ?? null,
    possible: (await possibleLeads(db, group)).filter(one => one.personId !== person.id),
  }
}
