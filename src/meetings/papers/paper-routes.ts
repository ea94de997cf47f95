import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import { prepareFiles } from '../../files/keeping.js'
import { type Received, receiveFiles } from '../../files/receiving/receiving.js'
import { sendFile } from '../../files/sending.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { answeredBefore } from '../../web/once.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { itemsOf } from '../agenda/agenda.js'
import { topOf } from '../circles/circle-page.js'
import { findMeeting, type FoundMeeting } from '../meetings.js'
import type { PaperEditPage } from '../pages.js'
import { mayAddPapers, mayChangeMeeting, mayKnowOfItem } from '../permissions.js'
import { PaperForm } from './forms.js'
import { addPaper, fileOfPaper, findPaper, papersAreReady, removePaper } from './papers.js'

const reserve = 200 * 1024 * 1024
const mostPerPaper = 100 * 1024 * 1024

/** What is read for a meeting: files, addresses, and works that stand here already. */
export function paperRoutes({ db, mail, store }: House): Router {
  const routes = Router()
  const receive = receiveFiles({ store, maxFiles: 1, freeReserveBytes: reserve, roomLeft: mostPerPaper })
  const at = '/meetings/:meeting/papers' as const

  routes.get(`${at}/new`, async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    allow(mayAddPapers(found), 'Those who are asked to the meeting bring papers.')
    show(res, 'meetings/paper-edit', await paperPage(db, found, formOf()))
  })

  routes.post(at, async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    const { person, meeting, address } = found
    allow(mayAddPapers(found), 'Those who are asked to the meeting bring papers.')
    const received = await receive(req, res)
    const { once, ...sent } = received.fields
    if (once !== undefined && (await answeredBefore(db, req, res, once))) return
    const again = async (form: FormState) =>
      show(res.status(422), 'meetings/paper-edit', await paperPage(db, found, form))
    const reading = readPaper(sent, received)
    if (!reading.ok) return again(reading.form)
    const { prepared, refused } = await prepareFiles(store, received.arrived)
    if (refused.length > 0) return again(withRefused(formOf(sent), refused))

    const { title, href, item } = reading.values
    const items = (await itemsOf(db, meeting)).filter(one => mayKnowOfItem(found, one))
    const itemId = items.find(one => one.id === item)?.id ?? null
    const paper = { title, href, itemId, ...(prepared[0] && { file: prepared[0] }) }
    await inOne(db, trx => addPaper(trx, meeting, person, paper))
    await tell(db, res, 'The paper is with the others.')
    res.redirect(303, `${address}#papers`)
  })

  routes.post(`${at}/readiness`, async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    allow(mayChangeMeeting(found), 'Whoever chairs or notes the meeting tells that the papers are ready.')
    await inOne(db, trx => papersAreReady(trx, found.meeting, found.person))
    await tell(db, res, `The papers are ready. ${heardBy(mail).tells('everybody who is asked to come')}`)
    res.redirect(303, `${found.address}#papers`)
  })

  routes.post(`${at}/:paper/removal`, async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    const paper = await findPaper(db, found, req.params.paper)
    const isTheirs = paper.addedBy === found.person.id && mayAddPapers(found)
    allow(isTheirs || mayChangeMeeting(found), 'Whoever brought a paper takes it out again.')
    await inOne(db, trx => removePaper(trx, found.meeting, found.person, paper))
    await tell(db, res, `“${paper.title}” is out of the papers.`)
    res.redirect(303, `${found.address}#papers`)
  })

  routes.get(`${at}/:paper/:name`, async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    const paper = await findPaper(db, found, req.params.paper)
    await sendFile(res, req, store, await fileOfPaper(db, paper))
  })

  return routes
}

async function paperPage(db: Db, found: FoundMeeting, form: FormState): Promise<PaperEditPage> {
  const items = (await itemsOf(db, found.meeting)).filter(one => one.kind === 'item' && mayKnowOfItem(found, one))
  return found.names.read({
    ...topOf(found, 'Bring a paper'),
    ...{ address: `${found.address}/papers`, back: found.address, form, over: found.meeting.title },
    items: items.map(({ id, title }) => ({ value: id, text: title })),
  })
}

/** Reads the words, and what is amiss with the file that came with them. */
function readPaper(sent: Received['fields'], { arrived, refused }: Received) {
  const reading = read(PaperForm, sent)
  const form = withRefused(reading.ok ? formOf(sent) : reading.form, refused)
  if (reading.ok && form.summary.length === 0 && arrived.length === 0 && !reading.values.href)
    addMistake(form, 'files', 'Choose a file, or enter an address')
  return reading.ok && form.summary.length === 0 ? reading : { ok: false as const, form }
}

function withRefused(form: FormState, refused: { name: string; because: string }[]): FormState {
  for (const file of refused) addMistake(form, 'files', `${file.name}: ${file.because}`)
  return form
}
