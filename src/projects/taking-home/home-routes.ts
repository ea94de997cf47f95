import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { sendPdf } from '../../publishing/taking-away/sending-pdf.js'
import { sendWord } from '../../publishing/taking-away/taking-away.js'
import { slugOf } from '../../web/new-id.js'
import { read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findIssue } from '../drafting/issues.js'
import { issueToTakeHome, openText } from '../drafting/text-page.js'
import { ExplanationForm, SharingForm, TakingHomeForm } from '../forms.js'
import { mayWriteHome, schoolsToTakeHomeTo } from '../permissions.js'
import { documentOf, homePage, type OpenedHome, openHome } from './home-page.js'
import { paperFor } from './documents.js'
import { explainHome, followIssue, shareHome, takeHome } from './homes.js'

/** Each school takes a text home as its own version, changes it, says what it changed and why, and shares it or not. */
export function homeRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/projects/:project/texts/:text/schools' as const

  routes.post(at, async (req, res) => {
    const there = await openText(db, signedIn(res), req.params)
    const { school } = wellRead(read(TakingHomeForm, req.body))
    allow(
      schoolsToTakeHomeTo(there.person, there).includes(school),
      'Those who work in a school take the text home to it.',
    )
    const line = issueToTakeHome(there)
    if (!line) throw new Conflict('There is no issue to take home yet.')
    const issue = await findIssue(db, there.text, String(line.number))
    await inOne(db, trx => takeHome(trx, there.project, there.text, issue, there.person, school))
    await tell(
      db,
      res,
      'This is your school’s own version now. Change it as it suits you; the common text stays as it is.',
    )
    res.redirect(303, `${there.textAddress}/schools/${school}`)
  })

  routes.get(`${at}/:school`, async (req, res) => {
    const there = await openHome(db, signedIn(res), req.params)
    show(res, 'projects/home', await homePage(db, there))
  })

  routes.post(`${at}/:school`, async (req, res) => {
    const there = await openHome(db, signedIn(res), req.params)
    allowWriting(there)
    const reading = read(ExplanationForm, req.body)
    if (!reading.ok) return show(res.status(422), 'projects/home', await homePage(db, there, reading.form))
    const { project, text, home, person } = there
    await inOne(db, trx => explainHome(trx, project, text, home, person, reading.values))
    await tell(db, res, 'It stands with your version.')
    res.redirect(303, there.homeAddress)
  })

  routes.post(`${at}/:school/sharing`, async (req, res) => {
    const there = await openHome(db, signedIn(res), req.params)
    allowWriting(there)
    const share = wellRead(read(SharingForm, req.body)).share === 'yes'
    await inOne(db, trx => shareHome(trx, there.project, there.text, there.home, there.person, share))
    await tell(
      db,
      res,
      share ? 'The network can read your version beside the common text.' : 'Only your school reads its version now.',
    )
    res.redirect(303, there.homeAddress)
  })

  routes.post(`${at}/:school/issues/:issue`, async (req, res) => {
    const there = await openHome(db, signedIn(res), req.params)
    allowWriting(there)
    const newer = await findIssue(db, there.text, req.params.issue)
    allow(newer.agreedOn !== null && newer.number > there.issue.number)
    const merged = await inOne(db, trx => followIssue(trx, there.project, there.text, there.home, there.person, newer))
    await tell(
      db,
      res,
      merged
        ? 'What the newer issue changed is in your version; what you had changed has stayed.'
        : 'You and the newer issue changed the same words, so nothing was put in by itself. What differs is shown below.',
    )
    res.redirect(303, there.homeAddress)
  })

  routes.get(`${at}/:school/text.pdf`, async (req, res) => {
    const there = await openHome(db, signedIn(res), req.params)
    const document = documentOf(there)
    await sendPdf(house, res, document, nameOf(there), paperFor(document))
  })

  routes.get(`${at}/:school/text.docx`, async (req, res) => {
    const there = await openHome(db, signedIn(res), req.params)
    await sendWord(house, res, documentOf(there), nameOf(there))
  })

  return routes
}

function allowWriting({ person, home }: OpenedHome): void {
  allow(mayWriteHome(person, home), 'Those who work in the school change its version.')
}

function nameOf({ text, home }: OpenedHome): string {
  return `${slugOf(text.title)}-${slugOf(home.name)}`
}
