import { type Request, Router } from 'express'
import { chartOnPage } from '../../charts/draw.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { House } from '../../house.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { bookOf, type CodeInBook, findCodingGroup } from '../codebook/book.js'
import { codesCrumb, placeIn } from '../codebook/book-routes.js'
import { codedPieces, countPassages, whatOccurs } from './coded-pieces.js'
import { type CodingFilters, codingsOf } from '../passages/codings.js'
import { codedPieceColumns, crossColumns, passageColumns } from './columns.js'
import { codesByKind, codesBySchool, codesTogether, type Counting, type CrossTable, pairsIn } from './cross-tables.js'
import type { CrossPage } from '../pages.js'
import { passageLines } from '../passages/passage-lines.js'
import { waysOf } from '../ways.js'

const size = 40

/** What a group has coded, from several sides: each a table first, and a file from the same address. */
export function viewRoutes({ db }: House): Router {
  const routes = Router()

  const asked = async (req: Request, groupId: string) => {
    const person = signedIn(req.res!)
    const enquiry = await findCodingGroup(db, person, groupId)
    const book = await bookOf(db, enquiry)
    const counting: Counting = { db, person, enquiry, book, filters: filtersIn(req, book) }
    return {
      enquiry,
      person,
      book,
      filters: counting.filters,
      counting,
      query: queryOf(req),
      fields: () => fieldsFor(req, counting),
    }
  }

  routes.get('/groups/:group/coding', async (req, res) => {
    const { person, enquiry, book, filters, counting, fields, query } = await asked(req, req.params.group)
    const here = `/groups/${enquiry.groupId}/coding`
    const shown = await codingsOf(db, person, enquiry, filters, { size, number: pageNumber(req) })
    show(res, 'coding/passages', {
      title: `Coded passages of ${enquiry.groupName}`,
      ...frame(enquiry, here),
      fields: await fields(),
      page: pageOf(req, await passageLines(db, shown, book), await countPassages(counting), size),
      csv: `${here}.csv${query}`,
      address: here,
    })
  })

  routes.get('/groups/:group/coding.csv', async (req, res) => {
    const { person, enquiry, book, filters } = await asked(req, req.params.group)
    const lines = await passageLines(db, await codingsOf(db, person, enquiry, filters), book)
    sendCsv(res, `${enquiry.groupId}-passages`, passageColumns, lines)
  })

  routes.get('/groups/:group/coding/pieces', async (req, res) => {
    const { enquiry, counting, fields, query } = await asked(req, req.params.group)
    const here = `/groups/${enquiry.groupId}/coding/pieces`
    const { pieces, total } = await codedPieces(counting, { size, number: pageNumber(req) })
    show(res, 'coding/pieces', {
      title: `Coded pieces of ${enquiry.groupName}`,
      ...frame(enquiry, here),
      fields: await fields(),
      page: pageOf(req, pieces, total, size),
      csv: `${here}.csv${query}`,
      address: here,
    })
  })

  routes.get('/groups/:group/coding/pieces.csv', async (req, res) => {
    const { enquiry, counting } = await asked(req, req.params.group)
    const { pieces } = await codedPieces(counting)
    sendCsv(res, `${enquiry.groupId}-coded-pieces`, codedPieceColumns, pieces)
  })

  for (const [way, view] of Object.entries(crossings)) {
    routes.get(`/groups/:group/coding/${way}`, async (req, res) => {
      const { enquiry, counting, fields, query } = await asked(req, String(req.params.group))
      const here = `/groups/${enquiry.groupId}/coding/${way}`
      const table = await view.table(counting)
      show(res, 'coding/cross', {
        title: `${view.heading}, ${enquiry.groupName}`,
        ...frame(enquiry, here),
        heading: view.heading,
        lede: view.lede,
        fields: await fields(),
        table,
        pairs: way === 'together' ? pairsIn(table) : null,
        chart: await chartOf(view, table),
        csv: `${here}.csv${query}`,
        address: here,
      })
    })

    routes.get(`/groups/:group/coding/${way}.csv`, async (req, res) => {
      const { enquiry, counting } = await asked(req, String(req.params.group))
      const table = await view.table(counting)
      sendCsv(res, `${enquiry.groupId}-codes-by-${way}`, crossColumns(table), [...table.rows.keys()])
    })
  }

  return routes
}

interface Crossing {
  heading: string
  lede: string
  kind: 'grid' | 'together'
  of: string
  table(counting: Counting): Promise<CrossTable>
}

const crossings: Record<'schools' | 'kinds' | 'together', Crossing> = {
  schools: {
    heading: 'Codes by school',
    lede: 'How many passages of each school’s evidence carry each code. It tells what was gathered and coded there, and nothing about how good a school is. A piece from two schools counts in both.',
    kind: 'grid',
    of: 'school',
    table: codesBySchool,
  },
  kinds: {
    heading: 'Codes by kind of evidence',
    lede: 'How many passages carry each code, by the kind of piece that they stand in.',
    kind: 'grid',
    of: 'kind',
    table: codesByKind,
  },
  together: {
    heading: 'Codes that occur together',
    lede: 'How often two codes are given to the same words, or to passages that overlap.',
    kind: 'together',
    of: 'code',
    table: codesTogether,
  },
}

const mostInAPicture = 24

/** A picture beside the table, while there are few enough codes for one. */
async function chartOf(
  { heading, kind, of }: Crossing,
  { rows, columns, cells }: CrossTable,
): Promise<CrossPage['chart']> {
  if (rows.length === 0 || columns.length === 0 || rows.length > mostInAPicture) return null
  return chartOnPage({
    kind,
    title: heading,
    counted: ['passage', 'passages'],
    of: ['code', of],
    rows: rows.map(row => row.name),
    columns: columns.map(column => column.name),
    cells,
  })
}

function frame(enquiry: Enquiry, here: string) {
  return { ...placeIn(enquiry, codesCrumb(enquiry)), ways: waysOf(enquiry, here) }
}

const names = ['code', 'school', 'kind', 'who', 'from', 'to'] as const

function filtersIn(req: Request, book: CodeInBook[]): CodingFilters {
  const filters: CodingFilters = {}
  const code = book.find(one => one.id === queried(req, 'code'))
  if (code) filters.codes = [code.id, ...code.below]
  for (const name of ['school', 'kind', 'who'] as const) if (queried(req, name)) filters[name] = queried(req, name)
  for (const name of ['from', 'to'] as const)
    if (/^\d{4}-\d{2}-\d{2}$/.test(queried(req, name))) filters[name] = queried(req, name)
  return filters
}

function queryOf(req: Request): string {
  const query = new URLSearchParams(names.flatMap(name => (queried(req, name) ? [[name, queried(req, name)]] : [])))
  return query.size > 0 ? `?${query.toString()}` : ''
}

async function fieldsFor(req: Request, counting: Counting) {
  const { schools, kinds, people } = await whatOccurs(counting)
  const choices = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, text: name }))
  return [
    {
      name: 'code',
      label: 'Code, and those beneath it',
      options: counting.book.map(one => ({ value: one.id, text: one.path })),
    },
    { name: 'school', label: 'School', options: choices(schools) },
    { name: 'kind', label: 'Kind', options: kinds.map(one => ({ value: one.key, text: one.name })) },
    { name: 'who', label: 'Coded by', options: choices(people) },
    { name: 'from', label: 'Gathered from', type: 'date' },
    { name: 'to', label: 'Gathered to', type: 'date' },
  ].map(field => ({ ...field, value: queried(req, field.name) }))
}
