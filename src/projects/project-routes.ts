import { Router } from 'express'
import { type Db, inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { themesOf } from '../networks/themes/themes.js'
import type { BesidePart } from '../networks/year.js'
import { tell } from '../people/sessions.js'
import { formOf, type FormState, read, wellRead, withChoices } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { type OpenedProject, openProject } from './finding.js'
import { JoiningForm, ProjectForm } from './forms.js'
import { peopleToChoose } from '../networks/people/people-to-choose.js'
import './pages.js'
import { mayLookAfter } from './permissions.js'
import { projectPage } from './project-page.js'
import { beginProject, changeProject, setJoining } from './projects.js'

/** One project: read, described anew, begun, opened and closed to others. @param beside what later rooms show on its page */
export function projectRoutes({ db }: House, beside: BesidePart[]): Router {
  const routes = Router()
  const at = '/networks/:network/projects/:project' as const

  routes.get(at, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    show(res, 'projects/show', await projectPage(db, there, beside))
  })

  routes.get(`${at}/edit`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    allowLookingAfter(there)
    const { themeId, contactId, ...words } = there.project
    const form = formOf({ ...words, theme: themeId ?? '', contact: contactId })
    show(res, 'projects/edit', await editPage(db, there, form))
  })

  routes.post(at, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    allowLookingAfter(there)
    const { person, project, address } = there
    const page = await editPage(db, there, formOf(req.body))
    const reading = withChoices(read(ProjectForm, req.body), req.body, {
      theme: { among: page.themes, otherwise: 'Choose a theme of this network, or none' },
      contact: { among: page.contacts, otherwise: 'Choose somebody who works in the network' },
    })
    if (!reading.ok) return show(res.status(422), 'projects/edit', { ...page, form: reading.form })
    const { theme, contact, ...words } = reading.values
    const chosen = { themeId: theme || null, contactId: contact || project.contactId }
    await inOne(db, trx => changeProject(trx, project, person, { ...words, ...chosen }))
    await tell(db, res, 'The project is saved.')
    res.redirect(303, address)
  })

  routes.post(`${at}/beginning`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    allowLookingAfter(there)
    await inOne(db, trx => beginProject(trx, there.project, there.person))
    await tell(db, res, 'The project has begun.')
    res.redirect(303, there.address)
  })

  routes.post(`${at}/joining`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    allowLookingAfter(there)
    const { joining } = wellRead(read(JoiningForm, req.body))
    await inOne(db, trx => setJoining(trx, there.project, there.person, joining))
    await tell(db, res, joiningSaid[joining])
    res.redirect(303, there.address)
  })

  return routes
}

const joiningSaid = {
  open: 'Schools and colleagues can join.',
  full: 'The project says that it is full.',
  closed: 'Nobody joins by themselves any more.',
}

function allowLookingAfter(there: OpenedProject): void {
  allow(mayLookAfter(there.person, there), 'Its contact or a network leader looks after this project.')
}

async function editPage(db: Db, { network, head, address }: OpenedProject, form: FormState) {
  return {
    title: 'Describe the project',
    ...{ head, address, back: address, form },
    themes: (await themesOf(db, network.id)).map(({ id, name }) => ({ value: id, text: name })),
    contacts: await peopleToChoose(db, network.id, 'works'),
  }
}
