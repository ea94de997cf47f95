import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { findAccount, mayHelp } from '../../people/administration/administering.js'
import { rolesWaitingFor } from '../../people/roles/confirming-roles.js'
import { endAllRolesIn, giveRole } from '../../people/roles/giving-roles.js'
import { openInvitationsOf } from '../../people/invitations/invitations.js'
import { networkRoles } from '../../people/roles/roles.js'
import { tell } from '../../people/sessions.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { listed } from '../../words/words.js'
import { personColumns, roleLines } from '../columns.js'
import { endingRoleRoutes, withEnds } from './ending-role-routes.js'
import { RoleForm } from '../forms.js'
import { networkHead } from '../head.js'
import { invitingRoutes } from './inviting-routes.js'
import { findNetwork } from '../networks.js'
import { peopleIn, personInNetwork } from './people-of.js'
import { mayChangePeople, maySeePeople } from '../permissions.js'
import { missingPlace, placeOf, roleChoices } from './role-choices.js'
import { schoolsOf } from '../schools/schools.js'
import type { Network } from '../tables.js'

const perPage = 50

export function networkPeopleRoutes(house: House): Router {
  const { db, mail } = house
  const routes = Router()
  routes.use(endingRoleRoutes(house))
  routes.use(invitingRoutes(house))

  routes.get('/networks/:network/people', async (req, res) => {
    const { person, network } = await inside(res, req.params.network)
    const filter = { words: queried(req, 'words'), role: queried(req, 'role'), school: queried(req, 'school') }
    const { rows, total } = await peopleIn(db, network.id, filter, pageNumber(req), perPage)
    const change = mayChangePeople(person, network)
    show(res, 'networks/people', {
      title: `People of ${network.name}`,
      head: networkHead(network, person, 'people'),
      network,
      people: pageOf(req, rows, total, perPage),
      filter,
      roles: networkRoles.map(one => ({ value: one.role, text: one.role })),
      schools: (await schoolsOf(db, network.id)).map(one => ({ value: one.id, text: one.name })),
      invitations: change ? await openInvitationsOf(db, network.id) : [],
      asked: change ? (await rolesWaitingFor(db, person)).filter(one => one.networkId === network.id) : [],
      may: { change },
    })
  })

  routes.get('/networks/:network/people.csv', async (req, res) => {
    const { person, network } = await inside(res, req.params.network)
    allow(mayChangePeople(person, network))
    const filter = { words: queried(req, 'words'), role: queried(req, 'role'), school: queried(req, 'school') }
    const { rows } = await peopleIn(db, network.id, filter, 1, 100_000)
    sendCsv(res, `${network.id}-people`, personColumns, roleLines(rows))
  })

  routes.get('/networks/:network/people/:person', async (req, res) => {
    const { person, network } = await inside(res, req.params.network)
    allow(mayChangePeople(person, network))
    const one = await personInNetwork(db, network, req.params.person)
    show(res, 'networks/membership', {
      ...(await roleChoices(db, network, person)),
      title: one.name,
      person: withEnds(network, one),
      mayHelp: await mayHelp(db, person, await findAccount(db, one.id), mail.leaves),
      form: formOf(),
    })
  })

  routes.post('/networks/:network/people/:person/roles', async (req, res) => {
    const { person, network } = await inside(res, req.params.network)
    allow(mayChangePeople(person, network))
    const one = await personInNetwork(db, network, req.params.person)
    const reading = read(RoleForm, req.body)
    const given = await roleChoices(db, network, person)
    const form = reading.ok ? missingPlace(reading.values, formOf(req.body), given) : reading.form
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'networks/membership', {
        ...given,
        title: one.name,
        person: withEnds(network, one),
        mayHelp: await mayHelp(db, person, await findAccount(db, one.id), mail.leaves),
        form,
      })
    const { role } = reading.values
    const toGive = { networkId: network.id, personId: one.id, role, ...placeOf(reading.values) }
    const { waits } = await inOne(db, trx => giveRole(trx, toGive, person))
    await tell(
      db,
      res,
      waits ? secondPerson(one.name, reading.values.role) : `${one.name} is now ${reading.values.role} too.`,
    )
    res.redirect(303, `/networks/${network.id}/people/${one.id}`)
  })

  routes.get('/networks/:network/people/:person/leaving', async (req, res) => {
    const { person, network } = await inside(res, req.params.network)
    allow(mayChangePeople(person, network))
    const one = await personInNetwork(db, network, req.params.person)
    show(res, 'networks/leaving', {
      title: `${one.name} leaves the network`,
      head: networkHead(network, person, 'people'),
      network,
      person: one,
      leads: await groupsLedBy(network, one.id),
    })
  })

  routes.post('/networks/:network/people/:person/leaving', async (req, res) => {
    const { person, network } = await inside(res, req.params.network)
    allow(mayChangePeople(person, network))
    const one = await personInNetwork(db, network, req.params.person)
    const groups = await inOne(db, trx => endAllRolesIn(trx, network.id, one.id, person))
    const leaderless = groups.length > 0 ? ` ${listed(groups.map(group => group.name))} now needs a lead learner.` : ''
    await tell(db, res, `${one.name} has left the network. Their work stays with their groups.${leaderless}`)
    res.redirect(303, `/networks/${network.id}/people`)
  })

  async function inside(res: Parameters<typeof signedIn>[0], id: string) {
    const person = signedIn(res)
    const network = await findNetwork(db, person, id)
    if (!maySeePeople(person, network)) throw new NotFound('page')
    return { person, network }
  }

  async function groupsLedBy(network: Network, personId: string): Promise<string[]> {
    const rows = await db
      .selectFrom('networkRoles')
      .innerJoin('groupPeople', 'groupPeople.personId', 'networkRoles.personId')
      .select('groupPeople.groupId')
      .distinct()
      .where('groupPeople.personId', '=', personId)
      .where('groupPeople.role', '=', 'lead learner')
      .where('groupPeople.leftAt', 'is', null)
      .where('networkRoles.networkId', '=', network.id)
      .execute()
    return rows.map(row => row.groupId)
  }

  return routes
}

function secondPerson(name: string, role: string): string {
  return `${name} is ${role} as soon as a second person has confirmed it. They have been told.`
}
