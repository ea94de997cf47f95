import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { endRole, findRole } from '../../people/roles/giving-roles.js'
import { type AtStake, groupsAtStake, type ThenGroups } from '../../people/roles/groups-at-stake.js'
import { isGivenByLeaders } from '../../people/roles/roles.js'
import { tell } from '../../people/sessions.js'
import { choice } from '../../web/fields.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { listed } from '../../words/words.js'
import { networkHead } from '../head.js'
import { endOf } from './ending-roles.js'
import { personInNetwork } from './people-of.js'
import { toChangePeople } from './who-sees-people.js'

const leave = { value: 'leave', text: 'They leave too' }

function endingForm(options: { value: string }[]) {
  const values = options.map(one => one.value)
  return z.strictObject({
    groups: choice(['leave', ...values], 'Say what becomes of their place in these groups').optional(),
  })
}

type OfRole = Request<{ network: string; person: string; role: string }>

/** Ending one role of somebody: the page before it says what would follow, and asks about their groups. */
export function endingRoleRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/people/:person/roles/:role/end', async (req, res) => {
    showEnding(res, await found(req, res), formOf())
  })

  routes.post('/networks/:network/people/:person/roles/:role/end', async (req, res) => {
    const ending = await found(req, res)
    const { person, network, one, role, groups, options } = ending
    const reading = read(endingForm(options), groups.length > 0 ? { groups: '', ...(req.body as object) } : req.body)
    if (!reading.ok) return showEnding(res.status(422), ending, reading.form)
    const leaderless = await inOne(db, trx => endRole(trx, role.id, person, thenGroups(reading.values.groups)))
    const needs =
      leaderless.length > 0 ? ` ${listed(leaderless.map(group => group.name))} now needs a lead learner.` : ''
    await tell(db, res, `${one.name} is no longer ${role.role}${role.school ? ` of ${role.school}` : ''}.${needs}`)
    const people = `/networks/${network.id}/people`
    res.redirect(303, one.roles.length > 1 ? `${people}/${one.id}` : people)
  })

  async function found(req: OfRole, res: Response) {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const one = await personInNetwork(db, network, req.params.person)
    const role = one.roles.find(held => held.id === req.params.role)
    if (!role) throw new NotFound('role')
    allow(isGivenByLeaders(role.role), 'The head of the school says who is its data lead.')
    const atStake = await groupsAtStake(db, await findRole(db, role.id))
    return { person, network, one, role, ...atStake, options: optionsFor(atStake) }
  }

  function showEnding(res: Response, ending: Awaited<ReturnType<typeof found>>, form: FormState): void {
    const { person, network, one, role, groups, isLast, options } = ending
    show(res, 'networks/ending-role', {
      title: `End a role of ${one.name}`,
      head: networkHead(network, person, 'people'),
      name: one.name,
      role: `${role.role}${role.school ? ` of ${role.school}` : ''}${role.theme ? `, ${role.theme}` : ''}${role.partner ? `, ${role.partner}` : ''}`,
      address: endOf(network, one, role.id),
      back: `/networks/${network.id}/people/${one.id}`,
      school: role.school,
      groups,
      isLast,
      options,
      where: listed(groups.map(group => group.name)),
      form,
    })
  }

  return routes
}

function optionsFor({ schools }: AtStake): { value: string; text: string }[] {
  const stay = schools.map(one => ({ value: `for ${one.id}`, text: `They stay, for ${one.name} from now on` }))
  if (stay.length > 0) return [...stay, leave]
  return [{ value: 'stay', text: 'They stay, such as until the group has been handed over' }, leave]
}

function thenGroups(answer: string | undefined): ThenGroups {
  if (answer?.startsWith('for ')) return { forSchool: answer.slice('for '.length) }
  return answer === 'leave' ? answer : 'stay'
}
