import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { AuthorsForm } from '../forms.js'
import { mayWriteUp, whoWritesUp } from '../permissions.js'
import { findWriteUp, writeUpAddress } from '../write-ups.js'
import { authorsPage } from './authors-page.js'
import { nameAuthors, schoolsToName, namedIn } from './authors.js'

/** Who is named as having written it, in which order, and which schools. */
export function authorsRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/write-ups/:writeUp/authors', async (req, res) => {
    const writeUp = await findWriteUp(db, signedIn(res), req.params.writeUp)
    allow(mayWriteUp(writeUp.enquiry), whoWritesUp)
    show(res, 'write-ups/authors', await authorsPage(db, writeUp))
  })

  routes.post('/write-ups/:writeUp/authors', async (req, res) => {
    const person = signedIn(res)
    const writeUp = await findWriteUp(db, person, req.params.writeUp)
    allow(mayWriteUp(writeUp.enquiry), whoWritesUp)
    const reading = read(AuthorsForm, req.body)
    if (!reading.ok) return show(res.status(422), 'write-ups/authors', await authorsPage(db, writeUp, reading.form))
    const { authors, schools } = reading.values
    const offered = await schoolsToName(db, await namedIn(db, writeUp, writeUp.enquiry))
    const schoolIds = offered.map(one => one.id).filter(id => schools.includes(id))
    await inOne(db, trx => nameAuthors(trx, writeUp, person, { names: authors, schoolIds }))
    await tell(db, res, 'The write-up names its authors so from now on, whoever comes or goes.')
    res.redirect(303, writeUpAddress(writeUp.enquiry))
  })

  return routes
}
