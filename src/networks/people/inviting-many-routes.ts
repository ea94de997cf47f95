import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { handedToPage, handToPage } from '../../people/handing-to-pages.js'
import type { Invited as InvitedByLink } from '../../people/invitations/invitations.js'
import type { Person } from '../../people/person.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { plural } from '../../words/words.js'
import { BulkForm } from '../forms.js'
import { networkHead } from '../head.js'
import type { BulkPage, Invited } from '../pages.js'
import { partnersOf } from '../partners/partners.js'
import { receiveListOfPeople } from '../schools/receiving-extract.js'
import { schoolsOf } from '../schools/schools.js'
import type { Network } from '../tables.js'
import { openThemesOf } from '../themes/themes.js'
import { inviteToNetwork, sendOut } from './inviting.js'
import { type BulkList, readBulk } from './reading-bulk.js'
import { toChangePeople } from './who-sees-people.js'

/** Many people are invited from a list, which is read first: nobody is invited before that is confirmed. */
export function invitingManyRoutes(house: House): Router {
  const { db, mail, baseUrl } = house
  const routes = Router()

  routes.get('/networks/:network/people/invitations/many', async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const handed = await handedToPage<{ rows?: string; sent?: Invited[] }>(db, res)
    const { rows, sent = null } = handed ?? {}
    const page = bulkPage(network, person, formOf(rows === undefined ? {} : { rows }))
    const list = rows === undefined ? null : await readRows(network, person, rows)
    const title = sent ? `${plural(sent.length, 'person is', 'people are')} invited` : page.title
    show(res, 'networks/bulk', { ...page, title, list, sent })
  })

  routes.post('/networks/:network/people/invitations/many', async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const received = await receiveListOfPeople(req, res)
    const fields = { ...received.fields, ...(received.file === null ? {} : { rows: received.file }) }
    const reading = read(BulkForm, fields)
    if (!reading.ok) return show(res.status(422), 'networks/bulk', bulkPage(network, person, reading.form))
    if (received.refused) {
      const refused = addMistake(formOf(fields), 'file', received.refused)
      return show(res.status(422), 'networks/bulk', bulkPage(network, person, refused))
    }
    const { rows, confirmed } = reading.values
    const list = await readRows(network, person, rows)
    if (list.rows.length === 0)
      return show(res.status(422), 'networks/bulk', { ...bulkPage(network, person, formOf(fields)), list })
    const handed = confirmed ? { sent: await inviteAll(network, person, list) } : { rows }
    res.redirect(303, await handToPage(db, res, `/networks/${network.id}/people/invitations/many`, handed))
  })

  async function readRows(network: Network, person: Person, rows: string): Promise<BulkList> {
    const schools = await schoolsOf(db, network.id)
    const themes = await openThemesOf(db, network.id)
    const partners = await partnersOf(db, network.id)
    return readBulk(rows, { schools, themes, partners }, person.email)
  }

  async function inviteAll(network: Network, person: Person, { rows }: BulkList): Promise<Invited[]> {
    const all = await inOne(db, async trx => {
      const invited: InvitedByLink[] = []
      for (const row of rows) invited.push(await inviteToNetwork(trx, baseUrl, network, person, row))
      return invited
    })
    return Promise.all(all.map(one => sendOut(house, one)))
  }

  function bulkPage(network: Network, person: Person, form: FormState): BulkPage {
    const head = networkHead(network, person, 'people')
    return { title: 'Invite many people', head, network, mailed: mail.leaves, form, list: null, sent: null }
  }

  return routes
}
