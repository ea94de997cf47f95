import { Router } from 'express'
import { schoolsByIds } from '../../networks/schools/schools.js'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { mayProposeGroups } from '../../groups/permissions.js'
import type { House } from '../../house.js'
import { networkHead } from '../../networks/head.js'
import { findNetwork } from '../../networks/networks.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ProposalForm } from '../forms.js'
import { themeOptions } from './listing-groups.js'
import type { PassQuestionOnPage, ProposePage } from './pages.js'
import { headsDoNotLead, proposeGroup } from './proposing.js'

/** A question is proposed, and a group begins around it. */
export function proposingRoutes({ db, baseUrl }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/groups/new', async (req, res) => {
    const person = signedIn(res)
    const network = await networkToProposeIn(db, person, req.params.network)
    if (!mayProposeGroups(person, network.id))
      return show(res, 'enquiries/pass-question-on', passOnPage(person, network, `${baseUrl}${req.path}`))
    show(
      res,
      'enquiries/propose',
      await proposePage(db, person, network, formOf({ question: queried(req, 'question') })),
    )
  })

  routes.post('/networks/:network/groups', async (req, res) => {
    const person = signedIn(res)
    const network = await networkToProposeIn(db, person, req.params.network)
    allow(mayProposeGroups(person, network.id), fromASchool)
    const reading = read(ProposalForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'enquiries/propose', await proposePage(db, person, network, reading.form))
    const { school, theme, ...words } = reading.values
    const page = await proposePage(db, person, network, formOf(req.body))
    if (!page.schools.some(one => one.value === school)) addMistake(page.form, 'school', 'Choose a school you work in')
    if (theme && !page.themes.some(one => one.value === theme))
      addMistake(page.form, 'theme', 'Choose a theme of the network')
    if (page.form.summary.length > 0) return show(res.status(422), 'enquiries/propose', page)

    const { id } = await inOne(db, trx =>
      proposeGroup(trx, person, network.id, { ...words, themeId: theme || null, schoolId: school }),
    )
    await tell(db, res, 'The group has begun, and you lead it. Pass the join link on to colleagues in other schools.')
    res.redirect(303, `/groups/${id}`)
  })

  return routes
}

const fromASchool = 'A group is led from a school. Ask a network leader to add the school you work in.'

/**
 * A network leader without a school comes here too: they pass the page on to a colleague.
 * @throws NotFound outside the network, NotAllowed with a sentence for those who cannot lead a group in it
 */
async function networkToProposeIn(db: Db, person: Person, id: string): Promise<Network> {
  const network = await findNetwork(db, person, id)
  if (!person.works(network.id)) throw new NotFound('network')
  allow(!person.isHeadIn(network.id), headsDoNotLead)
  allow(mayProposeGroups(person, network.id) || person.isNetworkLeaderOf(network.id), fromASchool)
  return network
}

function passOnPage(person: Person, network: Network, link: string): PassQuestionOnPage {
  return {
    title: 'A question for a colleague',
    breadcrumbs: [{ href: `/networks/${network.id}`, text: network.name }],
    network,
    link,
    own: `/networks/${network.id}/people/${person.id}`,
  }
}

async function proposePage(db: Db, person: Person, network: Network, form: FormState): Promise<ProposePage> {
  const schools = await schoolsByIds(db, person.joinsFrom(network.id))
  return {
    title: 'Propose a question',
    breadcrumbs: [],
    head: networkHead(network, person, 'propose'),
    address: `/networks/${network.id}/groups`,
    form,
    schools: schools.map(one => ({ value: one.id, text: one.name })),
    themes: await themeOptions(db, [network.id]),
  }
}
