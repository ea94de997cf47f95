import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { allow } from '../../errors.js'
import { ownSchool, safeguardingContact } from '../../evidence/logging/choices.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf, type FormState } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { changedDraft } from './changing-draft.js'
import { gather } from './gathering-readings.js'
import {
  beginImport,
  changeDraft,
  draftOf,
  findImport,
  type FoundImport,
  schoolsToMeasure,
  takeIn,
  undoImport,
} from './importing.js'
import { previewPage } from './import-preview.js'
import { mayKeepMeasures } from '../permissions.js'
import { receiveSheet } from './receiving-sheets.js'

/** A spreadsheet of measures: sent, looked at and mended, taken in, and taken out again. */
export function importRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/measures/import', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayKeepMeasures(enquiry))
    await showBegin(res, db, person, enquiry, formOf())
  })

  routes.post('/groups/:group/measures/imports', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayKeepMeasures(enquiry))
    const { fields, name, sheet } = await receiveSheet(req, res)
    if (await answeredBefore(db, req, res, fields.once)) return
    if ('refused' in sheet) {
      const form = addMistake(formOf({ pasted: fields.pasted ?? '' }), 'file', sheet.refused)
      return showBegin(res.status(422), db, person, enquiry, form)
    }
    res.redirect(303, `/measure-imports/${await beginImport(db, enquiry, person, name, sheet)}`)
  })

  routes.get('/measure-imports/:import', async (req, res) => {
    const found = await toChange(signedIn(res), req.params.import)
    show(res, 'instruments/preview', await previewPage(db, found, draftOf(found)))
  })

  routes.post('/measure-imports/:import', async (req, res) => {
    const found = await toChange(signedIn(res), req.params.import)
    await readAgain(found, req.body)
    res.redirect(303, `/measure-imports/${found.id}#what-comes-in`)
  })

  routes.post('/measure-imports/:import/taking-in', async (req, res) => {
    const person = signedIn(res)
    const found = await toChange(person, req.params.import)
    if (await readAgain(found, req.body)) {
      await tell(db, res, 'What you changed is read. Look at what comes in now, then take it in.')
      return res.redirect(303, `/measure-imports/${found.id}#what-comes-in`)
    }
    const count = await inOne(db, trx => takeIn(trx, found, person))
    await tell(db, res, `${plural(count, 'reading is', 'readings are')} taken in. You can take them out again below.`)
    res.redirect(303, `/groups/${found.groupId}/measures`)
  })

  routes.post('/measure-imports/:import/removal', async (req, res) => {
    const person = signedIn(res)
    const found = await toChange(person, req.params.import)
    await inOne(db, trx => undoImport(trx, found, person))
    await tell(db, res, found.takenInAt ? 'The readings of that file are taken out again.' : 'The file is thrown away.')
    res.redirect(303, `/groups/${found.groupId}/measures`)
  })

  /** Keeps what the form says of the file. @returns whether that changed anything, so that it is to be looked at again */
  async function readAgain(found: FoundImport, body: unknown): Promise<boolean> {
    const sent = (body ?? {}) as Record<string, unknown>
    if (Object.keys(sent).length === 0) return false
    const schools = await schoolsToMeasure(db, found.enquiry)
    const before = draftOf(found)
    const draft = changedDraft(before, sent, schools, gather(before, schools).unknownSchools)
    await changeDraft(db, found, draft)
    return JSON.stringify(draft) !== JSON.stringify(before)
  }

  async function toChange(person: Reader, id: string): Promise<FoundImport> {
    const found = await findImport(db, person, id)
    allow(mayKeepMeasures(found.enquiry))
    return found
  }

  return routes
}

async function showBegin(res: Response, db: Db, person: Reader, enquiry: Enquiry, form: FormState): Promise<void> {
  const href = `/groups/${enquiry.groupId}/measures`
  show(res, 'instruments/import', {
    title: 'Bring in a spreadsheet of measures',
    breadcrumbs: crumbsOf(enquiry, { href, text: 'Measures' }),
    head: headOf(enquiry, 'measures'),
    form,
    address: `${href}/imports`,
    back: href,
    safeguarding: await safeguardingContact(db, ownSchool(person, enquiry)),
  })
}
