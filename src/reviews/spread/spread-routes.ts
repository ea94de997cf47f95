import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { asLetter } from '../../pdf/form.js'
import { sendPdf } from '../../publishing/taking-away/sending-pdf.js'
import { sendWord } from '../../publishing/taking-away/taking-away.js'
import { sendCsv } from '../../web/csv.js'
import { slugOf } from '../../web/new-id.js'
import { read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { chosenIn, tellItems } from '../choosing/choosing.js'
import { TellForm } from '../forms.js'
import { maySeeSpread, mayTell } from '../permissions.js'
import { findRound, type FoundRound } from '../rounds/rounds.js'
import { besides, roundsToPutBeside } from './comparing.js'
import { spreadColumns, spreadLines } from './columns.js'
import './pages.js'
import { besidePage } from './beside-page.js'
import { documentOfSpread } from './spread-document.js'
import { spreadPage, tellingPage } from './spread-page.js'
import { spreadsOf } from './spread.js'

/** How answers spread: on a page, as a list, on paper, and beside another round. */
export function spreadRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()
  const at = '/networks/:network/reviews/:round' as const

  routes.get(`${at}/spread`, async (req, res) => {
    show(res, 'reviews/spread', await spreadPage(db, await roundToSee(signedIn(res), req.params)))
  })

  routes.get(`${at}/spread.csv`, async (req, res) => {
    const { round } = await roundToSee(signedIn(res), req.params)
    sendCsv(res, slugOf(round.title), spreadColumns, spreadLines(round.title, await spreadsOf(db, round)))
  })

  routes.get(`${at}/spread.pdf`, async (req, res) => {
    const found = await roundToSee(signedIn(res), req.params)
    await sendPdf(house, res, await documentFor(found), slugOf(found.round.title), asLetter)
  })

  routes.get(`${at}/spread.docx`, async (req, res) => {
    const found = await roundToSee(signedIn(res), req.params)
    await sendWord(house, res, await documentFor(found), slugOf(found.round.title))
  })

  routes.get(`${at}/beside/:other`, async (req, res) => {
    const found = await roundToSee(signedIn(res), req.params)
    const other = await roundToSee(found.person, { network: req.params.network, round: req.params.other })
    const known = await roundsToPutBeside(db, found.round)
    if (!known.some(one => one.id === other.round.id)) throw new NotFound('review')
    const chosen = [...(await chosenIn(db, found.round)), ...(await chosenIn(db, other.round))]
    show(res, 'reviews/beside', besidePage(found, other.round, await besides(db, found.round, other.round), chosen))
  })

  routes.get(`${at}/telling`, async (req, res) => {
    show(res, 'reviews/telling', await tellingPage(db, await roundToTell(signedIn(res), req.params)))
  })

  routes.post(`${at}/telling`, async (req, res) => {
    const found = await roundToTell(signedIn(res), req.params)
    const { items } = wellRead(read(TellForm, req.body))
    const offered = (await tellingPage(db, found)).parts.flatMap(part => part.items.map(one => one.value))
    const told = items.filter(id => offered.includes(id))
    await inOne(db, trx => tellItems(trx, found.round, found.person, told))
    await tell(
      db,
      res,
      told.length > 0 ? 'The report of the term in which it closed will tell this.' : 'The report tells nothing of it.',
    )
    res.redirect(303, found.address)
  })

  async function documentFor({ network, round }: FoundRound) {
    const chosen = (await chosenIn(db, round)).filter(one => !one.letGoAt)
    return documentOfSpread(network, round, await spreadsOf(db, round), chosen, baseUrl)
  }

  /** @throws NotFound for those who may not see the spread, and where there is none */
  async function roundToSee(person: Reader, at: { network: string; round: string }): Promise<FoundRound> {
    const found = await findRound(db, person, at)
    if (!maySeeSpread(person, found.round, found.asked)) throw new NotFound('spread')
    return found
  }

  async function roundToTell(person: Reader, at: { network: string; round: string }): Promise<FoundRound> {
    const found = await roundToSee(person, at)
    allow(mayTell(person, found.round), 'A network leader chooses what the report tells.')
    return found
  }

  return routes
}
