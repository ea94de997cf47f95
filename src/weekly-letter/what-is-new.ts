import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { newsIn, placeOfGroup } from '../enquiries/news/news.js'
import { forumsToRead } from '../forum/inviting/readers.js'
import type { Reader } from '../names/reader.js'
import type { News } from '../networks/year.js'
import type { Brought } from '../room.js'

/** What is new in one group or network. */
export interface NewsOfWeek {
  place: string
  lines: News[]
}

/** More lines are read by nobody. */
export const mostNews = 5

type KnowsNews = Pick<Brought, 'facts' | 'threads' | 'inTheYear'>

/** What is new for somebody since a moment: in their groups first, then in their networks. */
export async function newsSince(
  db: Db,
  person: Reader,
  brought: KnowsNews,
  enquiries: Enquiry[],
  since: string,
): Promise<NewsOfWeek[]> {
  return [
    ...(await newsOfGroups(db, person, brought, enquiries, since)),
    ...(await newsOfNetworks(db, person, brought, since)),
  ]
}

/** What colleagues did in the groups, from facts and without a word that anybody typed. */
async function newsOfGroups(
  db: Db,
  person: Reader,
  brought: KnowsNews,
  enquiries: Enquiry[],
  since: string,
): Promise<NewsOfWeek[]> {
  const before = await db
    .selectFrom('facts')
    .select(eb => eb.fn.max<number | null>('number').as('number'))
    .where('at', '<=', since)
    .executeTakeFirst()
  const from = before?.number ?? 0
  const own = enquiries.filter(({ standing }) => standing.member || standing.facilitator)
  const places = own.map(enquiry => ({ ...placeOfGroup(enquiry), from }))
  const news = await newsIn(db, person, brought, places, mostNews)
  return news.map(({ place, lines }) => ({
    place: place.name,
    lines: lines.map(({ at, plain, href }) => ({ at, text: plain, href })),
  }))
}

async function newsOfNetworks(db: Db, person: Reader, { inTheYear }: KnowsNews, since: string): Promise<NewsOfWeek[]> {
  const guestIn = await forumsToRead(db, person)
  const ids = [...new Set([...person.networkIds, ...guestIn.map(one => one.id)])]
  const networks = await db
    .selectFrom('networks')
    .selectAll()
    .where('id', 'in', [...ids, ''])
    .orderBy('name')
    .execute()
  const news: NewsOfWeek[] = []
  for (const network of networks) {
    const lines: News[] = []
    for (const newsOf of inTheYear.news) lines.push(...(await newsOf(db, person, network, since)))
    if (lines.length > 0) news.push({ place: network.name, lines: lines.sort(newestFirst) })
  }
  return news
}

function newestFirst(one: News, other: News): number {
  return other.at.localeCompare(one.at)
}
