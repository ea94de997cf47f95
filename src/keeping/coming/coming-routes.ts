import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { findNetworkAround } from '../../networks/networks.js'
import { tell } from '../../people/sessions.js'
import { monthsAfter, today } from '../../web/now.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { HoldForm } from '../forms.js'
import { keptKind } from '../kinds/kinds.js'
import { periodsOf } from '../periods/periods.js'
import { comingPage, findHold, findRound, type FoundRound, lookedThrough, thingsAmong } from './coming-page.js'
import { endHold, holdBack } from './holds.js'
import { roundPage } from './round-page.js'

/** What comes due, looked through, held back and let go. */
export function comingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/keeping/coming', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetworkAround(db, person, req.params.network)
    if (!person.works(network.id)) throw new NotFound('list')
    show(res, 'keeping/coming', await comingPage(db, person, network))
  })

  routes.get('/keeping/:round', async (req, res) => {
    const person = signedIn(res)
    const round = await findRound(db, person, req.params.round)
    show(res, 'keeping/round', await roundPage(db, req, person, round, formOf({ how: 'period' })))
  })

  routes.post('/keeping/:round/holds', async (req, res) => {
    const person = signedIn(res)
    const round = await findRound(db, person, req.params.round)
    const reading = read(HoldForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const chosen = reading.ok ? await chosenOf(round, reading.values.things) : []
    if (reading.ok && chosen?.length === 0) addMistake(form, 'things', 'Choose what is held back')
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'keeping/round', await roundPage(db, req, person, round, form))
    const until = await untilOf(round, reading.values)
    await inOne(db, trx => holdBack(trx, round, chosen, { because: reading.values.because, until }, person))
    const what = chosen === null ? `Everything of ${round.groupName}` : plural(chosen.length, 'thing', 'things')
    await tell(db, res, `${what} is held back.`)
    res.redirect(303, `/keeping/${round.id}`)
  })

  routes.post('/keeping/:round/seen', async (req, res) => {
    const person = signedIn(res)
    const round = await findRound(db, person, req.params.round)
    await lookedThrough(db, person, round)
    await tell(db, res, 'It stands on Your day no longer.')
    res.redirect(303, `/keeping/${round.id}`)
  })

  routes.post('/keeping/holds/:hold/ending', async (req, res) => {
    const person = signedIn(res)
    const hold = await findHold(db, person, req.params.hold)
    allow(hold.endedAt === null, 'This is held no longer.')
    await inOne(db, trx => endHold(trx, hold, person))
    await tell(db, res, 'It is let go. Before it is erased, those concerned are told again, and have thirty days.')
    res.redirect(303, `/networks/${hold.networkId}/keeping/coming`)
  })

  /** @returns null for whatever is of the group */
  async function chosenOf(round: FoundRound, ids: string[]): Promise<{ thing: string; label: string }[] | null> {
    if (ids.includes('group') && round.groupId !== null && round.kind !== 'drafts') return null
    return thingsAmong(db, round, ids)
  }

  async function untilOf(round: FoundRound, { how, until }: { how: string; until?: string | undefined }) {
    if (how === 'open') return null
    if (how === 'day') return until!
    const period = (await periodsOf(db, round.networkId)).find(one => one.kind === keptKind(round.kind))
    return period?.months == null ? null : monthsAfter(today(), period.months)
  }

  return routes
}
