import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { AnswerForm, SaidForm } from '../forms.js'
import { answerToChallenge, findComment, mayTakeBack, sayToText, takeBack } from './comments.js'
import './pages.js'
import { allowWriting, openText, textPage } from './text-page.js'

const onlyOwn = 'Only whoever said it can take it back, and only before it is answered.'

/** What those in a project say to a text that is drafted together. */
export function commentRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/projects/:project/texts/:text' as const

  routes.post(`${at}/comments`, async (req, res) => {
    const there = await openText(db, signedIn(res), req.params)
    if (!there.inside) throw new NotFound('text')
    const reading = read(SaidForm, req.body)
    if (!reading.ok) return show(res.status(422), 'projects/text', await textPage(db, there, { said: reading.form }))
    const id = await inOne(db, trx => sayToText(trx, there.project, there.text, there.person, reading.values))
    await tell(
      db,
      res,
      reading.values.kind === 'challenge'
        ? 'Your challenge stands beside the text.'
        : 'Your comment stands beside the text.',
    )
    res.redirect(303, `${there.textAddress}#comment-${id}`)
  })

  routes.post(`${at}/comments/:comment/answer`, async (req, res) => {
    const there = await openText(db, signedIn(res), req.params)
    allowWriting(there)
    const comment = await findComment(db, there.text, req.params.comment)
    const { words } = wellRead(read(AnswerForm, req.body))
    await inOne(db, trx => answerToChallenge(trx, there.project, there.text, there.person, comment, words))
    await tell(db, res, 'The challenge is answered.')
    res.redirect(303, `${there.textAddress}#comment-${comment.id}`)
  })

  routes.get(`${at}/comments/:comment/removal`, async (req, res) => {
    const there = await openText(db, signedIn(res), req.params)
    if (!there.inside) throw new NotFound('comment')
    const comment = await findComment(db, there.text, req.params.comment)
    allow(mayTakeBack(there.person, comment), onlyOwn)
    const confirm = {
      heading: `Take your ${comment.kind} back`,
      what: ['Your words disappear for everybody.'],
      address: `${there.textAddress}/comments/${comment.id}/removal`,
      button: 'Take these words back',
      cancel: { href: `${there.textAddress}#comment-${comment.id}`, text: 'Let it stand' },
    }
    show(res, 'projects/confirm', { title: 'Take these words back', head: there.head, confirm })
  })

  routes.post(`${at}/comments/:comment/removal`, async (req, res) => {
    const there = await openText(db, signedIn(res), req.params)
    if (!there.inside) throw new NotFound('comment')
    const comment = await findComment(db, there.text, req.params.comment)
    allow(mayTakeBack(there.person, comment), onlyOwn)
    await inOne(db, trx => takeBack(trx, there.project, there.text, there.person, comment))
    await tell(db, res, 'Your words are taken back.')
    res.redirect(303, `${there.textAddress}#comments`)
  })

  return routes
}
