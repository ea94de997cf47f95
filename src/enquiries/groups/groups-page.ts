import type { Request } from 'express'
import type { Db } from '../../database.js'
import { mayProposeGroups } from '../../groups/permissions.js'
import type { Reader } from '../../names/reader.js'
import { stages } from '../../stages.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import type { Filter } from '../pages.js'
import {
  groupCardsOf,
  networksOfPerson,
  openGroups,
  type OpenGroupsAsked,
  size,
  themeOptions,
} from './listing-groups.js'
import type { GroupsPage } from './pages.js'

/** The groups of somebody, and one page of those that they could look into. */
export async function groupsPage(db: Db, person: Reader, req: Request): Promise<GroupsPage> {
  const networks = await networksOfPerson(db, person)
  const { mine, others } = await groupCardsOf(db, person)
  const asked = {
    q: queried(req, 'q'),
    theme: queried(req, 'theme'),
    stage: queried(req, 'stage'),
    network: queried(req, 'network'),
  }
  const known = [...mine, ...others].map(card => card.id)
  const { open, total } = await openGroups(db, person, asked, known, (pageNumber(req) - 1) * size)
  return {
    title: 'Enquiry groups',
    mine,
    others,
    page: pageOf(req, open, total, size),
    welcome: networks.some(network => person.works(network.id)),
    filters: await filtersOf(db, networks, asked),
    propose: networks
      .filter(network => mayProposeGroups(person, network.id))
      .map(({ id, name }) => ({
        href: `/networks/${id}/groups/new`,
        text: networks.length > 1 ? `Propose a question in ${name}` : 'Propose a question',
      })),
  }
}

async function filtersOf(db: Db, networks: { id: string; name: string }[], asked: OpenGroupsAsked): Promise<Filter[]> {
  const themes = await themeOptions(
    db,
    networks.map(one => one.id),
  )
  const byStage = stages.map(stage => ({ value: stage.key, text: stage.name }))
  const byNetwork = networks.map(one => ({ value: one.id, text: one.name }))
  return [
    { name: 'q', label: 'Words', value: asked.q },
    { name: 'theme', label: 'Theme', value: asked.theme, options: themes },
    { name: 'stage', label: 'Stage', value: asked.stage, options: byStage },
    ...(networks.length > 1 ? [{ name: 'network', label: 'Network', value: asked.network, options: byNetwork }] : []),
  ]
}
