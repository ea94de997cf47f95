import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { prepareFiles } from '../../files/keeping.js'
import { receiveFiles } from '../../files/receiving/receiving.js'
import { sendFile } from '../../files/sending.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { allowKeeping, networkOfGuest } from '../finding.js'
import { PaperForm } from './evening-form.js'
import { eveningPage } from './evening-page.js'
import { addPapers, findEvening, findPaper, removePaper } from './evenings.js'

const reserve = 200 * 1024 * 1024
const mostAtOnce = 60 * 1024 * 1024

/** The papers of a data evening: files and links, for whoever reads the evening. */
export function paperRoutes({ db, store }: House): Router {
  const routes = Router()
  const at = '/networks/:network/resources/evenings/:evening/papers' as const
  const receive = receiveFiles({ store, maxFiles: 4, freeReserveBytes: reserve, roomLeft: mostAtOnce })

  routes.post(at, async (req, res) => {
    const { there, evening, address } = await found(req, res)
    allowKeeping(there)
    const received = await receive(req, res)
    const { once, ...sent } = received.fields
    if (once !== undefined && (await answeredBefore(db, req, res, once))) return
    const again = async (form: FormState) =>
      show(res.status(422), 'resources/evening', await eveningPage(db, there, evening, form))
    const reading = read(PaperForm, sent)
    if (!reading.ok) return again(reading.form)
    const { prepared, refused } = await prepareFiles(store, received.arrived)
    const form = formOf(sent)
    for (const file of [...received.refused, ...refused]) addMistake(form, 'files', `${file.name}: ${file.because}`)
    if (prepared.length === 0 && reading.values.href === '' && form.summary.length === 0)
      addMistake(form, 'files', 'Choose a file, or paste an address')
    if (form.summary.length > 0) return again(form)
    await inOne(db, trx => addPapers(trx, evening, there.person, reading.values, prepared))
    await tell(db, res, 'The paper is there.')
    res.redirect(303, address)
  })

  routes.post(`${at}/:paper/removal`, async (req, res) => {
    const { there, evening, address } = await found(req, res)
    allowKeeping(there)
    await inOne(db, trx => removePaper(trx, evening, req.params.paper))
    await tell(db, res, 'The paper is taken out.')
    res.redirect(303, address)
  })

  routes.get(`${at}/:paper/:name`, async (req, res) => {
    const { evening } = await found(req, res)
    await sendFile(res, req, store, await findPaper(db, evening, req.params.paper))
  })

  async function found(req: Request<{ network: string; evening: string }>, res: Response) {
    const there = await networkOfGuest(db, signedIn(res), req.params.network)
    const evening = await findEvening(db, there.person, there.network, req.params.evening)
    return { there, evening, address: `${there.address}/evenings/${evening.id}` }
  }

  return routes
}
