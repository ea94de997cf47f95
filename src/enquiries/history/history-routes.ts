import { type Request, Router } from 'express'
import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { FactBook } from '../../facts/kinds.js'
import { inSentences, linesIn, linesOf } from '../../groups/history.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { byName } from '../../words/words.js'
import { historyColumns, kindInWords } from './columns.js'
import { type Enquiry, findEnquiry } from '../enquiry.js'
import { crumbsOf, headOf } from '../head.js'
import { mayReadHistory } from '../permissions.js'

const size = 25

/** The group's memory: everything that was done, by whom and why. */
export function historyRoutes({ db }: House, { facts }: Pick<Brought, 'facts'>): Router {
  const routes = Router()

  routes.get('/groups/:group/history', async (req, res) => {
    const person = signedIn(res)
    const { enquiry, lines, asked, cycles } = await memory(
      db,
      facts,
      req,
      await findEnquiry(db, person, req.params.group),
    )
    const { read } = enquiry.names
    const { count } = await lines
      .clearSelect()
      .clearOrderBy()
      .select(eb => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const rows = await lines
      .limit(size)
      .offset((pageNumber(req) - 1) * size)
      .execute()
    show(res, 'enquiries/history', {
      title: `History, ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'history'),
      page: pageOf(req, inSentences(facts, rows).map(read), count, size),
      csv: `/groups/${enquiry.groupId}/history.csv?${new URLSearchParams(asked).toString()}`,
      filters: await filtersOf(db, facts, enquiry, asked, cycles),
    })
  })

  routes.get('/groups/:group/history.csv', async (req, res) => {
    const person = signedIn(res)
    const { enquiry, lines } = await memory(db, facts, req, await findEnquiry(db, person, req.params.group))
    const { read } = enquiry.names
    const rows = inSentences(facts, await lines.execute()).map(read)
    sendCsv(res, 'history', historyColumns, rows)
  })

  return routes
}

interface Asked extends Record<string, string> {
  cycle: string
  person: string
  kind: string
}

/** The lines that the query asks for. @throws NotFound for whoever stands outside the group */
async function memory(db: Db, book: FactBook, req: Request, enquiry: Enquiry) {
  if (!mayReadHistory(enquiry)) throw new NotFound('history')
  const asked: Asked = { cycle: queried(req, 'cycle'), person: queried(req, 'person'), kind: queried(req, 'kind') }
  const cycles = await db
    .selectFrom('enquiries')
    .select(['cycle', 'beganAt'])
    .where('groupId', '=', enquiry.groupId)
    .orderBy('cycle')
    .execute()
  let lines = linesOf(db, book, enquiry.groupId)
  if (asked.person) lines = lines.where('lines.personId', '=', asked.person)
  if (asked.kind) lines = lines.where('lines.aboutKind', '=', asked.kind)
  const at = cycles.findIndex(one => String(one.cycle) === asked.cycle)
  if (at > 0) lines = lines.where('lines.at', '>=', cycles[at]!.beganAt)
  if (at >= 0 && cycles[at + 1]) lines = lines.where('lines.at', '<', cycles[at + 1]!.beganAt)
  return { enquiry, lines, asked, cycles }
}

async function filtersOf(db: Db, book: FactBook, enquiry: Enquiry, asked: Asked, cycles: { cycle: number }[]) {
  const people = await db
    .selectFrom(linesIn(db, book, [enquiry.groupId]).as('lines'))
    .innerJoin('people', 'people.id', 'lines.personId')
    .select(['people.id', 'people.name'])
    .distinct()
    .execute()
  const kinds = await db
    .selectFrom(linesIn(db, book, [enquiry.groupId]).as('lines'))
    .select('aboutKind')
    .distinct()
    .orderBy('aboutKind')
    .execute()
  const filters = [
    {
      name: 'person',
      label: 'Who',
      value: asked.person,
      options: people.sort(byName).map(one => ({ value: one.id, text: one.name })),
    },
    {
      name: 'kind',
      label: 'About',
      value: asked.kind,
      options: kinds.map(one => ({ value: one.aboutKind, text: kindInWords(one.aboutKind) })),
    },
  ]
  const numbered = cycles.map(one => ({ value: String(one.cycle), text: `Cycle ${one.cycle}` }))
  return cycles.length > 1
    ? [{ name: 'cycle', label: 'Cycle', value: asked.cycle, options: numbered }, ...filters]
    : filters
}
