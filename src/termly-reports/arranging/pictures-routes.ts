import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { PictureForm } from '../forms.js'
import '../pages.js'
import { findReportToArrange } from '../report.js'
import { findPart } from './arranging.js'
import { choosePicture, findPicture, takePictureOut } from './pictures.js'
import { bringPictureBack, holdsPicturesOfGroups } from './pictures-of-groups.js'
import { picturesPage } from './pictures-page.js'
import type { KnownPart } from './parts.js'

/** Pictures are chosen for a part of a report, from those that may go out, and taken out again. */
export function picturesRoutes({ db }: House, known: KnownPart[]): Router {
  const routes = Router()

  routes.get('/networks/:network/reports/:term/parts/:part/pictures', async (req, res) => {
    const where = await findReportToArrange(db, signedIn(res), req.params)
    const part = await findPart(db, where.term, known, req.params.part)
    show(res, 'termly-reports/pictures', await picturesPage(db, where, part, req.query.from === 'all', formOf()))
  })

  routes.post('/networks/:network/reports/:term/parts/:part/pictures', async (req, res) => {
    const where = await findReportToArrange(db, signedIn(res), req.params)
    const { network, term, person, address } = where
    const part = await findPart(db, term, known, req.params.part)
    const reading = read(PictureForm, req.body)
    if (!reading.ok) {
      const page = await picturesPage(db, where, part, req.query.from === 'all', reading.form)
      return show(res.status(422), 'termly-reports/pictures', page)
    }
    const { file, alt, caption } = reading.values
    const picture = await findPicture(db, network, file)
    await inOne(db, async trx => {
      await choosePicture(trx, term, part.part, picture, { alt, caption }, person)
      if (holdsPicturesOfGroups(part)) await bringPictureBack(trx, term, picture.piece.groupId)
    })
    await tell(db, res, `The picture stands in “${part.heading}”.`)
    res.redirect(303, `${address}#part-${part.part}`)
  })

  routes.post('/networks/:network/reports/:term/pictures/:picture/removal', async (req, res) => {
    const { term, person, address } = await findReportToArrange(db, signedIn(res), req.params)
    await takePictureOut(db, term, req.params.picture, person)
    await tell(db, res, 'The picture is taken out.')
    res.redirect(303, address)
  })

  return routes
}
