import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { byName } from '../../words/words.js'
import { accounts, findAccount, isLastAdministrator, mayHelp } from './administering.js'
import { actNamed, acts } from './administration-acts.js'
import { auditTrail } from './audit-trail.js'
import { accountColumns, auditColumns } from './columns.js'
import { mayAdminister } from '../permissions.js'
import type { Person } from '../person.js'
import { tell } from '../sessions.js'

const perPage = 50

/** Accounts, the names of networks, and the audit trail. Administration gives no right to anybody's work. */
export function administrationRoutes({ db, mail }: House, { facts }: Pick<Brought, 'facts'>): Router {
  const routes = Router()

  routes.get('/administration', async (req, res) => {
    administrator(res)
    const [words, standing] = [queried(req, 'words'), queried(req, 'standing')]
    const found = await accounts(db, words, standing)
    const from = (pageNumber(req) - 1) * perPage
    const people = pageOf(req, found.slice(from, from + perPage), found.length, perPage)
    show(res, 'people/administration', { title: 'People', tabs: tabs('/administration'), people, words, standing })
  })

  routes.get('/administration.csv', async (req, res) => {
    administrator(res)
    const found = await accounts(db, queried(req, 'words'), queried(req, 'standing'))
    sendCsv(res, 'accounts', accountColumns, found)
  })

  routes.get('/administration/people/:person', async (req, res) => {
    const me = administrator(res)
    const person = await findAccount(db, req.params.person)
    show(res, 'people/administration-person', {
      title: person.name,
      breadcrumbs: [{ href: '/administration', text: 'Administration' }],
      person,
      isMe: me.id === person.id,
      lastAdministrator: await isLastAdministrator(db, person),
      mayHelp: await mayHelp(db, me, person, mail.leaves),
    })
  })

  routes.get('/administration/people/:person/:act', async (req, res) => {
    administrator(res)
    const act = actNamed(req.params.act)
    const { id, name } = await findAccount(db, req.params.person)
    const back = { href: `/administration/people/${id}`, text: 'Leave it as it is' }
    show(res, 'people/administration-act', {
      ...act.page(name),
      address: req.path,
      danger: act === acts.disabling,
      back,
    })
  })

  routes.post('/administration/people/:person/:act', async (req, res) => {
    const me = administrator(res)
    const act = actNamed(req.params.act)
    const account = await findAccount(db, req.params.person)
    await inOne(db, trx => act.does(trx, account, me))
    await tell(db, res, act.said(account.name))
    res.redirect(303, account.id === me.id ? '/' : `/administration/people/${account.id}`)
  })

  routes.get('/administration/networks', async (_req, res) => {
    administrator(res)
    const rows = await db.selectFrom('networks').select(['id', 'name', 'createdAt']).execute()
    const leaders = await db
      .selectFrom('networkRoles')
      .innerJoin('people', 'people.id', 'networkRoles.personId')
      .select(['networkRoles.networkId', 'people.name'])
      .where('networkRoles.role', '=', 'network leader')
      .where('networkRoles.endedAt', 'is', null)
      .execute()
    const led = (id: string) => leaders.filter(one => one.networkId === id).map(one => one.name)
    const networks = rows.sort(byName).map(row => ({ ...row, leaders: led(row.id).join(', ') }))
    show(res, 'people/administration-networks', { title: 'Networks', tabs: tabs('/administration/networks'), networks })
  })

  routes.get('/administration/audit', async (req, res) => {
    administrator(res)
    const filter = { person: queried(req, 'person'), about: queried(req, 'about') }
    const { rows, total } = await auditTrail(db, facts, filter, pageNumber(req), perPage)
    const lines = pageOf(req, rows, total, perPage)
    show(res, 'people/administration-audit', {
      title: 'What was done',
      tabs: tabs('/administration/audit'),
      lines,
      ...filter,
    })
  })

  routes.get('/administration/audit.csv', async (req, res) => {
    administrator(res)
    const filter = { person: queried(req, 'person'), about: queried(req, 'about') }
    const { rows } = await auditTrail(db, facts, filter, 1, 100_000)
    sendCsv(res, 'audit-trail', auditColumns, rows)
  })

  return routes
}

/** Whoever is no administrator finds nothing here. */
function administrator(res: Response): Person {
  const person = signedIn(res)
  if (!mayAdminister(person)) throw new NotFound()
  return person
}

function tabs(here: string) {
  return [
    { href: '/administration', text: 'People' },
    { href: '/administration/networks', text: 'Networks' },
    { href: '/administration/audit', text: 'What was done' },
  ].map(tab => ({ ...tab, current: tab.href === here }))
}
