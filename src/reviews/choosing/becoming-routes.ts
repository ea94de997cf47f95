import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addressOf } from '../../projects/listing.js'
import { mayProposeProjects } from '../../projects/permissions.js'
import { proposeProject } from '../../projects/projects.js'
import { read, wellRead } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { ProjectOfPointForm, QuestionForm } from '../forms.js'
import { becameElsewhere, projectFrom } from './choosing.js'
import { pointToChange } from './finding.js'

/** What was chosen becomes the question of an enquiry, or a project that schools can join. */
export function becomingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/reviews/:round/chosen/:point' as const

  routes.post(`${at}/question`, async (req, res) => {
    const { found, point } = await pointToChange(db, signedIn(res), req.params)
    const { question } = wellRead(read(QuestionForm, req.body))
    const query = question ? `?question=${encodeURIComponent(question)}` : ''
    const address = `/networks/${found.network.id}/groups/new${query}`
    await inOne(db, trx => becameElsewhere(trx, found.round, point, found.person, { into: 'question', address }))
    await tell(db, res, 'It is offered as a question. Whoever wants to lead it can begin a group from here.')
    res.redirect(303, `${found.address}/chosen/${point.id}`)
  })

  routes.post(`${at}/project`, async (req, res) => {
    const { found, point } = await pointToChange(db, signedIn(res), req.params)
    const { network, person, round } = found
    allow(mayProposeProjects(person, network))
    const { name } = wellRead(read(ProjectOfPointForm, req.body))
    const project = await inOne(db, async trx => {
      const made = await proposeProject(trx, network, person, projectFrom(point, name))
      await becameElsewhere(trx, round, point, person, { into: 'project', address: addressOf(made) })
      return made
    })
    await tell(db, res, 'The project is proposed. Say on its page what it is for, and whom it is open to.')
    res.redirect(303, addressOf(project))
  })

  return routes
}
