import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { peopleWith } from '../../networks/people/people-to-choose.js'
import { tell } from '../../people/sessions.js'
import { formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { day } from '../../words/words.js'
import { findModerationOf, openRoundOf } from '../finding.js'
import { WishAnswerForm, WishForm } from '../forms.js'
import '../pages.js'
import { leadsRound, mayChooseJudges } from '../permissions.js'
import { answerWish, askToJudge, findRoundToJoin, openWishesOf } from './wishes.js'

/** Somebody who was not asked to judge asks to be let in; whoever leads the round says yes or no. */
export function wishRoutes({ db, mail }: House): Router {
  const routes = Router()
  const at = '/networks/:network/moderation/:round' as const

  routes.get(`${at}/wish`, async (req, res) => {
    const there = await findModerationOf(db, signedIn(res), req.params.network)
    const { line } = await findRoundToJoin(db, there.person, there.network, req.params.round)
    const { head, listAddress } = there
    show(res, 'moderation/form', {
      title: `Ask to judge in “${line.title}”`,
      ...{ head, form: formOf(), over: { text: 'Moderation', href: listAddress }, back: listAddress },
      address: `${listAddress}/${line.id}/wish`,
      lede: `${line.leader} leads it and says yes or no. Each has judged by ${day(line.judgeBy)}, alone, and then you talk.`,
      field: { name: 'word', label: 'A word to whoever leads it (optional)', hint: 'Such as: I teach Year 4 too.' },
      ...{ button: 'Ask to judge', danger: false, leave: 'Back without asking' },
    })
  })

  routes.post(`${at}/wish`, async (req, res) => {
    const there = await findModerationOf(db, signedIn(res), req.params.network)
    const { found, line } = await findRoundToJoin(db, there.person, there.network, req.params.round)
    const { word } = wellRead(read(WishForm, req.body))
    await inOne(db, trx => askToJudge(trx, found.round, there.person, word))
    await tell(db, res, `${line.leader} is asked. ${heardBy(mail).answer()}`)
    res.redirect(303, there.listAddress)
  })

  routes.post(`${at}/wishes/:judge`, async (req, res) => {
    const there = await openRoundOf(db, signedIn(res), req.params)
    allow(leadsRound(there.person, there) && mayChooseJudges(there.person, there))
    const wish = (await openWishesOf(db, [there.round.id])).find(one => one.personId === req.params.judge)
    if (!wish) throw new NotFound('wish')
    const said = wellRead(read(WishAnswerForm, req.body))
    const isHere = (await peopleWith(db, there.network.id, 'works')).some(one => one.id === wish.personId)
    const answer = isHere ? said : { ...said, answer: 'no' as const }
    await inOne(db, trx => answerWish(trx, there.round, there.person, wish.personId, answer))
    const told = answer.answer === 'yes' ? `${wish.name} judges in this round.` : `${wish.name} is told no.`
    await tell(db, res, isHere ? told : `${wish.name} does not work in the network any more, so the answer is no.`)
    res.redirect(303, there.address)
  })

  return routes
}
