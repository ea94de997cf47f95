import type { Request, Response } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { tell } from '../../people/sessions.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { addComment } from './comments.js'
import type { Enquiry } from '../enquiry.js'
import { CommentForm } from '../forms.js'
import { mayComment } from '../permissions.js'
import type { ThreadFinder } from './threads.js'
import { namedIn } from './who-may-read.js'

/**
 * Takes what the form of shared/_thread says about a thing, which its room has found for whoever says it.
 * @param thing what it is about, with a name that reads in a sentence: "Purpose", "claim C3"
 * @param finder who may read the thing, as its room says it: those alone can be named
 * @param page the page that the thread stands on: said, the answer leads there
 * @param again shows that page once more with what is to be mended
 */
export async function takeComment(
  db: Db,
  req: Request,
  res: Response,
  {
    enquiry,
    thing,
    finder,
    page,
    again,
  }: {
    enquiry: Enquiry
    thing: { aboutKind: string; aboutId: string; name: string }
    finder: ThreadFinder
    page: string
    again: (form: FormState) => Promise<void>
  },
): Promise<void> {
  allow(mayComment(enquiry), 'The group is closed, so nothing more can be said here.')
  const reading = read(CommentForm, req.body)
  if (!reading.ok) {
    res.status(422)
    return again(reading.form)
  }
  const given = await namedIn(db, enquiry, { finder, aboutId: thing.aboutId }, reading.values.words, formOf(req.body))
  if ('form' in given) {
    res.status(422)
    return again(given.form)
  }
  const id = await inOne(db, trx => addComment(trx, enquiry, signedIn(res), thing, reading.values, given.named))
  const isAnswered = reading.values.kind === 'challenge' ? ' The group is asked for an answer.' : ''
  await tell(db, res, `Your ${reading.values.kind} on ${thing.name} is posted.${isAnswered}`)
  res.redirect(303, `${page}#comment-${id}`)
}
