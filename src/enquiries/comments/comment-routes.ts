import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { tell } from '../../people/sessions.js'
import { localPath } from '../../web/local-path.js'
import { queried } from '../../web/page-of.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { answerChallenge, findComment, mayRemoveComment, removeComment } from './comments.js'
import { type Enquiry, findEnquiry } from '../enquiry.js'
import { AnswerForm } from '../forms.js'
import { crumbsOf, headOf } from '../head.js'
import { mayAnswerChallenges } from '../permissions.js'
import { placesOfComments } from './threads.js'
import { maySettle, openCommentAgain, settleComment } from './settling.js'
import { namedIn, whoMayRead } from './who-may-read.js'

/** Answering a challenge, settling a thread and taking one's own words back, whatever they are about. */
export function commentRoutes({ db }: House, { threads }: Pick<Brought, 'threads'>): Router {
  const routes = Router()

  async function said(req: Request<{ comment: string }>, res: Response) {
    const person = signedIn(res)
    const comment = await findComment(db, person, req.params.comment)
    const enquiry = await findEnquiry(db, person, comment.groupId)
    const back = localPath(queried(req, 'back'), `/groups/${enquiry.groupId}`)
    return { person, comment, enquiry, back }
  }

  routes.post('/comments/:comment/answer', async (req, res) => {
    const { person, comment, enquiry, back } = await said(req, res)
    allow(mayAnswerChallenges(enquiry), 'A challenge is answered by the group that it was put to.')
    const reading = read(AnswerForm, req.body)
    const answerAgain = (form: FormState) =>
      show(res.status(422), 'enquiries/answer', {
        ...pageOf(enquiry, 'Answer a challenge'),
        ...{ by: comment.by, words: comment.body, form, address: req.originalUrl, back },
      })
    if (!reading.ok) return answerAgain(reading.form)
    const finder = threads[comment.aboutKind]!
    const { words } = reading.values
    const given = await namedIn(db, enquiry, { finder, aboutId: comment.aboutId }, words, formOf(req.body))
    if ('form' in given) return answerAgain(given.form)
    await inOne(db, trx => answerChallenge(trx, enquiry, person, comment, words, given.named))
    await tell(db, res, 'The challenge is answered.')
    res.redirect(303, `${back}#comment-${comment.id}`)
  })

  const folding = { settling: settleComment, reopening: openCommentAgain }
  for (const [what, verb] of Object.entries(folding))
    routes.post(`/comments/:comment/${what}`, async (req: Request<{ comment: string }>, res) => {
      const { person, comment, enquiry, back } = await said(req, res)
      allow(
        maySettle(person, enquiry, comment),
        'Whoever said it settles it, or the lead learner once a challenge is answered.',
      )
      await inOne(db, trx => verb(trx, enquiry, person, comment))
      res.redirect(303, `${back}#comment-${comment.id}`)
    })

  /** For the list that opens behind an @: those who may read the thing, for somebody who may read it too. */
  routes.get('/comments/people', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, queried(req, 'group'))
    const [kind, about] = [queried(req, 'kind'), queried(req, 'about')]
    const finder = Object.hasOwn(threads, kind) ? threads[kind]! : undefined
    if (!finder || !(await finder(db, person, [about])).has(about)) throw new NotFound('comment')
    const people = await whoMayRead(db, enquiry, finder, about)
    res.json({ people: people.filter(one => one.id !== person.id).map(({ name }) => name) })
  })

  /** From a letter to the place where it stands now, for whoever may read it there. */
  routes.get('/comments/:comment', async (req, res) => {
    const person = signedIn(res)
    const comment = await findComment(db, person, req.params.comment)
    const place = (await placesOfComments(db, person, threads, [comment])).get(comment.id)
    if (!place) throw new NotFound('comment')
    res.redirect(303, place.href)
  })

  routes.get('/comments/:comment/removal', async (req, res) => {
    const { person, comment, enquiry, back } = await said(req, res)
    allow(mayRemoveComment(person, comment), 'Only whoever said it can take it back, and only before it is answered.')
    show(res, 'enquiries/confirm', {
      ...pageOf(enquiry, 'Take these words back'),
      confirm: {
        heading: `Take your ${comment.kind} back`,
        what: ['Your words disappear for everybody.', 'The group’s history says that you took them back.'],
        address: req.originalUrl,
        button: 'Take these words back',
        cancel: { href: `${back}#comment-${comment.id}`, text: 'Let it stand' },
      },
    })
  })

  routes.post('/comments/:comment/removal', async (req, res) => {
    const { person, comment, enquiry, back } = await said(req, res)
    allow(mayRemoveComment(person, comment), 'Only whoever said it can take it back, and only before it is answered.')
    await inOne(db, trx => removeComment(trx, enquiry, person, comment))
    await tell(db, res, 'Your words are taken back.')
    res.redirect(303, `${back}#comments`)
  })

  return routes
}

function pageOf(enquiry: Enquiry, title: string) {
  return { title, breadcrumbs: crumbsOf(enquiry), head: headOf(enquiry, 'home') }
}
