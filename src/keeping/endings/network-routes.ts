import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import { findNetwork, hasLeader } from '../../networks/networks.js'
import type { Network } from '../../networks/tables.js'
import { tell } from '../../people/sessions.js'
import type { Brought } from '../../room.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ReasonForm } from '../forms.js'
import { holdersOf } from '../coming/who-is-told.js'
import type { Ending } from '../tables.js'
import { waitingInWords } from './ending-page.js'
import { agreeToEnding, askForEnding, openEnding, stopEnding } from './endings.js'
import { countsOfWhole } from './of-group.js'

const twoPeople = 'A whole network is erased when an administrator of the site and a network leader both want it.'

/** A whole network is erased: an administrator and a leader of it, a fortnight, and everybody is told. */
export function networkEndingRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  const { db } = house

  routes.get('/networks/:network/deletion', async (req, res) => {
    const { person, network } = await found(res, req.params.network)
    await showPage(res, person, network, formOf())
  })

  routes.post('/networks/:network/deletion', async (req, res) => {
    const { person, network } = await found(res, req.params.network)
    allow(mayAsk(person, network), twoPeople)
    const reading = read(ReasonForm, req.body)
    if (!reading.ok) return showPage(res.status(422), person, network, reading.form)
    const { because } = reading.values
    const wanted = { of: 'network', ofId: network.id, networkId: network.id, choice: '', because } as const
    const seconds = await secondsOf(db, person, network)
    await inOne(db, trx => askForEnding(trx, wanted, person, seconds))
    await tell(db, res, 'A second person is asked whether they agree.')
    res.redirect(303, `/networks/${network.id}/deletion`)
  })

  routes.post('/networks/:network/deletion/agreement', async (req, res) => {
    const { person, network } = await found(res, req.params.network)
    const ending = await asked(network)
    allow(await mayAgree(db, person, network, ending), twoPeople)
    const told = await everybodyOf(db, network.id)
    await inOne(db, trx => agreeToEnding(trx, ending, person, told))
    await tell(db, res, 'Everybody in the network is told. It waits for a fortnight, and can be stopped until then.')
    res.redirect(303, `/networks/${network.id}/deletion`)
  })

  routes.post('/networks/:network/deletion/stop', async (req, res) => {
    const { person, network } = await found(res, req.params.network)
    allow(mayAsk(person, network), twoPeople)
    const ending = await asked(network)
    await inOne(db, trx => stopEnding(trx, ending, person))
    await tell(db, res, 'It is stopped. The network stays as it is.')
    res.redirect(303, `/networks/${network.id}`)
  })

  async function found(res: Response, id: string): Promise<{ person: Reader; network: Network }> {
    const person = signedIn(res)
    const network = await findNetwork(db, person, id)
    if (!mayAsk(person, network) && !(await openEnding(db, 'network', network.id))) throw new NotFound('page')
    return { person, network }
  }

  async function asked(network: Network): Promise<Ending> {
    const ending = await openEnding(db, 'network', network.id)
    if (!ending) throw new NotFound('page')
    return ending
  }

  async function showPage(res: Response, person: Reader, network: Network, form: FormState): Promise<void> {
    const ending = await openEnding(db, 'network', network.id)
    const address = `/networks/${network.id}/deletion`
    const groups = await db.selectFrom('groups').select('id').where('networkId', '=', network.id).execute()
    const own = person.membershipsWith('leads the group').map(one => one.groupId)
    const may = mayAsk(person, network)
    show(res, 'keeping/ending', {
      title: `Erase ${network.name}`,
      head: networkHead(network, person, 'keeping'),
      heading: `Erase ${network.name} for good`,
      lede: 'The whole network: its groups with everything that they found, its meetings, its reports and what it published.',
      goes: [
        ...(groups.length > 0 ? [`${groups.length} groups with all that is theirs`] : []),
        ...(await countsOfWhole(house, brought, 'networks', network.id)),
      ],
      stays: [
        'Its people’s accounts: each closes their own.',
        'That things were done, by whom and when, in the audit trail, without a word of them.',
        'Copies and PDFs that somebody has taken along.',
      ],
      first: [],
      copies: [
        ...(person.isNetworkLeaderOf(network.id)
          ? [{ href: `/networks/${network.id}/copy`, text: 'Take the network’s lists along' }]
          : []),
        ...groups
          .filter(one => own.includes(one.id))
          .map(one => ({ href: `/groups/${one.id}/copies`, text: 'Take a copy of the group that you lead' })),
      ],
      waiting: ending
        ? await waitingInWords(db, ending, person, {
            second:
              ending.askedBy === person.id && person.isAdministrator ? 'a leader of the network' : 'a second person',
            agree: (await mayAgree(db, person, network, ending)) ? `${address}/agreement` : null,
            stop: may ? `${address}/stop` : null,
          })
        : null,
      ask:
        ending || !may ? null : { address, button: 'Ask that the network is erased', choices: [], needsReason: true },
      form,
      back: { href: `/networks/${network.id}`, text: 'Leave the network as it is' },
    })
  }

  return routes
}

function mayAsk(person: Reader, network: { id: string }): boolean {
  return person.isAdministrator || person.isNetworkLeaderOf(network.id)
}

/** The other of administrator and leader; another administrator where nobody leads it. */
async function mayAgree(db: Db, person: Reader, network: Network, ending: Ending): Promise<boolean> {
  if (ending.agreedAt !== null || ending.askedBy === person.id) return false
  const leaders = await holdersOf(db, network.id, 'network leader')
  if (leaders.includes(ending.askedBy)) return person.isAdministrator
  return leaders.includes(person.id) || (person.isAdministrator && !(await hasLeader(db, network)))
}

async function secondsOf(db: Db, person: Reader, network: Network): Promise<string[]> {
  const leaders = await holdersOf(db, network.id, 'network leader')
  if (person.isAdministrator && leaders.some(id => id !== person.id)) return leaders.filter(id => id !== person.id)
  const administrators = await db
    .selectFrom('people')
    .select('id')
    .where('administratorSince', 'is not', null)
    .where('disabledAt', 'is', null)
    .execute()
  return administrators.map(one => one.id).filter(id => id !== person.id)
}

async function everybodyOf(db: Db, networkId: string): Promise<string[]> {
  const roles = await db
    .selectFrom('networkRoles')
    .select('personId')
    .distinct()
    .where('networkId', '=', networkId)
    .where('endedAt', 'is', null)
    .execute()
  return roles.map(role => role.personId)
}
