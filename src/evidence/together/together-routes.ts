import { type Request, type Response, Router } from 'express'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { TogetherForm } from '../forms.js'
import { mayDoTogether } from '../permissions.js'
import type { Around } from './acts.js'
import { choicesFor, doTogether, findDoneTogether, undoTogether } from './doing-together.js'
import { chosenIn, doneTogetherPage, piecesTicked, togetherPage } from './together-page.js'

/** One thing done to many pieces: looked at before it is done, said piece by piece, and taken back in one press. */
export function togetherRoutes({ db, keys }: House, { narrows, onMany }: Pick<Brought, 'narrows' | 'onMany'>): Router {
  const routes = Router()

  routes.get('/groups/:group/evidence/together', async (req, res) => {
    const around = await aroundOf(req, res)
    const ids = [req.query.pieces ?? []].flat().filter(one => typeof one === 'string')
    const ticked = await piecesTicked(db, req, around, narrows, ids)
    const form = formOf()
    if (ticked.pieces.length === 0) addMistake(form, 'pieces', 'Tick at least one piece')
    const page = await togetherPage(db, req, around, onMany, ticked, queried(req, 'do'), form)
    show(ticked.pieces.length === 0 ? res.status(422) : res, 'evidence/together', page)
  })

  routes.post('/groups/:group/evidence/together', async (req, res) => {
    const around = await aroundOf(req, res)
    const values = wellRead(read(TogetherForm, req.body))
    const ticked = await piecesTicked(db, req, around, narrows, values.pieces)
    const chosen = chosenIn(await choicesFor(db, around, onMany), values.do)
    const form = formOf()
    if (ticked.pieces.length === 0) addMistake(form, 'pieces', 'Tick at least one piece')
    if (!chosen) addMistake(form, 'do', 'Choose what to do with them')
    if (!chosen || form.summary.length > 0)
      return show(
        res.status(422),
        'evidence/together',
        await togetherPage(db, req, around, onMany, ticked, values.do, form),
      )
    const id = await doTogether(db, around, ticked.pieces, chosen)
    res.redirect(303, `/groups/${around.enquiry.groupId}/evidence/together/${id}`)
  })

  routes.get('/groups/:group/evidence/together/:done', async (req, res) => {
    const around = await aroundOf(req, res)
    const row = await findDoneTogether(db, around, req.params.done)
    show(res, 'evidence/done-together', await doneTogetherPage(db, around, row, onMany))
  })

  routes.post('/groups/:group/evidence/together/:done/undoing', async (req, res) => {
    const around = await aroundOf(req, res)
    const row = await findDoneTogether(db, around, req.params.done)
    await undoTogether(db, around, row, onMany)
    res.redirect(303, `/groups/${around.enquiry.groupId}/evidence/together/${row.id}`)
  })

  /** For those in the group, while it is open. */
  async function aroundOf(req: Request<{ group: string }>, res: Response): Promise<Around> {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    if (!mayDoTogether(enquiry)) throw new NotFound('page')
    return { person, enquiry, keys }
  }

  return routes
}
