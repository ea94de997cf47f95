import { type Request, Router } from 'express'
import { chartOnPage } from '../charts/draw.js'
import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { kindNamed, kinds } from '../evidence/kinds.js'
import type { House } from '../house.js'
import type { Person } from '../people/person.js'
import { sendCsv } from '../web/csv.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { byName, listed } from '../web/words.js'
import { bookOf, type CodeInBook, findCodingGroup } from './book.js'
import { codesCrumb, passageHead, passageRow, placeIn } from './book-routes.js'
import { type CodedPassage, type CodingFilters, codingsOf } from './codings.js'
import { codesByKind, codesBySchool, codesTogether, type CrossTable, pairsIn } from './cross-tables.js'
import type { CodedPiece, CrossPage } from './pages.js'
import { passageLines, schoolsOf } from './passage-lines.js'
import { waysOf } from './ways.js'

const size = 40

/** What a group has coded, from several sides: each a table first, and a file from the same address. */
export function viewRoutes({ db }: House): Router {
  const routes = Router()

  const asked = async (req: Request, person: Person, groupId: string) => {
    const enquiry = await findCodingGroup(db, person, groupId)
    const book = await bookOf(db, enquiry)
    const all = await codingsOf(db, person, enquiry)
    const filters = filtersIn(req, book)
    const passages = Object.keys(filters).length > 0 ? await codingsOf(db, person, enquiry, filters) : all
    return { enquiry, book, passages, fields: await fieldsFor(db, req, book, all), query: queryOf(req) }
  }

  routes.get('/groups/:group/coding', async (req, res) => {
    const person = signedIn(res)
    const { enquiry, book, passages, fields, query } = await asked(req, person, req.params.group)
    const from = (pageNumber(req) - 1) * size
    const here = `/groups/${enquiry.groupId}/coding`
    show(res, 'coding/passages', {
      title: `Coded passages of ${enquiry.groupName}`,
      ...frame(enquiry, here),
      fields,
      page: pageOf(req, await passageLines(db, passages.slice(from, from + size), book), passages.length, size),
      csv: `${here}.csv${query}`,
      address: here,
    })
  })

  routes.get('/groups/:group/coding.csv', async (req, res) => {
    const { enquiry, book, passages } = await asked(req, signedIn(res), req.params.group)
    const lines = await passageLines(db, passages, book)
    sendCsv(res, `${enquiry.groupId}-passages`, passageHead, lines.map(passageRow))
  })

  routes.get('/groups/:group/coding/pieces', async (req, res) => {
    const { enquiry, book, passages, fields, query } = await asked(req, signedIn(res), req.params.group)
    const here = `/groups/${enquiry.groupId}/coding/pieces`
    const pieces = await piecesIn(db, passages, book)
    const from = (pageNumber(req) - 1) * size
    show(res, 'coding/pieces', {
      title: `Coded pieces of ${enquiry.groupName}`,
      ...frame(enquiry, here),
      fields,
      page: pageOf(req, pieces.slice(from, from + size), pieces.length, size),
      csv: `${here}.csv${query}`,
      address: here,
    })
  })

  routes.get('/groups/:group/coding/pieces.csv', async (req, res) => {
    const { enquiry, book, passages } = await asked(req, signedIn(res), req.params.group)
    const rows = (await piecesIn(db, passages, book)).map(piece => [
      ...[piece.number, piece.title, piece.kind, piece.schools, piece.gatheredOn],
      piece.codes.map(({ name, times }) => `${name} ${times}`).join('; '),
      piece.codes.reduce((sum, { times }) => sum + times, 0),
    ])
    const head = ['Piece', 'Title', 'Kind', 'Schools', 'Gathered on', 'Codes', 'Passages']
    sendCsv(res, `${enquiry.groupId}-coded-pieces`, head, rows)
  })

  for (const [way, view] of Object.entries(crossings)) {
    routes.get(`/groups/:group/coding/${way}`, async (req, res) => {
      const { enquiry, book, passages, fields, query } = await asked(req, signedIn(res), String(req.params.group))
      const here = `/groups/${enquiry.groupId}/coding/${way}`
      const table = await view.table(db, passages, book)
      show(res, 'coding/cross', {
        title: `${view.heading}, ${enquiry.groupName}`,
        ...frame(enquiry, here),
        heading: view.heading,
        lede: view.lede,
        fields,
        table,
        pairs: way === 'together' ? pairsIn(table) : null,
        chart: await chartOf(view, table),
        csv: `${here}.csv${query}`,
        address: here,
      })
    })

    routes.get(`/groups/:group/coding/${way}.csv`, async (req, res) => {
      const { enquiry, book, passages } = await asked(req, signedIn(res), String(req.params.group))
      const { rows, columns, cells } = await view.table(db, passages, book)
      const lines = rows.map((row, at) => [row.path, ...cells[at]!])
      sendCsv(res, `${enquiry.groupId}-codes-by-${way}`, ['Code', ...columns.map(column => column.name)], lines)
    })
  }

  return routes
}

interface Crossing {
  heading: string
  lede: string
  kind: 'grid' | 'together'
  of: string
  table(db: Db, passages: CodedPassage[], book: CodeInBook[]): CrossTable | Promise<CrossTable>
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
    table: (_db, passages, book) => codesByKind(passages, book),
  },
  together: {
    heading: 'Codes that occur together',
    lede: 'How often two codes are given to the same words, or to passages that overlap.',
    kind: 'together',
    of: 'code',
    table: (_db, passages, book) => codesTogether(passages, book),
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

/** Only what occurs can be chosen, so that a filter tells nothing that the list does not. */
async function fieldsFor(db: Db, req: Request, book: CodeInBook[], passages: CodedPassage[]) {
  const schools = await schoolsOf(db, [...new Set(passages.map(one => one.evidenceId))])
  const known = [...new Map([...schools.values()].flat().map(school => [school.id, school])).values()].sort(byName)
  const used = new Set(passages.map(one => one.kind))
  const people = [...new Map(passages.map(one => [one.madeBy, { id: one.madeBy, name: one.madeByName }])).values()]
  return [
    {
      name: 'code',
      label: 'Code, and those beneath it',
      options: book.map(one => ({ value: one.id, text: one.path })),
    },
    { name: 'school', label: 'School', options: known.map(({ id, name }) => ({ value: id, text: name })) },
    {
      name: 'kind',
      label: 'Kind',
      options: kinds.filter(one => used.has(one.key)).map(one => ({ value: one.key, text: one.name })),
    },
    { name: 'who', label: 'Coded by', options: people.sort(byName).map(({ id, name }) => ({ value: id, text: name })) },
    { name: 'from', label: 'Gathered from', type: 'date' },
    { name: 'to', label: 'Gathered to', type: 'date' },
  ].map(field => ({ ...field, value: queried(req, field.name) }))
}

async function piecesIn(db: Db, passages: CodedPassage[], book: CodeInBook[]): Promise<CodedPiece[]> {
  const schools = await schoolsOf(db, [...new Set(passages.map(one => one.evidenceId))])
  const pieces = new Map<string, CodedPassage[]>()
  for (const passage of passages) pieces.set(passage.evidenceId, [...(pieces.get(passage.evidenceId) ?? []), passage])
  return [...pieces].map(([id, own]) => {
    const { number, title, kind, gatheredOn } = own[0]!
    return {
      href: `/evidence/${id}/coding`,
      number: `E${number}`,
      ...{ title, gatheredOn },
      kind: kindNamed(kind),
      schools: listed((schools.get(id) ?? []).map(school => school.name)),
      codes: book.flatMap(code => {
        const times = own.filter(one => one.codeId === code.id).length
        return times > 0 ? [{ ...code, times }] : []
      }),
    }
  })
}
