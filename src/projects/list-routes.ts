import { type Request, Router } from 'express'
import { inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { openThemesOf } from '../networks/themes/themes.js'
import { tell } from '../people/sessions.js'
import { sendCsv, sendCsvText } from '../web/csv.js'
import { today } from '../web/now.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { formOf, type FormState, read, withChoices } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { projectColumns } from './columns.js'
import { findProjectsOf, type ProjectsOfNetwork } from './finding.js'
import { ProjectForm } from './forms.js'
import { allProjectsIn, lineOf, projectsIn, states } from './listing.js'
import './pages.js'
import { mayProposeProjects } from './permissions.js'
import { proposeProject } from './projects.js'
import { whoJoinedList } from './year/lists.js'

const size = 20

/** The projects of a network: found, taken away as a list, and proposed. */
export function listRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/projects' as const

  routes.get(at, async (req, res) => {
    const there = await findProjectsOf(db, signedIn(res), req.params.network)
    const { person, network, head, listAddress } = there
    const filter = filterOf(req)
    const { rows, total } = await projectsIn(db, person, network.id, filter, pageNumber(req), size)
    show(res, 'projects/index', {
      title: 'Projects',
      head,
      address: listAddress,
      page: pageOf(req, rows.map(lineOf), total, size),
      filter,
      states,
      themes: await themesToChoose(there),
      may: { propose: mayProposeProjects(person, network), takeAway: person.works(network.id) },
    })
  })

  routes.get('/networks/:network/projects.csv', async (req, res) => {
    const { person, network } = await findProjectsOf(db, signedIn(res), req.params.network)
    const found = await allProjectsIn(db, person, [network.id])
    sendCsv(res, 'projects', projectColumns, found.map(lineOf))
  })

  routes.get(`${at}/who-joined.csv`, async (req, res) => {
    const { person, network } = await findProjectsOf(db, signedIn(res), req.params.network)
    sendCsvText(res, 'projects-who-joined', await whoJoinedList.csv(db, person, network))
  })

  routes.get(`${at}/new`, async (req, res) => {
    const there = await findProjectsOf(db, signedIn(res), req.params.network)
    allow(mayProposeProjects(there.person, there.network))
    show(res, 'projects/edit', await newPage(there, formOf({ startsOn: today() })))
  })

  routes.post(at, async (req, res) => {
    const there = await findProjectsOf(db, signedIn(res), req.params.network)
    const { person, network, listAddress } = there
    allow(mayProposeProjects(person, network))
    const page = await newPage(there, formOf(req.body))
    const reading = withChoices(read(ProjectForm, req.body), req.body, {
      theme: { among: page.themes, otherwise: 'Choose a theme of this network that is open, or none' },
    })
    if (!reading.ok) return show(res.status(422), 'projects/edit', { ...page, form: reading.form })
    const { theme, contact: _, ...words } = reading.values
    const themeId = theme || null
    const project = await inOne(db, trx => proposeProject(trx, network, person, { ...words, themeId }))
    await tell(db, res, 'Your project stands in the list. Whoever wants to can join it now.')
    res.redirect(303, `${listAddress}/${project.id}`)
  })

  async function themesToChoose({ person, network }: ProjectsOfNetwork) {
    if (!person.works(network.id)) return []
    return (await openThemesOf(db, network.id)).map(({ id, name }) => ({ value: id, text: name }))
  }

  async function newPage(there: ProjectsOfNetwork, form: FormState) {
    const { head, listAddress } = there
    const themes = await themesToChoose(there)
    return { title: 'Propose a project', head, address: listAddress, back: listAddress, form, themes, contacts: [] }
  }

  return routes
}

function filterOf(req: Request) {
  return { words: queried(req, 'words'), state: queried(req, 'state'), theme: queried(req, 'theme') }
}
