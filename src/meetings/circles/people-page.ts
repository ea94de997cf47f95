import type { Request } from 'express'
import type { Db } from '../../database.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { formOf } from '../../web/read.js'
import type { CirclePeoplePage } from '../pages.js'
import { topOf } from './circle-page.js'
import type { FoundCircle } from './circles.js'
import { linesOfPeople, membersOf, peopleToInvite } from './members.js'

const perPage = 50
/** So many are offered to be ticked; others are found by a part of their name. */
const mostOffered = 60

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
  const people = await peopleToInvite(db, network.id, find, mostOffered)
  const isIn = new Set(all.map(one => one.id))
  return {
    ...topOf(found, `Who is in “${circle.name}”`),
    ...{ circle, address, find },
    found: people.filter(one => !isIn.has(one.id)),
    isIn: find === '' ? [] : people.filter(one => isIn.has(one.id)).map(one => one.name),
    form: formOf({}),
    page: pageOf(
      req,
      shown.map(member => ({ ...member, is: lines.get(member.id) ?? '' })),
      all.length,
      perPage,
    ),
  }
}
