import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findAccount, reachOf } from '../administration/administering.js'
import { handedToPage, handToPage } from '../handing-to-pages.js'
import { resetLinkMadeLetter } from '../letters.js'
import { mayBeShownResetLink, mayHelpWithPassword } from '../permissions.js'
import { tell } from '../sessions.js'
import { makeResetLinkFor } from './resetting-password.js'

/** Whoever leads somebody's networks, or administers the site, sees to a link to a new password for them. */
export function helpingRoutes({ db, mail, baseUrl }: House): Router {
  const routes = Router()

  routes.get('/people/:person/password-reset', async (req, res) => {
    const { account } = await helping(req, res)
    const handed = await handedToPage<{ link: string }>(db, res)
    show(res, 'people/hand-over-link', {
      title: `A new password for ${account.name}`,
      name: account.name,
      address: req.path,
      back: { href: '/', text: 'Back' },
      link: handed?.link ?? null,
      mailed: mail.leaves,
    })
  })

  routes.post('/people/:person/password-reset', async (req, res) => {
    const { person, account } = await helping(req, res)
    const kind = mail.leaves ? 'reset link sent' : 'reset link made'
    const link = await inOne(db, trx => makeResetLinkFor(trx, baseUrl, account, person, kind))
    if (!mail.leaves) return res.redirect(303, await handToPage(db, res, req.path, { link }))
    void mail.send(resetLinkMadeLetter(account.email, person.name, link))
    await tell(
      db,
      res,
      `A letter is on its way to ${account.name}, with a link that works once, for 60 minutes. Nobody else has it, and you do not see it.`,
    )
    res.redirect(303, '/')
  })

  /** Where letters leave, the link goes to its owner alone; only where none do is it shown to the one who helps. */
  async function helping(req: Request<{ person: string }>, res: Response) {
    const person = signedIn(res)
    const account = await findAccount(db, req.params.person)
    const reach = await reachOf(db, account)
    if (account.disabledAt || !mayHelpWithPassword(person, reach)) throw new NotFound()
    allow(mail.leaves || mayBeShownResetLink(person, reach), reachesFurther(account.name))
    return { person, account }
  }

  return routes
}

function reachesFurther(name: string): string {
  return `${name} reaches the names of pupils, or names who does, which you do not. A link shown to you would open all of it. Whoever looks after the machine can help, or sets up letters, so that the link goes to ${name} alone.`
}
