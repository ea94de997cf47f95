import { Router } from 'express'
import { findAction } from '../actions/actions.js'
import { inOne } from '../database.js'
import { allow } from '../errors.js'
import { cardOf } from '../evidence/listing/cards.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { addMistake, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { effectAt } from './effects.js'
import { judgePage, pageOfEffect } from './effect-page.js'
import { EffectForm } from './forms.js'
import { judgeEffect } from './judging.js'
import { mayJudgeEffect } from './permissions.js'

/** What an action did in one school: read, and judged. */
export function effectRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/actions/:action/effects/:school', async (req, res) => {
    const person = signedIn(res)
    const action = await findAction(db, person, req.params.action)
    const effect = await effectAt(db, person, action, req.params.school)
    const page = await pageOfEffect(db, person, action, req.params.school, effect)
    if (mayJudgeEffect(action)) {
      const form = formOf(
        effect
          ? { ...effect, forWhom: effect.forWhom.split(', '), evidence: effect.evidence.map(piece => piece.id) }
          : { whatHappened: page.whatHappened, version: 0 },
      )
      return show(res, 'evaluation/judge', await judgePage(db, person, page, form, effect))
    }
    const pieces = (effect?.evidence ?? []).map(piece => cardOf(piece, person))
    show(res, 'evaluation/effect', { ...page, effect: effect ?? null, pieces })
  })

  routes.post('/actions/:action/effects/:school', async (req, res) => {
    const person = signedIn(res)
    const action = await findAction(db, person, req.params.action)
    allow(mayJudgeEffect(action))
    const effect = await effectAt(db, person, action, req.params.school)
    const page = await pageOfEffect(db, person, action, req.params.school, effect)
    const reading = read(EffectForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'evaluation/judge', await judgePage(db, person, page, reading.form, effect))
    if (!(await inOne(db, trx => judgeEffect(trx, action, page.school.id, person, reading.values)))) {
      const form = addMistake(
        formOf({ ...(req.body as object), version: effect?.version ?? 0 }),
        'judgement',
        'Somebody else has said what happened here since you opened it. Read theirs, and then save what should stand.',
      )
      const mine = await judgePage(db, person, page, form, effect)
      return show(res.status(409), 'evaluation/judge', { ...mine, theirs: effect ?? null })
    }
    await tell(db, res, `What A${action.number} did at ${page.school.name} is saved.`)
    res.redirect(303, `${page.grid}#effect-${action.id}-${page.school.id}`)
  })

  return routes
}
