import { whatIsRead } from '../../files/reading/what-is-read.js'
import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { handedToPage, handToPage } from '../../people/handing-to-pages.js'
import {
  inviteAgain,
  type Invited as InvitedByLink,
  untakenInvitationsOf,
} from '../../people/invitations/invitations.js'
import type { Person } from '../../people/person.js'
import { tell } from '../../people/sessions.js'
import { addMistake, type FormState, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { plural } from '../../words/words.js'
import { AgainForm, PeopleListForm } from '../forms.js'
import { networkHead } from '../head.js'
import type { PeopleListPage, Invited } from '../pages.js'
import { nothingToRead } from '../pasting/pasted-table.js'
import { receiveSmallList } from '../schools/receiving-extract.js'
import type { Network } from '../tables.js'
import { knownPlaces } from './known-places.js'
import { inviteToNetwork, sendOut } from './inviting.js'
import { type PeopleList, readPeople, rolesInLists } from './reading-people.js'
import { toChangePeople } from './who-sees-people.js'

/** Many people are invited from a list, which is read first: nobody is invited before that is confirmed. */
export function invitingManyRoutes(house: House): Router {
  const { db, mail, baseUrl } = house
  const routes = Router()

  routes.get('/networks/:network/people/invitations/many', async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const handed = await handedToPage<{ rows?: string; sent?: Invited[]; again?: true }>(db, res)
    const { rows, sent = null, again } = handed ?? {}
    const page = listPage(network, person, formOf(rows === undefined ? {} : { rows }))
    const list = rows === undefined ? null : await readRows(network, person, rows)
    const title = sent ? sentInWords(sent, again) : page.title
    show(res, 'networks/people-list', { ...page, title, list, sent })
  })

  routes.post('/networks/:network/people/invitations/many', async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const received = await receiveSmallList(req, res, 'people')
    const fields = { ...received.fields, ...(received.file === null ? {} : { rows: received.file }) }
    const reading = read(PeopleListForm, fields)
    const form = reading.ok ? formOf(fields) : reading.form
    if (received.refused) addMistake(form, 'file', received.refused)
    else if (reading.ok && !reading.values.rows) addMistake(form, 'rows', nothingToRead)
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'networks/people-list', listPage(network, person, form))
    const { rows, confirmed } = reading.values
    const list = await readRows(network, person, rows)
    if (list.rows.length === 0)
      return show(res.status(422), 'networks/people-list', { ...listPage(network, person, form), list })
    const handed = confirmed ? { sent: await inviteAll(network, person, list) } : { rows }
    res.redirect(303, await handToPage(db, res, `/networks/${network.id}/people/invitations/many`, handed))
  })

  routes.post('/networks/:network/people/invitations/again', async (req, res) => {
    const { person, network } = await toChangePeople(db, res, req.params.network)
    const { which } = wellRead(read(AgainForm, req.body))
    const untaken = await untakenInvitationsOf(db, network.id)
    const chosen = untaken.filter(one => which.includes(one.id))
    if (chosen.length === 0) {
      await tell(db, res, 'Tick the invitations that you want to send again.')
      return res.redirect(303, `/networks/${network.id}/people#invitations`)
    }
    const all = await inOne(db, async trx => {
      const again: InvitedByLink[] = []
      for (const one of chosen) again.push(await inviteAgain(trx, baseUrl, one, person))
      return again
    })
    const handed = { sent: await Promise.all(all.map(one => sendOut(house, one))), again: true }
    res.redirect(303, await handToPage(db, res, `/networks/${network.id}/people/invitations/many`, handed))
  })

  async function readRows(network: Network, person: Person, rows: string): Promise<PeopleList> {
    return readPeople(rows, await knownPlaces(db, network), person.email)
  }

  async function inviteAll(network: Network, person: Person, { rows }: PeopleList): Promise<Invited[]> {
    const all = await inOne(db, async trx => {
      const invited: InvitedByLink[] = []
      for (const row of rows) invited.push(await inviteToNetwork(trx, baseUrl, network, person, row))
      return invited
    })
    return Promise.all(all.map(one => sendOut(house, one)))
  }

  function listPage(network: Network, person: Person, form: FormState): PeopleListPage {
    const head = networkHead(network, person, 'people')
    return {
      title: 'Invite people from a list',
      head,
      network,
      mailed: mail.leaves,
      form,
      rolesInLists,
      list: null,
      read: [whatIsRead.people],
      sent: null,
    }
  }

  return routes
}

function sentInWords(sent: Invited[], again?: true): string {
  return `${plural(sent.length, 'person is', 'people are')} invited${again ? ' again' : ''}`
}
