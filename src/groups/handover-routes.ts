import { type Request, type Response, Router } from 'express'
import { type Db, inOne } from '../database.js'
import { allow, NotFound } from '../errors.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import type { Person } from '../people/person.js'
import { tell } from '../people/sessions.js'
import type { Brought } from '../room.js'
import { addMistake, type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { crumbsOfGroup } from './crumbs.js'
import { HandoverForm } from './forms.js'
import { findGroup, type FoundGroup } from './group.js'
import { offerHandover, offerIn, possibleLeads, withdrawHandover } from './handing-over.js'
import { peopleOf } from './people.js'
import { mayOfferHandover } from './permissions.js'

/** The lead is offered to another with a note, and changes only when they accept. */
export function handoverRoutes({ db }: House, { headOfGroup }: Pick<Brought, 'headOfGroup'>): Router {
  const routes = Router()

  routes.get('/groups/:group/handover', async (req, res) => {
    const { person, group } = await leading(req, res)
    show(res, 'groups/handover', await pageFor(group, person, formOf()))
  })

  routes.post('/groups/:group/handover', async (req, res) => {
    const { person, group } = await leading(req, res)
    const reading = read(HandoverForm, req.body)
    if (!reading.ok) return show(res.status(422), 'groups/handover', await pageFor(group, person, reading.form))
    const { to, note } = reading.values
    const chosen = (await possibleLeads(db, group)).find(one => one.personId === to)
    if (!chosen) {
      const form = addMistake(formOf(req.body), 'to', 'Choose a volunteer who is not a headteacher in the network')
      return show(res.status(422), 'groups/handover', await pageFor(group, person, form))
    }
    await inOne(db, trx => offerHandover(trx, group, person, { toPerson: to, note }))
    await tell(db, res, `${chosen.name} is asked to take over. Nothing changes until they accept.`)
    res.redirect(303, `/groups/${group.id}/people`)
  })

  routes.post('/groups/:group/handover/withdrawal', async (req, res) => {
    const { person, group } = await leading(req, res)
    const offer = await offerIn(db, group.id)
    if (!offer) throw new NotFound('offer')
    await inOne(db, trx => withdrawHandover(trx, group, person, offer))
    await tell(db, res, 'The offer is taken back.')
    res.redirect(303, `/groups/${group.id}/handover`)
  })

  async function pageFor(group: FoundGroup, person: Reader, form: FormState) {
    const head = await headOfGroup(db, person, group.id, 'handover')
    return { ...(await handoverPage(db, group, person, form)), head }
  }

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

  return routes
}

async function handoverPage(db: Db, group: FoundGroup, person: Person, form: FormState) {
  return {
    title: 'Hand the group over',
    breadcrumbs: crumbsOfGroup(group),
    address: `/groups/${group.id}/handover`,
    back: `/groups/${group.id}/people`,
    leads: group.standing.lead,
    form,
    offer: (await offerIn(db, group.id)) ?? null,
    possible: (await possibleLeads(db, group)).filter(one => one.personId !== person.id),
  }
}
