import { type Request, type Response, Router } from 'express'
import type { House } from '../../house.js'
import { sendCsv } from '../../web/csv.js'
import { signedIn } from '../../web/signed-in.js'
import { listAsked } from '../asked.js'
import { referenceColumns } from '../columns.js'
import { referencesOf, saidFor } from '../references/references.js'
import { shownReference } from '../references/shown-reference.js'
import { cslOf } from '../references/work.js'
import { bibtexOf } from './bibtex.js'
import { risOf } from './ris.js'

/** The list of a group's references for other programs, and for a spreadsheet. */
export function writingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/knowledge.bib', async (req, res) => {
    const { name, references } = await listToSend(req, res)
    res.attachment(`${name}.bib`).type('application/x-bibtex; charset=utf-8').send(bibtexOf(references))
  })

  routes.get('/groups/:group/knowledge.ris', async (req, res) => {
    const { name, references } = await listToSend(req, res)
    res.attachment(`${name}.ris`).type('application/x-research-info-systems; charset=utf-8').send(risOf(references))
  })

  routes.get('/groups/:group/knowledge.json', async (req, res) => {
    const { name, references } = await listToSend(req, res)
    const csl = references.map(({ work, key }) => cslOf(work, key))
    res
      .attachment(`${name}.json`)
      .type('application/vnd.citationstyles.csl+json; charset=utf-8')
      .send(JSON.stringify(csl, null, 2))
  })

  routes.get('/groups/:group/knowledge.csv', async (req, res) => {
    const { name, references, enquiry } = await listToSend(req, res)
    const said = await saidFor(
      db,
      enquiry,
      references.map(one => one.id),
    )
    const lines = references.map(one => shownReference(one, said))
    sendCsv(res, name, referenceColumns, lines)
  })

  async function listToSend(req: Request<{ group: string }>, res: Response) {
    const enquiry = await listAsked(db, signedIn(res), req)
    return { enquiry, name: `${enquiry.groupId}-references`, references: await referencesOf(db, enquiry.groupId) }
  }

  return routes
}
