import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'
import type { Response } from 'express'
import { root } from '../root.js'
import { stages } from '../stages.js'
import { markdownHtml } from '../documents/to-html.js'
import { layoutOf } from './layout.js'
import { newToken } from './new-id.js'
import { day, dayAndTime, fileSize, plural, time } from './words.js'

/** What each page is given. Every room adds its own in pages.ts, so that a wrong name or a missing field does not compile. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Pages {}

/** Every page has a title, and may say where it stands. */
export interface Crumb {
  href: string
  text: string
}

type Locals = Record<string, unknown>

/** Shows a page inside the layout. Views never know more than the page they are given and the words below. */
export function show<Name extends keyof Pages>(
  res: Response,
  name: Name,
  page: Pages[Name] & { title: string; breadcrumbs?: Crumb[] },
): void {
  const layout = layoutOf(res, page)
  const body = render(name, { breadcrumbs: [], ...page, here: layout.here })
  res.type('html').send(render('layout', { ...layout, body }))
}

/** The words that every view and part may use. */
const words = { day, time, dayAndTime, plural, fileSize, stages, markdown: markdownHtml, once: newToken }
const wordNames = Object.keys(words)

/** Renders a view or part by its name under views/, such as `evidence/_piece`. */
export function render(name: string, locals: Locals): string {
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : ''
  const include = (part: string, data: Locals = {}): string =>
    render(part.includes('/') ? part : `${folder}/${part}`, { here: locals.here, ...data })
  return viewOf(name, locals)({ ...words, ...locals, include })
}

// Destructured locals are far quicker than `with`, but must be known when a view is compiled; so a view is compiled once
// for each set of names that it is given.
const compiled = new Map<string, ejs.TemplateFunction>()

function viewOf(name: string, locals: Locals): ejs.TemplateFunction {
  const names = Object.keys(locals)
  const key = `${name}|${names.join()}`
  const known = compiled.get(key)
  if (known) return known
  const filename = join(root, 'views', `${name}.ejs`)
  const view = ejs.compile(readFileSync(filename, 'utf8'), {
    filename,
    strict: true,
    localsName: 'locals',
    destructuredLocals: [...new Set([...wordNames, ...names, 'include'])],
    async: false,
  })
  if (process.env.NODE_ENV !== 'development') compiled.set(key, view)
  return view
}
