import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { peopleToChoose } from '../../networks/people/people-to-choose.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type OpenedRound, openRoundOf } from '../finding.js'
import { JudgeForm, LeavingForm } from '../forms.js'
import '../pages.js'
import { leadsRound, mayChooseJudges } from '../permissions.js'
import { askJudge, letJudgeGo } from './judges.js'

/** Who judges in a round. */
export function judgeRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/moderation/:round' as const

  routes.get(`${at}/judges`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowJudges(there)
    show(res, 'moderation/judges', await judgesPage(db, there, formOf()))
  })

  routes.post(`${at}/judges`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allowJudges(there)
    const reading = read(JudgeForm, req.body)
    if (!reading.ok) return show(res.status(422), 'moderation/judges', await judgesPage(db, there, reading.form))
    const asked = (await peopleToChoose(db, there.network.id, 'works')).find(one => one.value === reading.values.person)
    if (!asked) {
      const form = addMistake(formOf(req.body), 'person', 'Choose somebody who works in the network')
      return show(res.status(422), 'moderation/judges', await judgesPage(db, there, form))
    }
    await inOne(db, trx => askJudge(trx, there.round, there.person, asked.value))
    res.redirect(303, `${there.address}/judges`)
  })

  routes.post(`${at}/judges/:judge/leaving`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    const { judge } = req.params
    allow(judge === there.person.id || (leadsRound(there.person, there) && mayChooseJudges(there.person, there)))
    const reading = read(LeavingForm, req.body)
    const word = reading.ok ? reading.values.word : ''
    await inOne(db, trx => letJudgeGo(trx, there.round, there.person, judge, word))
    await tell(
      db,
      res,
      judge === there.person.id ? 'You do not judge in this round any more.' : 'They do not judge any more.',
    )
    const stays = judge !== there.person.id || leadsRound(there.person, there)
    res.redirect(303, stays ? `${there.address}/judges` : there.listAddress)
  })

  return routes
}

function allowJudges(there: OpenedRound): void {
  allow(mayChooseJudges(there.person, there), 'The leader of the round asks who judges, until it is opened.')
}

async function judgesPage(db: Db, { network, head, address, judges }: OpenedRound, form: FormState) {
  const here = judges.filter(one => one.leftAt === null)
  const people = (await peopleToChoose(db, network.id, 'works')).filter(
    one => !here.some(judge => judge.personId === one.value),
  )
  const shown = here.map(one => ({ id: one.personId, name: one.name }))
  return { title: 'Who judges', head, address: `${address}/judges`, back: address, judges: shown, people, form }
}
