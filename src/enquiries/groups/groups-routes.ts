import { Router } from 'express'
import { mayProposeGroups } from '../../groups/permissions.js'
import type { House } from '../../house.js'
import { stages } from '../../stages.js'
import { pageOf } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { byName } from '../../words/words.js'
import { groupsOf, openGroups, size, themesIn } from './listing-groups.js'

/** The groups of somebody: their own, those they look after, and those that take volunteers. */
export function groupsListRoutes({ db }: House): Router {
  const routes = Router()
  routes.get('/groups', async (req, res) => {
    const person = signedIn(res)
    const networks = await db
      .selectFrom('networks')
      .select(['id', 'name'])
      .where('id', 'in', [...person.networkIds, ''])
      .execute()
    const { mine, others } = await groupsOf(db, person)
    const standing = [...mine, ...others].map(card => card.id)
    const { open, total, asked } = await openGroups(db, person, req, standing)
    const several = networks.length > 1
    show(res, 'enquiries/groups', {
      title: 'Enquiry groups',
      mine,
      others,
      page: pageOf(req, open, total, size),
      welcome: networks.some(network => person.works(network.id)),
      filters: [
        { name: 'q', label: 'Words', value: asked.q },
        { name: 'theme', label: 'Theme', value: asked.theme, options: await themesIn(db, networks) },
        {
          name: 'stage',
          label: 'Stage',
          value: asked.stage,
          options: stages.map(stage => ({ value: stage.key, text: stage.name })),
        },
        ...(several
          ? [
              {
                name: 'network',
                label: 'Network',
                value: asked.network,
                options: networks.sort(byName).map(one => ({ value: one.id, text: one.name })),
              },
            ]
          : []),
      ],
      propose: networks
        .filter(network => mayProposeGroups(person, network.id))
        .sort(byName)
        .map(({ id, name }) => ({
          href: `/networks/${id}/groups/new`,
          text: several ? `Propose a question in ${name}` : 'Propose a question',
        })),
    })
  })
  return routes
}
