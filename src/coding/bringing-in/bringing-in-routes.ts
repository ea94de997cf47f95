import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { mayLogEvidence } from '../../evidence/permissions.js'
import { bringIn } from '../../files/bringing-files-in.js'
import { prepareFile } from '../../files/keeping.js'
import { readProjectOf } from '../../files/reading/reading-texts.js'
import { whatIsRead } from '../../files/reading/what-is-read.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { findCodingGroup } from '../codebook/book.js'
import { BringingInForm } from '../forms.js'
import { mayCode } from '../permissions.js'
import { findProject, forgetProject, keepProject, type KeptProject, pdfsOf } from './keeping-project.js'
import './pages.js'
import { previewPage } from './preview-page.js'
import { receiveProject } from './receiving-project.js'
import { takenInWords, takeProject } from './taking-project.js'

/** A codebook or a coded project made in another program: sent, looked at, and taken in. */
export function bringingInRoutes({ db, store }: House): Router {
  const routes = Router()

  async function coding(req: Request<{ group: string }>, res: Response) {
    const person = signedIn(res)
    const enquiry = await findCodingGroup(db, person, req.params.group)
    allow(mayCode(enquiry) && mayLogEvidence(enquiry))
    return { person, enquiry, address: `/groups/${enquiry.groupId}/codes` }
  }

  async function showForm(req: Request<{ group: string }>, res: Response, form: FormState) {
    const { enquiry, address } = await coding(req, res)
    const around = aroundCoding(enquiry, codesCrumb(enquiry))
    const title = 'Bring in a codebook or a project'
    show(res, 'coding/bring-in', {
      title,
      ...around,
      form,
      read: [whatIsRead.qda],
      address: `${address}/imports`,
      back: address,
    })
  }

  routes.get('/groups/:group/codes/import', (req, res) => showForm(req, res, formOf()))

  routes.post('/groups/:group/codes/imports', async (req, res) => {
    const { person, enquiry, address } = await coding(req, res)
    const sent = await receiveProject(req, res)
    try {
      if (sent.fields.once && (await answeredBefore(db, req, res, sent.fields.once))) return
      const again = (why: string) => showForm(req, res.status(422) as Response, addMistake(formOf({}), 'file', why))
      if (sent.refused) return await again(sent.refused)
      const found = await readProjectOf(sent.path)
      if (!found) return await again('This is no codebook (.qdc) and no project (.qdpx) that can be read')
      const { pdfs, losses } = await pdfsOf({ db, store, enquiry }, sent.path, found)
      const kept = { ...found, pdfs, losses: [...losses, ...found.losses] }
      res.redirect(303, `${address}/imports/${await keepProject(db, enquiry, person, sent.name, kept)}`)
    } finally {
      await sent.remove()
    }
  })

  routes.get('/groups/:group/codes/imports/:import', async (req, res) => {
    const { person, enquiry } = await coding(req, res)
    const found = await findProject(db, enquiry, person, req.params.import)
    show(res, 'coding/brought-preview', await previewPage(db, enquiry, found, formOf({ audience: 'author' })))
  })

  routes.post('/groups/:group/codes/imports/:import', async (req, res) => {
    const { person, enquiry, address } = await coding(req, res)
    const found = await findProject(db, enquiry, person, req.params.import)
    const reading = read(BringingInForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'coding/brought-preview', await previewPage(db, enquiry, found, reading.form))
    const files = await filesFor(found.project)
    const taken = await inOne(db, async trx => {
      await forgetProject(trx, found.id)
      return takeProject(trx, enquiry, person, found.project, files, reading.values.audience)
    })
    await tell(db, res, takenInWords(taken))
    res.redirect(303, address)
  })

  /** A text that is no PDF's is kept as a file of its own, so that nothing of it is cut. */
  async function filesFor({ texts, pdfs }: KeptProject) {
    const files = []
    for (const { name, words, pdf } of texts) {
      const prepared = pdf === null ? undefined : pdfs[pdf]
      if (prepared && (await store.size(prepared.storedAs)) !== undefined) files.push(prepared)
      else {
        const stem = name.replace(/\.(txt|docx?|pdf|rtf|odt)$/i, '') || 'text'
        files.push(await prepareFile(store, await bringIn(store, `${stem}.txt`, Buffer.from(words || ' '))))
      }
    }
    return files
  }

  return routes
}
