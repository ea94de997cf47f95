import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { answerPost, findAnswer, follow, takeDownAnswer, unfollow } from '../answering/answering.js'
import { support, thank } from '../answering/thanking.js'
import { findPost, type FoundPost } from '../finding.js'
import { AnswerForm, FollowForm, ThanksForm } from '../forms.js'
import '../pages.js'
import { mayTakeDownAnswer, mayTakePart } from '../permissions.js'
import { schoolChosen } from '../posting/post-form-page.js'
import { postPage } from './post-page.js'

const gone = 'This post is not in the forum any more.'

/** A post and what colleagues say to it: answers, thanks, following, and that they would like to talk about it. */
export function postRoutes({ db, mail }: House): Router {
  const routes = Router()
  const at = '/networks/:network/forum/:post' as const

  routes.get(at, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    show(res, 'forum/show', await postPage(db, found))
  })

  routes.post(`${at}/answers`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    allowTakingPart(found)
    const { person, post, postAddress } = found
    const reading = read(AnswerForm, req.body)
    if (!reading.ok) return show(res.status(422), 'forum/show', await postPage(db, found, { answer: reading.form }))
    const { words, under } = reading.values
    const answered = under ? await findAnswer(db, post, under) : null
    const given = { words, under: answered, schoolId: schoolChosen(found, '') }
    const id = await inOne(db, trx => answerPost(trx, post, person, given))
    res.redirect(303, `${postAddress}#answer-${id}`)
  })

  routes.post(`${at}/answers/:answer/taking-down`, async (req, res) => {
    const { person, post, postAddress } = await findPost(db, signedIn(res), req.params)
    const answer = await findAnswer(db, post, req.params.answer)
    allow(mayTakeDownAnswer(person, post, answer))
    await inOne(db, trx => takeDownAnswer(trx, post, answer, person))
    await tell(db, res, 'Your answer is taken down.')
    res.redirect(303, `${postAddress}#answers`)
  })

  routes.post(`${at}/thanks`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    allowTakingPart(found)
    const { person, post, postAddress } = found
    const { about } = wellRead(read(ThanksForm, req.body))
    const answer = about ? await findAnswer(db, post, about) : undefined
    allow((answer ? answer.answeredBy : post.postedBy) !== person.id, 'Thanks come from others.')
    const aboutId = answer?.id ?? post.id
    await inOne(db, trx => thank(trx, post, aboutId, person))
    res.redirect(303, about ? `${postAddress}#answer-${aboutId}` : postAddress)
  })

  routes.post(`${at}/following`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    allow(mayTakePart(found.person, found.network))
    const { person, post, postAddress } = found
    const follows = wellRead(read(FollowForm, req.body)).follow === 'yes'
    await inOne(db, trx => (follows ? follow(trx, post, person) : unfollow(trx, post, person)))
    await tell(
      db,
      res,
      follows ? `You follow it: what happens stands ${heardBy(mail).weekly()}.` : 'You do not follow it any more.',
    )
    res.redirect(303, postAddress)
  })

  routes.post(`${at}/support`, async (req, res) => {
    const found = await findPost(db, signedIn(res), req.params)
    allowTakingPart(found)
    await inOne(db, trx => support(trx, found.post, found.person))
    res.redirect(303, `${found.postAddress}#talk`)
  })

  return routes
}

function allowTakingPart({ person, network, post }: FoundPost): void {
  allow(mayTakePart(person, network))
  allow(post.goneAt === null, gone)
}
