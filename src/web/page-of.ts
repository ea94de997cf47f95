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

export function pageOf<Row>(req: Request, rows: Row[], total: number, size: number): PageOf<Row> {
  const query = new URLSearchParams(Object.keys(req.query).map(name => [name, queried(req, name)]))
  return {
    rows,
    number: pageNumber(req),
    pages: Math.max(1, Math.ceil(total / size)),
    total,
    address: number => {
      query.set('page', String(number))
      return `${req.baseUrl}${req.path}?${query.toString()}`
    },
  }
}
