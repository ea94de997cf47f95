import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { enquiryAsked } from '../../enquiries/asked.js'
import { allow, BadInput } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { retitle } from './arranging.js'
import { beginWriteUp } from '../beginning.js'
import { composeWriteUp } from '../composing.js'
import { ReferencesForm, TitleForm } from '../forms.js'
import { frameOf } from '../document/frame.js'
import { mayWriteUp } from '../permissions.js'
import { listReferences } from '../document/referring.js'
import { addressOf, findWriteUp, type FoundWriteUp, writeUpAddress } from '../write-ups.js'

/** A write-up as a whole while the group writes it: begun, composed from what is new, titled, its references listed. */
export function arrangingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/groups/:group/write-up', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await enquiryAsked(db, person, req)
    allow(mayWriteUp(enquiry), 'The group writes up its own enquiry, while it is open.')
    await inOne(db, trx => beginWriteUp(trx, enquiry, person))
    await tell(db, res, 'The write-up is composed from what you logged. Every part is yours to change.')
    res.redirect(303, writeUpAddress(enquiry))
  })

  routes.post('/write-ups/:writeUp/composing', async (req, res) => {
    const { person, writeUp } = await writing(req, res)
    const changed = await inOne(db, trx => composeWriteUp(trx, writeUp, person))
    await tell(
      db,
      res,
      changed === 0
        ? 'Nothing was logged since that these parts do not tell already.'
        : 'What you logged since is in the write-up now. Parts that you edited stay as you wrote them.',
    )
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  routes.get('/write-ups/:writeUp/title', async (req, res) => {
    const { writeUp } = await writing(req, res)
    show(res, 'write-ups/title', titlePage(writeUp, formOf({ title: writeUp.title, was: writeUp.title })))
  })

  routes.post('/write-ups/:writeUp/title', async (req, res) => {
    const { person, writeUp } = await writing(req, res)
    const reading = read(TitleForm, req.body)
    if (!reading.ok) return show(res.status(422), 'write-ups/title', titlePage(writeUp, reading.form))
    await inOne(db, trx => retitle(trx, writeUp, person, reading.values))
    await tell(db, res, 'The write-up has its title.')
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  routes.post('/write-ups/:writeUp/references', async (req, res) => {
    const { person, writeUp } = await writing(req, res)
    const reading = read(ReferencesForm, req.body)
    if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
    await inOne(db, trx => listReferences(trx, writeUp, person, reading.values.which))
    res.redirect(303, `${writeUpAddress(writeUp.enquiry)}#references`)
  })

  async function writing(req: Request<{ writeUp: string }>, res: Response) {
    const person = signedIn(res)
    const writeUp = await findWriteUp(db, person, req.params.writeUp)
    allow(mayWriteUp(writeUp.enquiry), 'The group writes up its own enquiry, while it is open.')
    return { person, writeUp }
  }

  return routes
}

function titlePage(writeUp: FoundWriteUp, form: ReturnType<typeof formOf>) {
  return {
    title: 'Give the write-up a title',
    ...frameOf(writeUp),
    back: writeUpAddress(writeUp.enquiry),
    address: `${addressOf(writeUp)}/title`,
    form,
  }
}
