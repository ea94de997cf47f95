import type { Request, RequestHandler } from 'express'
import type { FormState } from './read.js'

/** What a script of our own pages is told: where to go on, or what to mend, in the same words as on a page. */
export interface Answer {
  location?: string
  message?: string
  errors?: Record<string, string>
}

/** Whether a script of our own pages asks: it takes JSON and no page. */
export function isScript(req: Pick<Request, 'accepts'>): boolean {
  return req.accepts(['html', 'json']) === 'json'
}

/**
 * Routes answer as if to a page, with `res.redirect(303, …)` or `show`; a script that sent the form is told the same as
 * JSON: 201 with the address to go on to, or the status of the refusal with what to mend (see show.ts).
 */
export const answerScripts: RequestHandler = (req, res, next) => {
  if (req.method === 'POST' && isScript(req))
    res.redirect = (first: number | string, second?: number | string): void => {
      const location = String(typeof first === 'number' ? second : first)
      const answer: Answer = { location }
      res.status(201).location(location).json(answer)
    }
  next()
}

/** A page in which something is to be mended, as a script is told it. What clashed is on a page only: the script is told where to look. */
export function answerOf(page: { title: string; form?: unknown }): Answer {
  const { summary = [], errors = {} } = (page.form ?? {}) as Partial<FormState>
  if (summary.length === 0)
    return { message: `${page.title}: somebody has changed this meanwhile. Open it in another tab and compare.` }
  return { message: summary.map(line => line.text).join(' '), errors }
}
