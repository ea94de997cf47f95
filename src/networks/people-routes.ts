import { Router } from 'express'
import { inOne } from '../database.js'
import { allow, BadInput, NotFound } from '../errors.js'
import type { House } from '../house.js'
import { findAccount, mayHelp } from '../people/administering.js'
import { rolesWaitingFor } from '../people/confirming-roles.js'
import { endAllRolesIn, giveRole } from '../people/giving-roles.js'
import { invite, openInvitationsOf, withdrawInvitation, sendInvitation, type Invited } from '../people/invitations.js'
import type { Person } from '../people/person.js'
import { isConfirmedRole, networkRoles, type NetworkRoleName, rolesToGive } from '../people/roles.js'
import { tell } from '../people/sessions.js'
import { sendCsv } from '../web/csv.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { addMistake, type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { byName, listed, plural } from '../web/words.js'
import { personColumns, roleLines } from './columns.js'
import { endingRoleRoutes, withEnds } from './ending-role-routes.js'
import { BulkForm, InviteForm, RoleForm } from './forms.js'
import { networkHead } from './head.js'
import { findNetwork } from './networks.js'
import { peopleIn, personInNetwork } from './people-of.js'
import { mayChangePeople, maySeePeople } from './permissions.js'
import { receiveList } from './receiving-extract.js'
import { readBulk } from './reading-bulk.js'
import { schoolsOf } from './schools.js'
import type { Network } from './tables.js'

const perPage = 50

export function networkPeopleRoutes(house: House): Router {
  const { db, mail, baseUrl } = house
  const routes = Router()
  routes.use(endingRoleRoutes(house))

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

  routes.get('/networks/:network/people/invitations/new', async (req, res) => {
    const { person, network } = await inside(res, req.params.network)
    allow(mayChangePeople(person, network))
    show(res, 'networks/invite', {
      ...(await choices(network, person)),
      title: 'Invite somebody',
      form: formOf({ role: 'staff' }),
      sent: null,
    })
  })

  routes.post('/networks/:network/people/invitations', async (req, res) => {
    const { person, network } = await inside(res, req.params.network)
    allow(mayChangePeople(person, network))
    const reading = read(InviteForm, req.body)
    const given = await choices(network, person)
    const form = reading.ok ? missingPlace(reading.values, formOf(req.body), given) : reading.form
    if (reading.ok && reading.values.email === person.email) addMistake(form, 'email', ownAddress)
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'networks/invite', { ...given, title: 'Invite somebody', form, sent: null })

    const { name, email, role } = reading.values
    const about = { networkId: network.id, networkName: network.name, name, email, role }
    const asked = { ...about, ...placeOf(reading.values), invitedBy: person }
    const invited = await inOne(db, trx => invite(trx, baseUrl, asked))
    await sendInvitation(house, invited)
    show(res.status(201), 'networks/invite', {
      ...given,
      title: `${name} is invited`,
      form: formOf({ role }),
      sent: { name, link: goesByLetterOnly(role) ? null : invited.link, mailed: mail.leaves },
    })
  })

  routes.post('/networks/:network/people/invitations/:invitation/withdrawal', async (req, res) => {
    const { person, network } = await inside(res, req.params.network)
    allow(mayChangePeople(person, network))
    const invitation = (await openInvitationsOf(db, network.id)).find(one => one.id === req.params.invitation)
    if (!invitation) throw new NotFound('open invitation')
    await inOne(db, trx => withdrawInvitation(trx, invitation, person))
    await tell(
      db,
      res,
      `The invitation to ${invitation.name || invitation.email} is withdrawn. Its link no longer works.`,
    )
    res.redirect(303, `/networks/${network.id}/people`)
  })

  routes.get('/networks/:network/people/invitations/many', async (req, res) => {
    const { person, network } = await inside(res, req.params.network)
    allow(mayChangePeople(person, network))
    show(res, 'networks/bulk', { ...bulkPage(network, person), form: formOf(), reading: null, sent: null })
  })

  routes.post('/networks/:network/people/invitations/many', async (req, res) => {
    const { person, network } = await inside(res, req.params.network)
    allow(mayChangePeople(person, network))
    const list = await receiveList(req, res)
    const fields = { ...list.fields, ...(list.file === null ? {} : { rows: list.file }) }
    const form = read(BulkForm, fields)
    if (form.ok && list.refused) {
      const refused = addMistake(formOf(fields), 'file', list.refused)
      return show(res.status(422), 'networks/bulk', {
        ...bulkPage(network, person),
        form: refused,
        reading: null,
        sent: null,
      })
    }
    if (!form.ok)
      return show(res.status(422), 'networks/bulk', {
        ...bulkPage(network, person),
        form: form.form,
        reading: null,
        sent: null,
      })
    const themes = await db
      .selectFrom('themes')
      .selectAll()
      .where('networkId', '=', network.id)
      .where('closedAt', 'is', null)
      .execute()
    const reading = readBulk(form.values.rows, await schoolsOf(db, network.id), themes, person.email)
    const ready = form.values.confirmed && reading.rows.length > 0
    if (!ready) {
      const status = reading.rows.length === 0 ? 422 : 200
      return show(res.status(status), 'networks/bulk', {
        ...bulkPage(network, person),
        form: formOf(fields),
        reading,
        sent: null,
      })
    }
    const { rows } = reading
    const all = await inOne(db, async trx => {
      const invited: Invited[] = []
      for (const { name, email, role, schoolId, themeId } of rows) {
        const place = { networkId: network.id, networkName: network.name, schoolId, themeId }
        invited.push(await invite(trx, baseUrl, { ...place, name, email, role, invitedBy: person }))
      }
      return invited
    })
    for (const invited of all) await sendInvitation(house, invited)
    const sent = rows.map(({ name, email, role }, at) => ({
      ...{ name, email, link: goesByLetterOnly(role) ? null : all[at]!.link },
    }))
    show(res.status(201), 'networks/bulk', {
      ...bulkPage(network, person),
      title: `${plural(sent.length, 'person is', 'people are')} invited`,
      form: formOf(),
      reading: null,
      sent,
    })
  })

  routes.get('/networks/:network/people/:person', async (req, res) => {
    const { person, network } = await inside(res, req.params.network)
    allow(mayChangePeople(person, network))
    const one = await personInNetwork(db, network, req.params.person)
    show(res, 'networks/membership', {
      ...(await choices(network, person)),
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
    const given = await choices(network, person)
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

  /** Whoever holds this link may become the head whom a second person then confirms: only its addressee gets it. */
  function goesByLetterOnly(role: NetworkRoleName): boolean {
    return mail.leaves && isConfirmedRole(role)
  }

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

  async function choices(network: Network, person: Person) {
    const schools = await schoolsOf(db, network.id)
    const themes = await db
      .selectFrom('themes')
      .selectAll()
      .where('networkId', '=', network.id)
      .where('closedAt', 'is', null)
      .execute()
    return {
      head: networkHead(network, person, 'people'),
      network,
      roles: rolesToGive.map(one => ({ value: one.role, text: one.role, hint: one.means })),
      schools: schools.map(one => ({ value: one.id, text: one.name })),
      themes: themes.sort(byName).map(one => ({ value: one.id, text: one.name })),
    }
  }

  function bulkPage(network: Network, person: Person) {
    return { title: 'Invite many people', head: networkHead(network, person, 'people'), network, mailed: mail.leaves }
  }

  return routes
}

const ownAddress = 'This is your own address. Nobody gives a role to themselves: ask another network leader'

function secondPerson(name: string, role: string): string {
  return `${name} is ${role} as soon as a second person has confirmed it. They have been told.`
}

interface Chosen {
  role: NetworkRoleName
  school: string
  theme: string
}

function placeOf({ role, school, theme }: Chosen): { schoolId: string | null; themeId: string | null } {
  return { schoolId: school || null, themeId: role === 'co-leader' ? theme || null : null }
}

/** A role that needs a school or a theme needs one of this network's. */
function missingPlace(
  values: Chosen,
  form: FormState,
  given: { schools: { value: string }[]; themes: { value: string }[] },
): FormState {
  const needs = networkRoles.find(one => one.role === values.role)!.needs
  if (values.school && !given.schools.some(one => one.value === values.school))
    throw new BadInput('That school is not in this network.', 422)
  if (needs === 'school' && !values.school)
    addMistake(form, 'school', `Choose the school of this ${values.role === 'staff' ? 'colleague' : values.role}`)
  if (needs === 'theme' && !given.themes.some(one => one.value === values.theme))
    addMistake(form, 'theme', 'Choose the theme that this co-leader leads')
  return form
}
