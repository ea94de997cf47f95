import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import type { Brought } from '../../room.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { fileOf, findEvidence } from '../evidence.js'
import { numberOf } from '../listing/cards.js'
import { mayReviseEvidence } from '../permissions.js'
import { placeOf } from '../crumbs.js'
import { removeFile } from '../withdrawing/withdrawing.js'

const notYours = 'The files of a piece are its author’s to add and take out.'

/** Taking a file out of a piece, which erases it. */
export function takingOutFilesRoutes({ db }: House, { erases }: Pick<Brought, 'erases'>): Router {
  const routes = Router()

  routes.get('/evidence/:id/files/:file/removal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayReviseEvidence(person, piece), notYours)
    const file = fileOf(piece, req.params.file)
    show(res, 'evidence/confirm', {
      title: `Take out ${file.name}`,
      ...(await placeOf(db, person, piece, true)),
      confirm: {
        heading: `Take out ${file.name}`,
        what: [
          `The file is taken out of ${numberOf(piece)} and erased from the workbench. The words of the piece stay.`,
        ],
        address: `/evidence/${piece.id}/files/${file.id}/removal`,
        button: 'Take it out',
        danger: true,
        cancel: { href: `/evidence/${piece.id}/files`, text: 'Leave it in' },
      },
    })
  })

  routes.post('/evidence/:id/files/:file/removal', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayReviseEvidence(person, piece), notYours)
    const file = fileOf(piece, req.params.file)
    await inOne(db, trx => removeFile(trx, piece, file, person, erases))
    await tell(db, res, 'The file is taken out and erased.')
    res.redirect(303, `/evidence/${piece.id}/files`)
  })

  return routes
}
