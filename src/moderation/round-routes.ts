import { Router } from 'express'
import { inOne } from '../database.js'
import { allow, Conflict } from '../errors.js'
import type { House } from '../house.js'
import { inDaysOfSchool } from '../networks/terms/school-days.js'
import { tell } from '../people/sessions.js'
import { pageNumber, pageOf } from '../web/page-of.js'
import { formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { listed } from '../words/words.js'
import { examplesIn, shownExample } from './examples/examples.js'
import { findModerationOf, type OpenedRound, openRoundOf } from './finding.js'
import { RoundForm } from './forms.js'
import { lineToJoin } from './letting-in/line-to-join.js'
import { roundsToJoin } from './letting-in/wishes.js'
import './pages.js'
import { withDayChecked } from './day-to-come.js'
import { leadsRound, mayPrepareRounds } from './permissions.js'
import { piecesOf } from './pieces/pieces.js'
import { lacks, roundLine, roundPage } from './round-page.js'
import { beginRound, describeRound, finishRound, openRound, prepareRound, roundsOf } from './rounds.js'

const size = 20

/** Rounds: prepared, begun so that each judges alone, opened so that all talk, and finished. */
export function roundRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/moderation' as const

  routes.get(at, async (req, res) => {
    const { person, network, head, listAddress } = await findModerationOf(db, signedIn(res), req.params.network)
    const { rows, total } = await roundsOf(db, person, network.id, pageNumber(req), size)
    const examples = await examplesIn(db, person, network, { criterion: '', level: '' }, 1, 3)
    show(res, 'moderation/index', {
      title: 'Moderation',
      head,
      address: listAddress,
      page: pageOf(req, rows.map(roundLine), total, size),
      others: (await roundsToJoin(db, person, network)).map(one => lineToJoin(one, listAddress)),
      examples: examples.rows.map(shownExample),
      may: { prepare: mayPrepareRounds(person, network) },
    })
  })

  routes.get(`${at}/new`, async (req, res) => {
    const { person, network, head, listAddress } = await findModerationOf(db, signedIn(res), req.params.network)
    allow(mayPrepareRounds(person, network))
    const form = formOf({ judgeBy: await inDaysOfSchool(db, network.id, 21) })
    show(res, 'moderation/edit', {
      title: 'Judge pupils’ work together',
      head,
      address: listAddress,
      back: listAddress,
      form,
    })
  })

  routes.post(at, async (req, res) => {
    const { person, network, head, listAddress } = await findModerationOf(db, signedIn(res), req.params.network)
    allow(mayPrepareRounds(person, network))
    const reading = withDayChecked(read(RoundForm, req.body), req.body)
    if (!reading.ok) {
      const page = { title: 'Judge pupils’ work together', head, address: listAddress, back: listAddress }
      return show(res.status(422), 'moderation/edit', { ...page, form: reading.form })
    }
    const round = await inOne(db, trx => prepareRound(trx, network, person, reading.values))
    await tell(db, res, 'Now the sheet, the pieces, and who judges.')
    res.redirect(303, `${listAddress}/${round.id}`)
  })

  routes.get(`${at}/:round`, async (req, res) => {
    show(res, 'moderation/show', await roundPage(db, await openRoundOf(db, signedIn(res), req.params)))
  })

  routes.get(`${at}/:round/edit`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowLeading(there)
    const { title, about, judgeBy } = there.round
    const { head, address } = there
    const form = formOf({ title, about, judgeBy })
    show(res, 'moderation/edit', { title: 'Describe the round', head, address, back: address, form })
  })

  routes.post(`${at}/:round`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowLeading(there)
    const { head, address, person, round } = there
    const reading = withDayChecked(read(RoundForm, req.body), req.body, round.judgeBy)
    if (!reading.ok)
      return show(res.status(422), 'moderation/edit', {
        title: 'Describe the round',
        head,
        address,
        back: address,
        form: reading.form,
      })
    await inOne(db, trx => describeRound(trx, round, person, reading.values))
    await tell(db, res, 'The round is saved.')
    res.redirect(303, address)
  })

  for (const [word, verb, told] of [
    ['beginning', beginRound, 'The round has begun. Each judges alone; nobody sees what the others say.'],
    ['opening', openRound, 'The round is open. Talk first about the pieces that lie furthest apart.'],
    ['finishing', finishRound, 'The round is finished. What was agreed stays as examples.'],
  ] as const)
    routes.post(`${at}/:round/${word}`, async (req, res) => {
      const there = await openRoundOf(db, signedIn(res), req.params)
      allowLeading(there)
      if (word === 'beginning') await allowBeginning(there)
      await inOne(db, trx => verb(trx, there.round, there.person))
      await tell(db, res, told)
      res.redirect(303, there.address)
    })

  async function allowBeginning(there: OpenedRound): Promise<void> {
    const missing = lacks(there, (await piecesOf(db, there.person, there.round)).length)
    if (missing.length > 0) throw new Conflict(`Before it begins, the round needs ${listed(missing)}.`)
  }

  return routes
}

export function allowLeading(there: OpenedRound): void {
  allow(leadsRound(there.person, there), 'Whoever prepared the round leads it.')
}
