import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { findAccount, mayHelp } from '../../people/administration/administering.js'
import type { Person } from '../../people/person.js'
import { giveRole } from '../../people/roles/giving-roles.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { RoleForm } from '../forms.js'
import type { MembershipPage } from '../pages.js'
import type { Network } from '../tables.js'
import { withEnds } from './ending-roles.js'
import { personInNetwork, type PersonInNetwork } from './people-of.js'
import { missingPlace, placeOfRole, roleChoices } from './role-choices.js'
import { toChangePeople } from './who-sees-people.js'

/** Somebody in a network: what they are in it, and one more role for them. */
export function membershipRoutes({ db, mail }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/people/:person', async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const one = await personInNetwork(db, network, req.params.person)
    const given = await roleChoices(db, network, person)
    show(res, 'networks/membership', await membershipPage(person, network, one, given, formOf()))
  })

  routes.post('/networks/:network/people/:person/roles', async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const one = await personInNetwork(db, network, req.params.person)
    const reading = read(RoleForm, req.body)
    const given = await roleChoices(db, network, person)
    const form = reading.ok ? missingPlace(reading.values, formOf(req.body), given) : reading.form
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'networks/membership', await membershipPage(person, network, one, given, form))
    const { role } = reading.values
    const toGive = { networkId: network.id, personId: one.id, role, ...placeOfRole(reading.values) }
    const { waits } = await inOne(db, trx => giveRole(trx, toGive, person))
    await tell(
      db,
      res,
      waits
        ? `${one.name} is ${role} as soon as a second person has confirmed it. They have been told.`
        : `${one.name} is now ${role} too.`,
    )
    res.redirect(303, `/networks/${network.id}/people/${one.id}`)
  })

  async function membershipPage(
    person: Person,
    network: Network,
    one: PersonInNetwork,
    given: Awaited<ReturnType<typeof roleChoices>>,
    form: FormState,
  ): Promise<MembershipPage> {
    return {
      ...given,
      title: one.name,
      person: withEnds(network, one),
      mayHelp: await mayHelp(db, person, await findAccount(db, one.id), mail.leaves),
      form,
    }
  }

  return routes
}
