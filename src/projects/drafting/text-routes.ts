import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type OpenedProject, openProject } from '../finding.js'
import { TextForm, WritersForm } from '../forms.js'
import { peopleToChoose } from '../../networks/people/people-to-choose.js'
import { mayBeginText, mayChooseWriters } from '../permissions.js'
import './pages.js'
import { openText, overOf, textPage } from './text-page.js'
import { beginText, chooseWriters } from './texts.js'

/** A text is begun, and written by two or three; what they type is saved by src/texts. */
export function textRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/projects/:project/texts' as const

  routes.get(`${at}/new`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    allowBeginning(there)
    show(res, 'projects/text-new', await newPage(db, there, formOf()))
  })

  routes.post(at, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    allowBeginning(there)
    const reading = read(TextForm, req.body)
    if (!reading.ok) return show(res.status(422), 'projects/text-new', await newPage(db, there, reading.form))
    const { writers, ...words } = reading.values
    const known = await inTheNetwork(db, there, writers)
    const text = await inOne(db, trx => beginText(trx, there.project, there.person, words, known))
    await tell(db, res, 'Begin writing: every word is saved as you type it.')
    res.redirect(303, `${there.address}/texts/${text.id}`)
  })

  routes.get(`${at}/:text`, async (req, res) => {
    const there = await openText(db, signedIn(res), req.params)
    show(res, 'projects/text', await textPage(db, there))
  })

  routes.post(`${at}/:text/writers`, async (req, res) => {
    const there = await openText(db, signedIn(res), req.params)
    const { person, project, text, writers } = there
    const ids = writers.map(one => one.id)
    allow(mayChooseWriters(person, there, ids), 'Those who write it, and its contact, say who writes.')
    const { writers: chosen } = wellRead(read(WritersForm, req.body))
    const known = await inTheNetwork(db, there, chosen)
    await inOne(db, trx => chooseWriters(trx, project, text, person, known))
    await tell(db, res, 'It is settled who writes. Everybody in the project reads and challenges.')
    res.redirect(303, there.textAddress)
  })

  return routes
}

function allowBeginning(there: OpenedProject): void {
  allow(mayBeginText(there.person, there), 'Those who are in the project begin a text.')
}

async function inTheNetwork(db: Db, { network }: OpenedProject, ids: string[]): Promise<string[]> {
  const known = (await peopleToChoose(db, network.id, 'belongs')).map(one => one.value)
  return ids.filter(id => known.includes(id))
}

async function newPage(db: Db, there: OpenedProject, form: FormState) {
  const { head, address, person, network } = there
  const people = (await peopleToChoose(db, network.id, 'belongs')).filter(one => one.value !== person.id)
  const title = 'Draft a text together'
  return { title, head, over: overOf(there), address: `${address}/texts`, back: address, form, people }
}
