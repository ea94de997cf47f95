import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { localPath } from '../../web/local-path.js'
import { queried } from '../../web/page-of.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { answerChallenge, findComment, mayRemoveComment, removeComment } from './comments.js'
import { type Enquiry, findEnquiry } from '../enquiry.js'
import { AnswerForm } from '../forms.js'
import { crumbsOf, headOf } from '../head.js'
import { mayAnswerChallenges } from '../permissions.js'

/** Answering a challenge and taking one's own words back, whatever they are about. */
export function commentRoutes({ db }: House): Router {
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
    if (!reading.ok) {
      return show(res.status(422), 'enquiries/answer', {
        ...pageOf(enquiry, 'Answer a challenge'),
        by: comment.by,
        words: comment.body,
        form: reading.form,
        address: req.originalUrl,
        back,
      })
    }
    await inOne(db, trx => answerChallenge(trx, enquiry, person, comment, reading.values.words))
    await tell(db, res, 'The challenge is answered.')
    res.redirect(303, `${back}#comment-${comment.id}`)
  })

  routes.get('/comments/:comment/removal', async (req, res) => {
    const { person, comment, enquiry, back } = await said(req, res)
    allow(mayRemoveComment(person, comment), 'Only whoever said it can take it back, and only before it is answered.')
    show(res, 'enquiries/confirm', {
      ...pageOf(enquiry, 'Take this back'),
      confirm: {
        heading: `Take your ${comment.kind} back`,
        what: ['Your words disappear for everybody.', 'The group’s history says that you took them back.'],
        address: req.originalUrl,
        button: 'Take it back',
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
