import type { Request } from 'express'
import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Reader } from '../../names/reader.js'
import { queried } from '../../web/page-of.js'
import { signedIn } from '../../web/signed-in.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { bookOf, type CodeInBook, findCodingGroup } from '../codebook/book.js'
import type { FilteredPage } from './pages.js'
import type { CodingFilters } from '../passages/codings.js'
import { waysOf } from '../ways.js'
import { whatOccurs } from './coded-pieces.js'
import type { Counting } from './cross-tables.js'

/** A question about what a group has coded, as it stands in an address. */
export interface AskedOfCodings extends Counting {
  person: Reader
  enquiry: Enquiry
  /** The filters as they stand behind the address, for the file of the same. */
  query: string
}

/** Reads a question from its address, for a member of the group. @throws NotFound */
export async function askedOfCodings(db: Db, req: Request, groupId: string): Promise<AskedOfCodings> {
  const person = signedIn(req.res!)
  const enquiry = await findCodingGroup(db, person, groupId)
  const book = await bookOf(db, enquiry)
  return { db, person, enquiry, book, filters: filtersIn(req, book), query: queryOf(req) }
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

/** What every page of coded passages shows around them: its place among the ways, its filters, the file of the same. */
export async function filteredPage(req: Request, asked: AskedOfCodings, path: string): Promise<FilteredPage> {
  const { enquiry, query } = asked
  const address = `/groups/${enquiry.groupId}${path}`
  return {
    ...aroundCoding(enquiry, codesCrumb(enquiry)),
    ways: waysOf(enquiry, address),
    fields: await fieldsFor(req, asked),
    csv: `${address}.csv${query}`,
    address,
  }
}

async function fieldsFor(req: Request, asked: AskedOfCodings): Promise<FilteredPage['fields']> {
  const { schools, kinds, people } = await whatOccurs(asked)
  const choices = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, text: name }))
  return [
    {
      name: 'code',
      label: 'Code, and those beneath it',
      options: asked.book.map(one => ({ value: one.id, text: one.path })),
    },
    { name: 'school', label: 'School', options: choices(schools) },
    { name: 'kind', label: 'Kind', options: kinds.map(one => ({ value: one.key, text: one.name })) },
    { name: 'who', label: 'Coded by', options: choices(people) },
    { name: 'from', label: 'Gathered from', type: 'date' },
    { name: 'to', label: 'Gathered to', type: 'date' },
  ].map(field => ({ ...field, value: queried(req, field.name) }))
}
