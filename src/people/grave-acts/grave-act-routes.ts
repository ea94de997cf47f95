import { Router } from 'express'
import { inOne } from '../../database.js'
import { NotAllowed } from '../../errors.js'
import type { House } from '../../house.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { listed } from '../../words/words.js'
import { mayAgreeToGraveAct, mayStopGraveAct } from '../permissions.js'
import { tell } from '../sessions.js'
import { agreeToGraveAct, findGraveAct, type GraveActInWords, stopGraveAct } from './grave-acts.js'
import { graveKinds } from './kinds.js'

/** Something grave that was asked for: who asks, what it leads to, when; yes, or stop. */
export function graveActRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/grave-acts/:act', async (req, res) => {
    const person = signedIn(res)
    const act = await findGraveAct(db, person, req.params.act)
    const { inWords, leadsTo, hours } = graveKinds[act.kind]
    const isMe = act.personId === person.id
    show(res, 'people/grave-act', {
      title: isMe ? 'About your account' : `About the account of ${act.name}`,
      act,
      what: inWords(isMe ? 'your' : `${act.name}’s`),
      leadsTo: leadsTo(act.name),
      hours: hours.agreed,
      address: `/grave-acts/${act.id}`,
      who: listed(act.agreeing.map(one => one.name)),
      isMine: act.askedBy === person.id,
      isMe,
      may: { agree: mayAgreeToGraveAct(person, act), stop: mayStopGraveAct(person, act) },
      over: overBecause(act),
    })
  })

  routes.post('/grave-acts/:act/agreement', async (req, res) => {
    const person = signedIn(res)
    const act = await findGraveAct(db, person, req.params.act)
    await inOne(db, trx => agreeToGraveAct(trx, act, person))
    await tell(
      db,
      res,
      `You have agreed. ${act.name} is told, and can stop it for ${graveKinds[act.kind].hours.agreed} hours.`,
    )
    res.redirect(303, `/grave-acts/${act.id}`)
  })

  routes.post('/grave-acts/:act/stop', async (req, res) => {
    const person = signedIn(res)
    const act = await findGraveAct(db, person, req.params.act)
    if (!mayStopGraveAct(person, { ...act, stoppedAt: null, doneAt: null }))
      throw new NotAllowed('Others answer this, not you.')
    await inOne(db, trx => stopGraveAct(trx, act, person))
    await tell(db, res, 'It is stopped. Nothing has changed.')
    res.redirect(303, `/grave-acts/${act.id}`)
  })

  return routes
}

function overBecause(act: GraveActInWords): string | null {
  if (act.doneAt) return 'It has been done.'
  if (!act.stoppedAt) return null
  return act.stopper ? `It was stopped by ${act.stopper}.` : 'It came to nothing: there was nothing to do any more.'
}
