import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { pageOfPost } from '../base.js'
import { findPost, type FoundPost } from '../finding.js'
import { CameOfForm, TakeUpForm } from '../forms.js'
import { outcomes } from '../kinds.js'
import '../pages.js'
import { mayTakeUp, mayTellWhatCameOfIt } from '../permissions.js'
import { schoolChosen } from '../posting/post-form-page.js'
import { postPage } from '../showing/post-page.js'
import { findTakeUp, takeUp, type TakeUpShown, tellWhatCameOfIt, waveAway } from './taking-up.js'

/** Schools take a post up, and say later what came of it. */
export function takeUpRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/forum/:post/take-ups' as const

  routes.post(at, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    const { person, post, postAddress } = found
    allow(mayTakeUp(person, post), 'Colleagues of schools take up what others have posted.')
    const reading = read(TakeUpForm, req.body)
    if (!reading.ok) return show(res.status(422), 'forum/show', await postPage(db, found, { takeUp: reading.form }))
    const { how, school } = reading.values
    const given = { ...reading.values, school: schoolChosen(found, school)! }
    await inOne(db, trx => takeUp(trx, post, person, given))
    const asked =
      how === 'takes it' ? 'Good. In four weeks we ask you, once, what came of it.' : 'Thank you for saying so.'
    await tell(db, res, asked)
    res.redirect(303, `${postAddress}#taken-up`)
  })

  routes.get(`${at}/:takeUp`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    const takenUp = await findTakeUp(db, found.post, req.params.takeUp)
    allow(mayTellWhatCameOfIt(found.person, takenUp))
    const { cameOf, cameOfWords, mayTellAt } = takenUp
    const form = formOf({ cameOf, cameOfWords, mayTell: mayTellAt ? 'yes' : '' })
    show(res, 'forum/take-up', takeUpPage(found, takenUp, form))
  })

  routes.post(`${at}/:takeUp`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    const takenUp = await findTakeUp(db, found.post, req.params.takeUp)
    allow(mayTellWhatCameOfIt(found.person, takenUp))
    const reading = read(CameOfForm, req.body)
    if (!reading.ok) return show(res.status(422), 'forum/take-up', takeUpPage(found, takenUp, reading.form))
    await inOne(db, trx => tellWhatCameOfIt(trx, takenUp, found.person, reading.values))
    await tell(db, res, 'What came of it stands on the post now.')
    res.redirect(303, `${found.postAddress}#taken-up`)
  })

  routes.post(`${at}/:takeUp/waving-away`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    const takenUp = await findTakeUp(db, found.post, req.params.takeUp)
    allow(mayTellWhatCameOfIt(found.person, takenUp))
    await inOne(db, trx => waveAway(trx, takenUp))
    await tell(db, res, 'We do not ask again.')
    res.redirect(303, '/')
  })

  return routes
}

function takeUpPage(found: FoundPost, takenUp: TakeUpShown, form: FormState) {
  return {
    ...pageOfPost(found, 'What came of it?'),
    takenUp,
    form,
    outcomes: outcomes.map(({ key, name }) => ({ value: key, text: name })),
  }
}
