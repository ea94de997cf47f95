import { type Request, Router } from 'express'
import { sql } from 'kysely'
import type { Db } from '../database.js'
import { mayProposeGroups } from '../groups/permissions.js'
import type { House } from '../house.js'
import type { Person } from '../people/person.js'
import { stages, trackOf } from '../stages.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { byName } from '../web/words.js'
import { enquiriesOf } from './enquiry.js'
import type { GroupCard } from './pages.js'

const size = 24

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
      welcome: networks.some(network => person.isStaffIn(network.id)),
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

async function groupsOf(db: Db, person: Person): Promise<{ mine: GroupCard[]; others: GroupCard[] }> {
  const groups = await db
    .selectFrom('groups')
    .select('id')
    .where(({ or, eb }) =>
      or([
        eb('networkId', 'in', [...person.networkIds, '']),
        eb('id', 'in', [...person.groups.map(one => one.groupId), '']),
      ]),
    )
    .execute()
  const enquiries = await enquiriesOf(
    db,
    person,
    groups.map(group => group.id),
  )
  const cards = enquiries
    .map(enquiry => ({
      id: enquiry.groupId,
      name: enquiry.groupName,
      question: enquiry.question,
      href: `/groups/${enquiry.groupId}`,
      track: trackOf(enquiry.stage, enquiry.finishedAt !== null),
      cycle: enquiry.cycle,
      schools: enquiry.schoolIds.length,
      closed: enquiry.closedAt !== null,
      mine: enquiry.standing.member,
      lead: enquiry.standing.lead,
    }))
    .sort(byName)
  return { mine: cards.filter(card => card.mine), others: cards.filter(card => !card.mine) }
}

/**
 * Open groups of the person's networks that they could look into.
 * @param known groups that the page shows already, because the person is in them or stands behind them
 */
async function openGroups(db: Db, person: Person, req: Request, known: string[]) {
  const asked = {
    q: queried(req, 'q'),
    theme: queried(req, 'theme'),
    stage: queried(req, 'stage'),
    network: queried(req, 'network'),
  }
  const networkIds = person.networkIds.filter(id => person.isStaffIn(id) && (!asked.network || id === asked.network))
  let query = db
    .selectFrom('groups')
    .innerJoin('enquiries', 'enquiries.groupId', 'groups.id')
    .where('enquiries.cycle', '=', eb =>
      eb
        .selectFrom('enquiries as newest')
        .select(e => e.fn.max('newest.cycle').as('cycle'))
        .whereRef('newest.groupId', '=', 'groups.id'),
    )
    .where('groups.networkId', 'in', [...networkIds, ''])
    .where('groups.id', 'not in', [...known, ''])
    .where('groups.closedAt', 'is', null)
    .where('enquiries.finishedAt', 'is', null)
  if (asked.theme) query = query.where('groups.themeId', '=', asked.theme)
  if (asked.stage) query = query.where('enquiries.stage', '=', asked.stage)
  if (asked.q) {
    const like = `%${asked.q.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(
      sql<boolean>`(groups.name like ${like} escape '\\' or enquiries.question like ${like} escape '\\' or groups.why like ${like} escape '\\')`,
    )
  }
  const { total } = await query.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select(['groups.id', 'groups.name', 'enquiries.question', 'enquiries.stage', 'enquiries.cycle'])
    .select(
      sql<number>`(select count(distinct one.school_id) from group_people as one
        where one.group_id = groups.id and one.left_at is null)`.as('schools'),
    )
    .orderBy('groups.proposedAt', 'desc')
    .orderBy('groups.id')
    .limit(size)
    .offset((pageNumber(req) - 1) * size)
    .execute()
  const open = rows.map(({ stage, ...row }) => ({
    ...row,
    href: `/groups/${row.id}/joining`,
    track: trackOf(stage, false),
    closed: false,
    mine: false,
    lead: false,
  }))
  return { open, total, asked }
}

async function themesIn(db: Db, networks: { id: string }[]): Promise<{ value: string; text: string }[]> {
  const themes = await db
    .selectFrom('themes')
    .select(['id', 'name'])
    .where('networkId', 'in', [...networks.map(one => one.id), ''])
    .where('closedAt', 'is', null)
    .execute()
  return themes.sort(byName).map(one => ({ value: one.id, text: one.name }))
}
