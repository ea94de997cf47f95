import { Router } from 'express'
import { inOne } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { mayKeepMeasures } from '../permissions.js'
import { importPage } from './import-page.js'
import { previewPage } from './import-preview.js'
import { beginImport, draftOf, findImportToKeep, mendDraft, takeIn, undoImport } from './importing.js'
import { receiveSheet } from './receiving-sheets.js'

/** A spreadsheet of measures: sent, looked at and mended, taken in, and taken out again. */
export function importRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/measures/import', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayKeepMeasures(enquiry))
    show(res, 'instruments/import', await importPage(db, person, enquiry, formOf()))
  })

  routes.post('/groups/:group/measures/imports', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayKeepMeasures(enquiry))
    const { fields, name, sheet } = await receiveSheet(req, res)
    if (await answeredBefore(db, req, res, fields.once)) return
    if ('refused' in sheet) {
      const form = addMistake(formOf({ pasted: fields.pasted ?? '' }), 'file', sheet.refused)
      return show(res.status(422), 'instruments/import', await importPage(db, person, enquiry, form))
    }
    res.redirect(303, `/measure-imports/${await beginImport(db, enquiry, person, name, sheet)}`)
  })

  routes.get('/measure-imports/:import', async (req, res) => {
    const found = await findImportToKeep(db, signedIn(res), req.params.import)
    show(res, 'instruments/preview', await previewPage(db, found, draftOf(found)))
  })

  routes.post('/measure-imports/:import', async (req, res) => {
    const found = await findImportToKeep(db, signedIn(res), req.params.import)
    await mendDraft(db, found, req.body)
    res.redirect(303, `/measure-imports/${found.id}#what-comes-in`)
  })

  routes.post('/measure-imports/:import/taking-in', async (req, res) => {
    const person = signedIn(res)
    const found = await findImportToKeep(db, person, req.params.import)
    if (await mendDraft(db, found, req.body)) {
      await tell(db, res, 'What you changed is read. Look at what comes in now, then take it in.')
      return res.redirect(303, `/measure-imports/${found.id}#what-comes-in`)
    }
    const count = await inOne(db, trx => takeIn(trx, found, person))
    await tell(db, res, `${plural(count, 'reading is', 'readings are')} taken in. You can take them out again below.`)
    res.redirect(303, `/groups/${found.groupId}/measures`)
  })

  routes.post('/measure-imports/:import/removal', async (req, res) => {
    const person = signedIn(res)
    const found = await findImportToKeep(db, person, req.params.import)
    await inOne(db, trx => undoImport(trx, found, person))
    await tell(db, res, found.takenInAt ? 'The readings of that file are taken out again.' : 'The file is thrown away.')
    res.redirect(303, `/groups/${found.groupId}/measures`)
  })

  return routes
}
