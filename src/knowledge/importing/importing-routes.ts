import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { inlinesHtml } from '../../documents/inlines-to-html.js'
import { allow, BadInput } from '../../errors.js'
import { whatIsRead } from '../../files/reading/what-is-read.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { TakingForm } from '../forms.js'
import { harvard } from '../citing/harvard.js'
import { keepFound, previewOf, takeFound } from './importing.js'
import { knowledgeAddress, knowledgeCrumb } from '../addresses.js'
import { mayKeepReferences } from '../permissions.js'
import { readList } from '../reading/read-list.js'
import { receiveListOfWorks } from './receiving.js'

/** A list of references from elsewhere: sent, looked at, and then added. */
export function importingRoutes({ db }: House): Router {
  const routes = Router()

  async function keeping(req: Request<{ group: string }>, res: Response) {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayKeepReferences(enquiry))
    return { person, enquiry }
  }

  routes.get('/groups/:group/knowledge/import', async (req, res) => {
    const { enquiry } = await keeping(req, res)
    show(res, 'knowledge/import', importPage(enquiry, formOf()))
  })

  routes.post('/groups/:group/knowledge/imports', async (req, res) => {
    const { person, enquiry } = await keeping(req, res)
    const { pasted, list, refused } = await receiveListOfWorks(req, res)
    const again = (trouble: string, mistakes: string[] = []) => {
      const form = addMistake(formOf({ list: pasted.slice(0, 200_000) }), 'list', trouble)
      show(res.status(422), 'knowledge/import', importPage(enquiry, form, mistakes))
    }
    if (refused) return again(refused)
    if (list.trim() === '') return again('Paste a list, or choose a file')
    const found = await readList(list)
    if (!found)
      return again('This looks like none of BibTeX, RIS and CSL-JSON. Export the list again in one of the three')
    if (found.entries.length === 0) return again('No entry could be read', found.mistakes.slice(0, 50))
    const id = await keepFound(db, enquiry, person, found)
    res.redirect(303, `${knowledgeAddress(enquiry)}/imports/${id}`)
  })

  routes.get('/groups/:group/knowledge/imports/:import', async (req, res) => {
    const { person, enquiry } = await keeping(req, res)
    const preview = await previewOf(db, enquiry, person, req.params.import)
    const works = preview.offered.map(one => ({ ...one, html: inlinesHtml(harvard(one.work)) }))
    show(res, 'knowledge/preview', {
      title: 'Look at the list before it is added',
      breadcrumbs: crumbsOf(enquiry, knowledgeCrumb(enquiry)),
      head: headOf(enquiry, 'knowledge'),
      preview,
      fresh: works.filter(one => !one.same),
      known: works.flatMap(({ same, place, html }) => (same ? [{ place, html, ...same }] : [])),
      address: `${knowledgeAddress(enquiry)}/imports/${preview.id}`,
      back: knowledgeAddress(enquiry),
    })
  })

  routes.post('/groups/:group/knowledge/imports/:import', async (req, res) => {
    const { person, enquiry } = await keeping(req, res)
    const preview = await previewOf(db, enquiry, person, req.params.import)
    const reading = read(TakingForm, req.body)
    if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
    const added = await inOne(db, trx => takeFound(trx, enquiry, person, preview, reading.values))
    const them = added.length === 1 ? 'It can be cited by its key.' : 'They can be cited by their keys.'
    await tell(db, res, `${plural(added.length, 'reference is', 'references are')} added. ${them}`)
    res.redirect(303, knowledgeAddress(enquiry))
  })

  return routes
}

function importPage(enquiry: Enquiry, form: FormState, mistakes: string[] = []) {
  return {
    title: 'Bring in a list of references',
    breadcrumbs: crumbsOf(enquiry, knowledgeCrumb(enquiry)),
    head: headOf(enquiry, 'knowledge'),
    form,
    mistakes,
    read: [whatIsRead.bib, whatIsRead.ris, whatIsRead.csl],
    address: `${knowledgeAddress(enquiry)}/imports`,
    back: knowledgeAddress(enquiry),
  }
}
