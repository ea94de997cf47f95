import { type Request, type Response, Router } from 'express'
import { inOne } from '../database.js'
import { NotFound } from '../errors.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import type { Brought } from '../room.js'
import { read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { crumbsOfGroup } from './crumbs.js'
import { HandoverAnswerForm } from './forms.js'
import { findGroup } from './group.js'
import { acceptHandover, declineHandover, offerIn } from './handing-over.js'

/** Whoever is asked to lead a group reads the note, and accepts or declines. */
export function handoverAnswerRoutes({ db }: House, { headOfGroup }: Pick<Brought, 'headOfGroup'>): Router {
  const routes = Router()

  routes.get('/groups/:group/handover/answer', async (req, res) => {
    const { person, group, offer } = await offered(req, res)
    show(res, 'groups/handover-answer', {
      title: `Lead ${group.name}?`,
      breadcrumbs: crumbsOfGroup(group),
      head: await headOfGroup(db, person, group.id, 'people'),
      address: req.path,
      back: `/groups/${group.id}`,
      offer,
      refused: person.isHeadIn(group.networkId)
        ? 'You are a headteacher in this network now, so you cannot lead one of its groups. Please decline.'
        : null,
    })
  })

  routes.post('/groups/:group/handover/answer', async (req, res) => {
    const { person, group, offer } = await offered(req, res)
    const reading = read(HandoverAnswerForm, req.body)
    if (!reading.ok) return res.redirect(303, req.path)
    if (reading.values.answer === 'accept') {
      await inOne(db, trx => acceptHandover(trx, group, person, offer))
      await tell(db, res, `You lead ${group.name} now.`)
    } else {
      await inOne(db, trx => declineHandover(trx, group, person, offer))
      await tell(db, res, 'You have declined. The lead stays where it is.')
    }
    res.redirect(303, `/groups/${group.id}`)
  })

  async function offered(req: Request<{ group: string }>, res: Response) {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    const offer = await offerIn(db, group.id)
    if (offer?.toPerson !== person.id) throw new NotFound('offer')
    return { person, group, offer }
  }

  return routes
}
