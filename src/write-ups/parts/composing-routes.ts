import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { composePart } from '../composing.js'
import { frameOf } from '../document/frame.js'
import { mayWriteUp, whoWritesUp } from '../permissions.js'
import { findPart, type FoundWriteUp, partAddress, type PartWithText } from '../write-ups.js'
import { appendix } from './parts.js'

/** One part of a write-up composed anew from what was logged, after a page that says what will happen. */
export function composingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/write-up-parts/:part/composing', async (req, res) => {
    const { part, writeUp } = await findPart(db, signedIn(res), req.params.part)
    allow(mayWriteUp(writeUp.enquiry), whoWritesUp)
    if (part.part === appendix) throw new NotFound('part')
    show(res, 'write-ups/confirm', composingPage(writeUp, part))
  })

  routes.post('/write-up-parts/:part/composing', async (req, res) => {
    const person = signedIn(res)
    const { part, writeUp } = await findPart(db, person, req.params.part)
    allow(mayWriteUp(writeUp.enquiry), whoWritesUp)
    if (part.part === appendix) throw new NotFound('part')
    await inOne(db, trx => composePart(trx, writeUp, part, person))
    await tell(db, res, 'This part is composed anew. What it said before is among its earlier words.')
    res.redirect(303, partAddress(part))
  })

  return routes
}

function composingPage(writeUp: FoundWriteUp, part: PartWithText) {
  return {
    title: `Compose “${part.heading}” anew`,
    ...frameOf(writeUp),
    confirm: {
      heading: `Compose “${part.heading}” anew`,
      what: [
        'This part is written afresh from what the group has logged until now.',
        part.edited
          ? 'The words that you edited give way to it. They stay among the earlier words of this part.'
          : 'Nobody has edited it, so nothing of yours is touched.',
        'What somebody outside the group asked is counted, and not quoted: they were not asked whether it may be published. Tell it in your own words, or ask them.',
      ],
      undo: 'Open “Earlier words” beside the part and copy yours back.',
      address: `${partAddress(part)}/composing`,
      button: 'Compose it anew',
      cancel: { href: partAddress(part), text: 'Leave it as it is' },
    },
  }
}
