import { type Request, Router } from 'express'
import type { Db } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { untakenInvitationsOf } from '../../people/invitations/invitations.js'
import { roleInWords } from '../../people/invitations/invitations-in-words.js'
import { now } from '../../web/now.js'
import type { Person } from '../../people/person.js'
import { rolesWaitingFor } from '../../people/roles/confirming-roles.js'
import { networkRoles } from '../../people/roles/roles.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { personColumns, roleLines } from '../columns.js'
import { networkHead } from '../head.js'
import type { PeoplePage } from '../pages.js'
import { mayChangePeople } from '../permissions.js'
import { schoolsOf } from '../schools/schools.js'
import type { Network } from '../tables.js'
import { type PeopleFilter, peopleIn } from './people-of.js'
import { toSeePeople } from './who-sees-people.js'

const perPage = 50

/** Who is in a network, page by page or as a list to take away. */
export function networkPeopleRoutes({ db, mail }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/people', async (req, res) => {
    const { person, network } = await toSeePeople(db, res, req.params.network)
    show(res, 'networks/people', await peoplePage(db, mail.leaves, req, person, network))
  })

  routes.get('/networks/:network/people.csv', async (req, res) => {
    const { person, network } = await toSeePeople(db, res, req.params.network)
    allow(mayChangePeople(person, network))
    const { rows } = await peopleIn(db, network.id, filterOf(req), 1, 100_000)
    sendCsv(res, `${network.id}-people`, personColumns, roleLines(rows))
  })

  return routes
}

function filterOf(req: Request): PeopleFilter {
  return { words: queried(req, 'words'), role: queried(req, 'role'), school: queried(req, 'school') }
}

async function peoplePage(
  db: Db,
  mailed: boolean,
  req: Request,
  person: Person,
  network: Network,
): Promise<PeoplePage> {
  const filter = filterOf(req)
  const { rows, total } = await peopleIn(db, network.id, filter, pageNumber(req), perPage)
  const change = mayChangePeople(person, network)
  return {
    title: 'People',
    head: networkHead(network, person, 'people'),
    network,
    people: pageOf(req, rows, total, perPage),
    filter,
    roles: networkRoles.map(one => ({ value: one.role, text: one.role })),
    schools: (await schoolsOf(db, network.id)).map(one => ({ value: one.id, text: one.name })),
    invitations: change ? await untakenInWords(db, network) : [],
    mailed,
    asked: change ? (await rolesWaitingFor(db, person)).filter(one => one.networkId === network.id) : [],
    may: { change },
  }
}

async function untakenInWords(db: Db, network: Network): Promise<PeoplePage['invitations']> {
  const untaken = await untakenInvitationsOf(db, network.id)
  return untaken.map(one => ({ ...one, as: roleInWords(one), over: one.expiresAt <= now() }))
}
