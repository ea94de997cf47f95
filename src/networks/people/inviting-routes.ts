import { Router } from 'express'
import { inOne, type Trx } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { handedToPage, handToPage } from '../../people/handing-to-pages.js'
import {
  invite,
  type Invited as InvitedByLink,
  openInvitationsOf,
  sendInvitation,
  withdrawInvitation,
} from '../../people/invitations/invitations.js'
import type { Person } from '../../people/person.js'
import { isConfirmedRole, type NetworkRoleName } from '../../people/roles/roles.js'
import { tell } from '../../people/sessions.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { BulkForm, InviteForm } from '../forms.js'
import { networkHead } from '../head.js'
import { findNetwork } from '../networks.js'
import type { Invited, InvitePage } from '../pages.js'
import { mayChangePeople, maySeePeople } from '../permissions.js'
import { type BulkReading, readBulk } from './reading-bulk.js'
import { receiveList } from '../schools/receiving-extract.js'
import { missingPlace, openThemesOf, placeOf, roleChoices } from './role-choices.js'
import { schoolsOf } from '../schools/schools.js'
import type { Network } from '../tables.js'

/** Inviting one person or many; the page that follows shows their links, to the browser that had them made. */
export function invitingRoutes(house: House): Router {
  const { db, mail, baseUrl } = house
  const routes = Router()

  routes.get('/networks/:network/people/invitations/new', async (req, res) => {
    const { person, network } = await inside(signedIn(res), req.params.network)
    const sent = await handedToPage<NonNullable<InvitePage['sent']>>(db, res)
    show(res, 'networks/invite', {
      ...(await roleChoices(db, network, person)),
      title: sent ? `${sent.name} is invited` : 'Invite somebody',
      form: formOf({ role: sent?.role ?? 'staff' }),
      sent,
    })
  })

  routes.post('/networks/:network/people/invitations', async (req, res) => {
    const { person, network } = await inside(signedIn(res), req.params.network)
    const reading = read(InviteForm, req.body)
    const given = await roleChoices(db, network, person)
    const form = reading.ok ? missingPlace(reading.values, formOf(req.body), given) : reading.form
    if (reading.ok && reading.values.email === person.email) addMistake(form, 'email', ownAddress)
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'networks/invite', { ...given, title: 'Invite somebody', form, sent: null })

    const { name, email, role } = reading.values
    const invited = await inOne(db, trx =>
      inviteTo(trx, network, person, { name, email, role, ...placeOf(reading.values) }),
    )
    const { link } = await sendOut(invited)
    const sent = { name, link, role, mailed: mail.leaves }
    res.redirect(303, await handToPage(db, res, `/networks/${network.id}/people/invitations/new`, sent))
  })

  routes.post('/networks/:network/people/invitations/:invitation/withdrawal', async (req, res) => {
    const { person, network } = await inside(signedIn(res), req.params.network)
    const invitation = (await openInvitationsOf(db, network.id)).find(one => one.id === req.params.invitation)
    if (!invitation) throw new NotFound('open invitation')
    await inOne(db, trx => withdrawInvitation(trx, invitation, person))
    const { name, email } = invitation
    await tell(db, res, `The invitation to ${name || email} is withdrawn. Its link no longer works.`)
    res.redirect(303, `/networks/${network.id}/people`)
  })

  routes.get('/networks/:network/people/invitations/many', async (req, res) => {
    const { person, network } = await inside(signedIn(res), req.params.network)
    const handed = await handedToPage<{ rows?: string; sent?: Invited[] }>(db, res)
    const { rows, sent = null } = handed ?? {}
    const page = bulkPage(network, person, formOf(rows === undefined ? {} : { rows }))
    const reading = rows === undefined ? null : await readRows(network, person, rows)
    const title = sent ? `${plural(sent.length, 'person is', 'people are')} invited` : page.title
    show(res, 'networks/bulk', { ...page, title, reading, sent })
  })

  routes.post('/networks/:network/people/invitations/many', async (req, res) => {
    const { person, network } = await inside(signedIn(res), req.params.network)
    const list = await receiveList(req, res)
    const fields = { ...list.fields, ...(list.file === null ? {} : { rows: list.file }) }
    const form = read(BulkForm, fields)
    if (!form.ok) return show(res.status(422), 'networks/bulk', bulkPage(network, person, form.form))
    if (list.refused) {
      const refused = addMistake(formOf(fields), 'file', list.refused)
      return show(res.status(422), 'networks/bulk', bulkPage(network, person, refused))
    }
    const { rows, confirmed } = form.values
    const reading = await readRows(network, person, rows)
    if (reading.rows.length === 0)
      return show(res.status(422), 'networks/bulk', { ...bulkPage(network, person, formOf(fields)), reading })
    const handed = confirmed ? { sent: await inviteAll(network, person, reading) } : { rows }
    res.redirect(303, await handToPage(db, res, `/networks/${network.id}/people/invitations/many`, handed))
  })

  async function inside(person: Person, id: string) {
    const network = await findNetwork(db, person, id)
    if (!maySeePeople(person, network)) throw new NotFound('page')
    allow(mayChangePeople(person, network))
    return { person, network }
  }

  async function readRows(network: Network, person: Person, rows: string): Promise<BulkReading> {
    return readBulk(rows, await schoolsOf(db, network.id), await openThemesOf(db, network), person.email)
  }

  async function inviteAll(network: Network, person: Person, { rows }: BulkReading): Promise<Invited[]> {
    const all = await inOne(db, async trx => {
      const invited: InvitedByLink[] = []
      for (const { name, email, role, schoolId, themeId } of rows)
        invited.push(await inviteTo(trx, network, person, { name, email, role, schoolId, themeId }))
      return invited
    })
    return Promise.all(all.map(sendOut))
  }

  function inviteTo(
    trx: Trx,
    network: Network,
    invitedBy: Person,
    asked: { name: string; email: string; role: NetworkRoleName; schoolId: string | null; themeId: string | null },
  ): Promise<InvitedByLink> {
    const of = { networkId: network.id, networkName: network.name, invitedBy }
    return invite(trx, baseUrl, { ...of, ...asked })
  }

  async function sendOut(invited: InvitedByLink): Promise<Invited> {
    await sendInvitation(house, invited)
    const { name, email, role } = invited.invitation
    return { name, email, link: goesByLetterOnly(role as NetworkRoleName) ? null : invited.link }
  }

  /** Whoever holds this link may become the head whom a second person then confirms: only its addressee gets it. */
  function goesByLetterOnly(role: NetworkRoleName): boolean {
    return mail.leaves && isConfirmedRole(role)
  }

  function bulkPage(network: Network, person: Person, form: FormState) {
    const head = networkHead(network, person, 'people')
    return { title: 'Invite many people', head, network, mailed: mail.leaves, form, reading: null, sent: null }
  }

  return routes
}

const ownAddress = 'This is your own address. Nobody gives a role to themselves: ask another network leader'
