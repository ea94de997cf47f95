import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { NothingForm } from '../forms.js'
import { findCodeToChange } from './book.js'
import { bringBackCode, retireCode } from './retiring-codes.js'

/** Offering a code no more, and bringing it back. */
export function retiringRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/codes/:code/retirement', async (req, res) => {
    const code = await findCodeToChange(db, signedIn(res), req.params.code)
    show(res, 'coding/confirm', {
      title: `Retire the code ${code.name}`,
      ...aroundCoding(code.enquiry, codesCrumb(code), { href: code.href, text: code.name }),
      confirm: {
        heading: `Retire the code “${code.name}”`,
        what: [
          'What was coded with it stays coded, and is still counted.',
          'It is not offered any more when somebody codes a passage. The codes beneath it stay in use.',
        ],
        undo: 'You can bring it back from the codebook at any time.',
        address: `${code.href}/retirement`,
        button: 'Retire the code',
        cancel: { href: code.href, text: 'Keep using it' },
      },
    })
  })

  routes.post('/codes/:code/retirement', async (req, res) => {
    const person = signedIn(res)
    const code = await findCodeToChange(db, person, req.params.code)
    read(NothingForm, req.body)
    await inOne(db, trx => retireCode(trx, code, person))
    await tell(db, res, `“${code.name}” is retired.`)
    res.redirect(303, `/groups/${code.groupId}/codes`)
  })

  routes.post('/codes/:code/retirement/end', async (req, res) => {
    const person = signedIn(res)
    const code = await findCodeToChange(db, person, req.params.code)
    await inOne(db, trx => bringBackCode(trx, code, person))
    await tell(db, res, `“${code.name}” is in use again.`)
    res.redirect(303, `/groups/${code.groupId}/codes#code-${code.id}`)
  })

  return routes
}
