import type { Request } from 'express'
import type { Db } from '../../database.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import type { CirclePeoplePage } from '../pages.js'
import { topOf } from './circle-page.js'
import type { FoundCircle } from './circles.js'
import { linesOfPeople, membersOf, peopleToInvite } from './members.js'

const perPage = 50

/** @param find a name to look for among those who may be invited */
export async function circlePeoplePage(
  db: Db,
  req: Request,
  found: FoundCircle,
  find: string,
): Promise<CirclePeoplePage> {
  const { circle, network, address } = found
  const all = (await membersOf(db, [circle.id])).get(circle.id)!
  const from = (pageNumber(req) - 1) * perPage
  const shown = all.slice(from, from + perPage)
  const lines = await linesOfPeople(
    db,
    network.id,
    shown.map(one => one.id),
  )
  const people = find ? await peopleToInvite(db, network.id, find) : []
  return {
    ...topOf(found, `Who is in “${circle.name}”`),
    ...{ circle, address, find },
    found: people.map(one => ({ ...one, isIn: all.some(member => member.id === one.id) })),
    page: pageOf(
      req,
      shown.map(member => ({ ...member, is: lines.get(member.id) ?? '' })),
      all.length,
      perPage,
    ),
  }
}
