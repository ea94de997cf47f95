import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { sendZip } from '../../copies/zipping.js'
import { allow, BadInput, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import { findNetwork } from '../../networks/networks.js'
import { headsOf } from '../../networks/people/data-leads.js'
import { findSchool } from '../../networks/schools/schools.js'
import type { Network, School } from '../../networks/tables.js'
import { tell } from '../../people/sessions.js'
import { takeTurns } from '../../web/limits/taking-turns.js'
import { now } from '../../web/now.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { ReasonForm } from '../forms.js'
import { holdersOf } from '../coming/who-is-told.js'
import { countPiecesOfSchool } from '../erasing/erasing-school.js'
import type { Ending } from '../tables.js'
import { waitingInWords } from './ending-page.js'
import { agreeToEnding, askForEnding, openEnding, stopEnding } from './endings.js'
import { schoolCopy } from './school-copy.js'

const twoPeople = 'A school takes its data away when its head and a network leader both want it.'

const inTurn = takeTurns({
  atOnce: 1,
  waiting: 4,
  full: () => new BadInput('Several copies are being made just now. Please fetch this one again in a minute.', 503),
})

/** A school leaves and takes its data out and away: its head and a network leader, a week, and its people are told. */
export function schoolEndingRoutes(house: House): Router {
  const routes = Router()
  const { db, log } = house

  routes.get('/networks/:network/schools/:school/parting', async (req, res) => {
    const { person, network, school } = await found(res, req.params)
    await showPage(res, person, network, school, formOf())
  })

  routes.post('/networks/:network/schools/:school/parting', async (req, res) => {
    const { person, network, school } = await found(res, req.params)
    allow(mayAsk(person, school), twoPeople)
    const reading = read(ReasonForm, req.body)
    if (!reading.ok) return showPage(res.status(422), person, network, school, reading.form)
    const { because } = reading.values
    const wanted = { of: 'school', ofId: school.id, networkId: network.id, choice: '', because } as const
    const seconds = await secondsOf(db, person, school)
    await inOne(db, trx => askForEnding(trx, wanted, person, seconds))
    await tell(db, res, 'A second person is asked whether they agree.')
    res.redirect(303, addressOf(school))
  })

  routes.post('/networks/:network/schools/:school/parting/agreement', async (req, res) => {
    const { person, school } = await found(res, req.params)
    const ending = await asked(school)
    allow(await mayAgree(db, person, school, ending), twoPeople)
    const told = await everybodyOf(db, school)
    await inOne(db, trx => agreeToEnding(trx, ending, person, told))
    await tell(db, res, 'Its people are told. It waits for a week, and can be stopped until then.')
    res.redirect(303, addressOf(school))
  })

  routes.post('/networks/:network/schools/:school/parting/stop', async (req, res) => {
    const { person, school } = await found(res, req.params)
    allow(mayAsk(person, school), twoPeople)
    const ending = await asked(school)
    await inOne(db, trx => stopEnding(trx, ending, person))
    await tell(db, res, 'It is stopped. The school stays, with all that it brought.')
    res.redirect(303, `/networks/${school.networkId}/schools/${school.id}`)
  })

  routes.post('/networks/:network/schools/:school/parting/copy', async (req, res) => {
    const { person, network, school } = await found(res, req.params)
    allow(mayTakeOut(person, school), 'The head and the data lead of the school take its data out.')
    await inOne(db, trx =>
      record(trx, {
        kind: 'data of a school taken out',
        by: person,
        networkId: network.id,
        aboutKind: 'school',
        aboutId: school.id,
      }),
    )
    await inTurn(async () => {
      res.attachment(`${school.id}.zip`)
      await sendZip(res, log, schoolCopy(house, school, now()))
    })
  })

  async function found(res: Response, at: { network: string; school: string }) {
    const person = signedIn(res)
    const network = await findNetwork(db, person, at.network)
    const school = await findSchool(db, network, at.school)
    const open = await openEnding(db, 'school', school.id)
    if (!mayAsk(person, school) && !mayTakeOut(person, school) && !(open && person.worksAt(school.id)))
      throw new NotFound('page')
    return { person, network, school }
  }

  async function asked(school: School): Promise<Ending> {
    const ending = await openEnding(db, 'school', school.id)
    if (!ending) throw new NotFound('page')
    return ending
  }

  async function showPage(
    res: Response,
    person: Reader,
    network: Network,
    school: School,
    form: FormState,
  ): Promise<void> {
    const ending = await openEnding(db, 'school', school.id)
    const address = addressOf(school)
    const may = mayAsk(person, school)
    const [go, stay] = [
      await countPiecesOfSchool(db, school.id, 'go'),
      await countPiecesOfSchool(db, school.id, 'stay'),
    ]
    show(res, 'keeping/ending', {
      title: `${school.name} takes its data away`,
      head: networkHead(network, person, 'schools'),
      heading: `${school.name} leaves and takes its data away`,
      lede: 'The school leaves the network with what it brought. Leaving alone, with everything staying where it is, is done on the page of the school.',
      goes: [
        `${plural(go, 'piece', 'pieces')} of evidence that come from this school alone`,
        'Its keys to pupils’ names, and the numbers of its pupils in every measure',
        'The roles of its people in the network, and their places in its groups',
      ],
      stays: [
        `${plural(stay, 'piece', 'pieces')} of this school alone that were agreed to and shared with the whole network, or that a published edition cites`,
        'Pieces that several schools brought together, claims, actions and texts of its groups',
        'That things were done, in the audit trail',
      ],
      first: [],
      copies: [],
      take: mayTakeOut(person, school)
        ? { address: `${address}/copy`, text: 'Take the data of the school out (.zip)' }
        : null,
      waiting: ending
        ? await waitingInWords(db, ending, person, {
            second: 'the other of head and network leader',
            agree: (await mayAgree(db, person, school, ending)) ? `${address}/agreement` : null,
            stop: may ? `${address}/stop` : null,
          })
        : null,
      ask:
        ending || !may
          ? null
          : { address, button: 'Ask that the school takes its data away', choices: [], needsReason: true },
      form,
      back: { href: `/networks/${network.id}/schools/${school.id}`, text: 'Leave everything as it is' },
    })
  }

  return routes
}

function addressOf({ networkId, id }: School): string {
  return `/networks/${networkId}/schools/${id}/parting`
}

function mayAsk(person: Reader, { id, networkId }: School): boolean {
  return person.answersFor(id) || person.isNetworkLeaderOf(networkId)
}

/** The school’s data are its head’s and its data lead’s to take. */
function mayTakeOut(person: Reader, { id }: School): boolean {
  return person.answersFor(id) || person.isDataLeadOf(id)
}

/** The other of head and network leader; another network leader where the school has no head here. */
async function mayAgree(db: Db, person: Reader, school: School, ending: Ending): Promise<boolean> {
  if (ending.agreedAt !== null || ending.askedBy === person.id) return false
  const heads = (await headsOf(db, school.id)).map(one => one.personId)
  if (heads.includes(ending.askedBy)) return person.isNetworkLeaderOf(school.networkId)
  return person.answersFor(school.id) || (person.isNetworkLeaderOf(school.networkId) && heads.length === 0)
}

async function secondsOf(db: Db, person: Reader, school: School): Promise<string[]> {
  const heads = (await headsOf(db, school.id)).map(one => one.personId)
  const leaders = await holdersOf(db, school.networkId, 'network leader')
  const seconds = heads.includes(person.id) || heads.length === 0 ? leaders : heads
  return seconds.filter(id => id !== person.id)
}

/** Everybody who works in the school, and the network’s leaders. */
async function everybodyOf(db: Db, school: School): Promise<string[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .select('personId')
    .distinct()
    .where('schoolId', '=', school.id)
    .where('endedAt', 'is', null)
    .execute()
  return [...rows.map(row => row.personId), ...(await holdersOf(db, school.networkId, 'network leader'))]
}
