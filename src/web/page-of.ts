import type { Request } from 'express'

export interface PageOf<Row> {
  rows: Row[]
  number: number
  pages: number
  total: number
  /** The address of another page of the same list, with its filters kept. */
  address: (number: number) => string
}

/** One line of text from the query string; a repeated or nested one counts as its first, or as nothing. */
export function queried(req: Pick<Request, 'query'>, name: string): string {
  const value: unknown = req.query[name]
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one.slice(0, 500).trim() : ''
}

/** Which page was asked for, from 1. */
export function pageNumber(req: Request): number {
  const number = Number.parseInt(queried(req, 'page'), 10)
  return Number.isFinite(number) && number > 0 ? Math.min(number, 1_000_000) : 1
}

/** Thrown where a page beyond the last was asked for; whoever asked is led to the last (src/web/error-page.ts). */
export class BeyondTheLast extends Error {
  constructor(readonly last: string) {
    super('a page beyond the last')
  }
}

/** @throws BeyondTheLast where a list has no such page: an address of last year, or one that was typed */
export function pageOf<Row>(req: Request, rows: Row[], total: number, size: number): PageOf<Row> {
  const query = new URLSearchParams(Object.keys(req.query).map(name => [name, queried(req, name)]))
  const address = (number: number) => {
    query.set('page', String(number))
    return `${req.baseUrl}${req.path}?${query.toString()}`
  }
  const pages = Math.max(1, Math.ceil(total / size))
  const number = pageNumber(req)
  if (number > pages && req.method === 'GET') throw new BeyondTheLast(address(pages))
  return { rows, number: Math.min(number, pages), pages, total, address }
}
