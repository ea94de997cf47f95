import { Router } from 'express'
import { inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { addMistake, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { findEnquiryToCopy, takeCopy } from './copies.js'
import { copiesPage } from './copies-page.js'
import { CopyForm } from './forms.js'
import { mayTakeWhole } from './permissions.js'

/** Taking a copy: what it should be, and who will see it. */
export function takingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/copies', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiryToCopy(db, person, req.params.group)
    const form = formOf({ audience: 'group', form: 'folder' })
    show(res, 'copies/index', await copiesPage(db, person, enquiry, form))
  })

  routes.post('/groups/:group/copies', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiryToCopy(db, person, req.params.group)
    const reading = read(CopyForm, req.body)
    if (!reading.ok) return show(res.status(422), 'copies/index', await copiesPage(db, person, enquiry, reading.form))
    if (reading.values.form === 'whole') {
      allow(mayTakeWhole(enquiry), 'The lead learner takes the whole group along.')
      if (reading.values.audience !== 'group') {
        const form = addMistake(
          formOf(req.body),
          'audience',
          'The whole group holds everything, so its copy is only for you',
        )
        return show(res.status(422), 'copies/index', await copiesPage(db, person, enquiry, form))
      }
    }
    const copy = await inOne(db, trx => takeCopy(trx, enquiry, person, reading.values))
    res.redirect(303, `/copies/${copy.id}`)
  })

  return routes
}
