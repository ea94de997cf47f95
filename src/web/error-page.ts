import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { isAway } from '../database/engine.js'
import { Away, BadInput, Conflict, fromTheDisk, NotFound, Refusal, TooLarge, TooMany } from '../errors.js'
import { isScript } from './answering-scripts.js'
import { localPath } from './local-path.js'
import { newId } from './new-id.js'
import { pageBefore } from './page-before.js'
import { formOf, type FormState, Mistaken } from './read.js'
import { tooLongInWords } from './limits/form-size.js'
import { BeyondTheLast } from './page-of.js'
import { isSecret } from './secret-fields.js'
import { show } from './show.js'
import { SignInFirst } from './signed-in.js'

export interface ErrorPage {
  title: string
  sentence: string
  number: string | null
  /** What was typed into the form that was refused, to be copied. */
  words: string[]
  /** Where what hinders passes by itself: the same form, to be sent again from here. */
  again: { address: string; fields: { name: string; value: string }[] } | null
  /** Where it stands how it is now. */
  way: { href: string; text: string } | null
  /** The page of ours that led here, and is not this one. */
  back: string | null
}

/** A small form that has to be mended: what was typed can be changed here and sent again. */
export interface MendPage {
  title: string
  form: FormState
  /** Where it was sent, and goes again. */
  address: string
  /** The fields with a mistake in what was typed, to be changed. */
  typed: { name: string; isDay: boolean }[]
  /** What goes along as it was sent. */
  others: { name: string; value: string }[]
  /** Words that were typed beside it, to be copied, where the mistake is one that only the page itself can mend. */
  words: string[]
  back: string
}

declare module './show.js' {
  interface Pages {
    'web/error': ErrorPage
    'web/mend': MendPage
  }
}

function mendPage({ values, errors, summary }: FormState, req: Request, res: Response): MendPage {
  const names = Object.keys(values)
  const typed = Object.keys(errors).filter(name => typeof values[name] === 'string' && values[name] !== '')
  const canBeMended = typed.length > 0 && typed.length === Object.keys(errors).length
  const others = names.filter(name => !typed.includes(name))
  return {
    title: 'Please look at this again',
    form: { values, errors, summary: summary.map(one => (canBeMended ? one : { ...one, field: '' })) },
    address: localPath(req.originalUrl),
    typed: canBeMended ? typed.map(name => ({ name, isDay: name.endsWith('On') })) : [],
    others: others.flatMap(name => [values[name] ?? ''].flat().map(value => ({ name, value }))),
    words: canBeMended ? [] : names.flatMap(name => [values[name] ?? ''].flat()).filter(value => /\S\s+\S/.test(value)),
    back: pageBefore(req, res),
  }
}

/** What passes by itself: our own mistakes may, and a full disk, what is away and too many at once do. */
const passes = new Set([429, 500, 503, 507])

function keptWords(req: Request, status: number): Pick<ErrorPage, 'words' | 'again'> {
  const { values } = formOf(req.method === 'POST' ? req.body : {})
  const fields = Object.entries(values).flatMap(([name, one]) => [one].flat().map(value => ({ name, value })))
  const shown = fields.filter(({ name }) => !isSecret(name))
  const address = localPath(req.originalUrl, '')
  const again = passes.has(status) && fields.length > 0 && shown.length === fields.length && address
  return {
    words: shown.map(({ value }) => value).filter(value => /\S\s+\S/.test(value)),
    again: again ? { address, fields } : null,
  }
}

function backFrom(req: Request, res: Response): string | null {
  const before = pageBefore(req, res)
  return before === '/' || (req.method === 'GET' && before === req.originalUrl) ? null : before
}

/** The one place where a refusal becomes a page. Anything that is not a refusal is our mistake, and gets a number. */
export function errorPage(log: Logger, signInFirst: RequestHandler): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    if (error instanceof BeyondTheLast) return res.redirect(302, error.last)
    if (error instanceof SignInFirst) return signInFirst(req, res, next)
    const refusal = refusalIn(error)
    const number = refusal ? null : newId(8)
    if (number)
      log.error(
        {
          number,
          method: req.method,
          path: req.route ? String((req.route as { path: unknown }).path) : undefined,
          err: error,
        },
        'our mistake',
      )
    const status = refusal?.status ?? 500
    const title = refusal?.heading ?? 'Something went wrong on our side'
    const sentence =
      refusal?.message ??
      'What you typed has not been lost if you go back. If it happens again, tell the person who looks after the workbench this number.'
    if (refusal instanceof Away) log.warn({ err: error }, 'what the workbench stands on is away')
    if (refusal instanceof TooMany || refusal instanceof Away) res.set('Retry-After', String(refusal.seconds))
    res.status(status)
    if (isScript(req)) return void res.json({ message: sentence, number })
    if (error instanceof Mistaken) return show(res, 'web/mend', mendPage(error.form, req, res))
    const way = refusal instanceof Conflict ? refusal.way : null
    show(res, 'web/error', { title, sentence, number, way, ...keptWords(req, status), back: backFrom(req, res) })
  }
}

/** What a body parser or the database says of its refusal. */
interface FromOutside {
  status?: number
  type?: string
  length?: number
  limit?: number
}

/** What the body parsers, the router and the database throw, said as a refusal. */
function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  const ofTheDisk = fromTheDisk(error)
  if (ofTheDisk instanceof Refusal) return ofTheDisk
  const { status, type, length, limit } = (error ?? {}) as FromOutside
  if (isAway(error)) return new Away()
  if (type === 'parameters.too.many')
    return new TooLarge('More was ticked than one form can carry. Go back, and do it in two halves.')
  if (status === 413 || type === 'entity.too.large')
    return new TooLarge(`${tooLongInWords(length ?? 0, limit)}. Go back: your browser still has what you typed.`)
  if (type === 'encoding.unsupported')
    return new BadInput('What arrived here was packed, and forms are taken as they are.', status)
  if (error instanceof URIError) return new NotFound()
  if (status !== undefined && status >= 400 && status < 500)
    return new BadInput('What arrived here could not be read. Go back, and try again.', status)
  return undefined
}
