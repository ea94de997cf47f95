import { type Request, type Response, Router } from 'express'
import { findAction, type FoundAction } from '../actions/actions.js'
import { type Db, inOne } from '../database.js'
import { allow, BadInput } from '../errors.js'
import { cardOf } from '../evidence/listing/cards.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { isScript } from '../web/answering-scripts.js'
import { now } from '../web/now.js'
import { addMistake, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { nothingSaid, wordsOf } from './bringing-together.js'
import { effectAt } from './effects.js'
import { judgePage, pageOfEffect } from './effect-page.js'
import { EffectAsTyped, EffectForm } from './forms.js'
import { mayJudgeEffect } from './permissions.js'
import { saveEffect } from './saving.js'

/** What an action did in one school: read, and judged. */
export function effectRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/actions/:action/effects/:school', async (req, res) => {
    const person = signedIn(res)
    const action = await findAction(db, person, req.params.action)
    const effect = await effectAt(db, person, action, req.params.school)
    const page = await pageOfEffect(db, person, action, req.params.school, effect)
    if (mayJudgeEffect(action)) {
      const stands = effect ? wordsOf(effect) : { ...nothingSaid, whatHappened: page.whatHappened }
      const form = formOf({ ...stands, was: JSON.stringify(stands), version: effect?.version ?? 0 })
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
    if (isScript(req)) return saveAsTyped(db, req, res, { person, action, schoolId: page.school.id })
    const reading = read(EffectForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'evaluation/judge', await judgePage(db, person, page, reading.form, effect))
    const saving = await inOne(db, trx =>
      saveEffect(trx, action, page.school.id, person, reading.values, { isAsTyped: false }),
    )
    if (saving.outcome === 'conflict') {
      const { theirs } = saving
      const form = addMistake(
        formOf({
          ...(req.body as object),
          was: JSON.stringify(wordsOf(theirs)),
          version: theirs?.version ?? 0,
        }),
        'judgement',
        'Somebody else has said what happened here since you opened it. Read theirs, and then save what should stand.',
      )
      const mine = await judgePage(db, person, page, form, theirs)
      return show(res.status(409), 'evaluation/judge', { ...mine, theirs: theirs ?? null })
    }
    const merged = saving.outcome === 'merged' ? ', together with what somebody else wrote meanwhile' : ''
    await tell(db, res, `What A${action.number} did at ${page.school.name} is saved${merged}.`)
    res.redirect(303, `${page.grid}#effect-${action.id}-${page.school.id}`)
  })

  return routes
}

/** In the grid an effect is saved as it is typed; what both wrote comes back, or is settled on the page of its own. */
async function saveAsTyped(
  db: Db,
  req: Request,
  res: Response,
  { person, action, schoolId }: { person: Reader; action: FoundAction; schoolId: string },
): Promise<void> {
  const reading = read(EffectAsTyped, req.body)
  if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
  const saving = await inOne(db, trx => saveEffect(trx, action, schoolId, person, reading.values, { isAsTyped: true }))
  if (saving.outcome === 'conflict') return void res.status(409).json({ by: saving.theirs?.judgedByName ?? '' })
  const { outcome, effect } = saving
  res.json({
    version: effect?.version ?? 0,
    stands: wordsOf(effect),
    savedAt: effect?.judgedAt ?? now(),
    merged: outcome === 'merged',
  })
}
