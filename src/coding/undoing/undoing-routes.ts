import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { isScript } from '../../web/answering-scripts.js'
import { localPath } from '../../web/local-path.js'
import { read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { findCodingGroup } from '../codebook/book.js'
import { StepForm } from '../forms.js'
import { mayCode } from '../permissions.js'
import { redo, undo } from './undoing.js'

/** Taking one's last step back, and making it again. */
export function undoingRoutes({ db }: House): Router {
  const routes = Router()

  for (const [way, step] of Object.entries({ undo, redo })) {
    routes.post(`/groups/:group/codes/${way}`, async (req, res) => {
      const person = signedIn(res)
      const enquiry = await findCodingGroup(db, person, String(req.params.group))
      allow(mayCode(enquiry))
      const reading = read(StepForm, req.body)
      if (!reading.ok) throw new Conflict('There is nothing to take back.')
      const { act } = reading.values
      const taken = await inOne(db, trx => step(trx, person, enquiry, act))
      const said = `${way === 'undo' ? 'Undone' : 'Done again'}: ${taken.did}.`
      if (isScript(req)) return void res.json({ said })
      await tell(db, res, said)
      res.redirect(303, localPath(reading.values.back, `/groups/${enquiry.groupId}/codes`))
    })
  }

  return routes
}
