import { Router } from 'express'
import { inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { sendPdf } from '../../publishing/taking-away/sending-pdf.js'
import { shownDocument } from '../../publishing/taking-away/shown-document.js'
import { sendWord } from '../../publishing/taking-away/taking-away.js'
import { slugOf } from '../../web/new-id.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { IssueForm } from '../forms.js'
import { mayReadIssue } from '../permissions.js'
import { documentOfIssue, paperFor } from '../taking-home/documents.js'
import { findIssue, keepIssue } from './issues.js'
import './pages.js'
import { allowWriting, openText, overOf, textPage } from './text-page.js'
import { projectTextKind, wordsNow } from './texts.js'

/** Issues of a text: kept under a name, read, taken away. */
export function issueRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/projects/:project/texts/:text' as const

  routes.post(`${at}/issues`, async (req, res) => {
    const there = await openText(db, signedIn(res), req.params)
    allowWriting(there)
    const reading = read(IssueForm, req.body)
    if (!reading.ok) return show(res.status(422), 'projects/text', await textPage(db, there, { issue: reading.form }))
    if ((await wordsNow(db, projectTextKind, there.text.id)).body.trim() === '') {
      const issue = addMistake(formOf(req.body), 'name', 'Nothing is written yet, so there is nothing to keep')
      return show(res.status(422), 'projects/text', await textPage(db, there, { issue }))
    }
    const { agreed, agreedOn, name } = reading.values
    const kept = { name, agreedOn: agreed ? agreedOn : null }
    await inOne(db, trx => keepIssue(trx, there.project, there.text, there.person, kept))
    await tell(
      db,
      res,
      agreed ? 'It is agreed: every school of the network can read it and take it home.' : 'It is kept.',
    )
    res.redirect(303, there.textAddress)
  })

  routes.get(`${at}/issues/:issue`, async (req, res) => {
    const { there, document } = await opened(req.params, signedIn(res))
    show(res, 'projects/issue', {
      title: `${there.text.title}: ${req.params.issue}`,
      head: there.head,
      over: overOf(there),
      address: `${there.textAddress}/issues/${req.params.issue}`,
      back: there.textAddress,
      document: await shownDocument(document, () => ''),
    })
  })

  routes.get(`${at}/issues/:issue/text.pdf`, async (req, res) => {
    const { there, document } = await opened(req.params, signedIn(res))
    await sendPdf(house, res, document, slugOf(there.text.title), paperFor(document))
  })

  routes.get(`${at}/issues/:issue/text.docx`, async (req, res) => {
    const { there, document } = await opened(req.params, signedIn(res))
    await sendWord(house, res, document, slugOf(there.text.title))
  })

  async function opened(
    params: { network: string; project: string; text: string; issue: string },
    person: ReturnType<typeof signedIn>,
  ) {
    const there = await openText(db, person, params)
    const issue = await findIssue(db, there.text, params.issue)
    if (!mayReadIssue(there.person, there, issue)) throw new NotFound('issue')
    return {
      there,
      document: documentOfIssue(
        there,
        issue,
        there.writers.map(one => one.name),
      ),
    }
  }

  return routes
}
