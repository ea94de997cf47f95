import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'
import type { Response } from 'express'
import type { Read } from '../names/written.js'
import { root } from '../root.js'
import { stages } from '../stages.js'
import type { Heard } from '../mail/heard.js'
import type { Citations } from '../documents/citations.js'
import { markdownHtml, wordsHtml } from '../documents/to-html.js'
import type { Crumb } from './crumb.js'
import { answerOf, isScript } from './answering-scripts.js'
import { layoutOf } from './layout.js'
import { newToken } from './new-id.js'
import { factsInPage, type PageMeta } from './page-meta.js'
import type { PlaceHead, Places } from './places.js'
import { day, dayAndTime, fileSize, inMarks, plural, time } from '../words/words.js'

/** What each page is given. Every room adds its own in pages.ts, so that a wrong name or a missing field does not compile. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Pages {}

export type { Crumb }

type Locals = Record<string, unknown>

/** What every page may say besides its own fields. */
interface AroundPage {
  title: string
  breadcrumbs?: Crumb[]
  citations?: Citations
  meta?: PageMeta
  /** The group or network that the page is of. */
  head?: PlaceHead | null
}

/** Words that `show` hands to every view itself: a page with a field of such a name does not compile. */
type NotAField = { [Name in 'here' | 'heard' | 'include']?: never }

/**
 * Shows a page inside the layout. Views never know more than the page they are given and the words below; whatever was
 * written in a group has been read under somebody’s names (`Read`), or it does not compile. A script that sent a form is
 * told what is to be mended instead.
 */
export function show<Name extends keyof Pages>(
  res: Response,
  name: Name,
  page: Read<Pages[Name]> & AroundPage & NotAField,
): void {
  if (res.req.method === 'POST' && res.statusCode < 300)
    throw new Error(
      `${name}: a form that did what it should is answered by 303, so that loading the page again does nothing.`,
    )
  if (res.req.method === 'POST' && isScript(res.req)) return void res.json(answerOf(page))
  const layout = { ...layoutOf(res, page, res.app.locals.places as Places), meta: page.meta }
  const heard = res.app.locals.heard as Heard
  const body = render(name, { breadcrumbs: [], ...page, here: layout.here, heard })
  res.type('html').send(render('layout', { ...layout, factsInPage, body }))
}

/** The words that every view and part may use. */
const words = { inMarks, day, time, dayAndTime, plural, fileSize, stages, once: newToken }
const wordNames = [...Object.keys(words), 'markdown', 'cited']

/** Text on a page knows the works that the page knows: `markdown` for Markdown, `cited` for words such as a claim. */
function readingWith(citations: Citations | undefined) {
  return {
    markdown: (text: string) => markdownHtml(text, citations),
    cited: (text: string) => wordsHtml(text, citations),
  }
}

/** Renders a view or part by its name under views/, such as `evidence/_media`. */
export function render(name: string, locals: Locals): string {
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : ''
  const include = (part: string, data: Locals = {}): string =>
    render(part.includes('/') ? part : `${folder}/${part}`, {
      here: locals.here,
      heard: locals.heard,
      citations: locals.citations,
      ...data,
    })
  return viewOf(
    name,
    locals,
  )({ ...words, ...readingWith(locals.citations as Citations | undefined), ...locals, include })
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
  const view = ejs.compile(withOnce(readFileSync(filename, 'utf8')), {
    filename,
    strict: true,
    localsName: 'locals',
    destructuredLocals: [...new Set([...wordNames, ...names, 'include'])],
    async: false,
  })
  if (process.env.NODE_ENV !== 'development') compiled.set(key, view)
  return view
}

/**
 * Every form carries its own key, so that it acts once however often it is sent (once.ts). A form with files, whose fields are
 * known only after they have arrived, carries one where its receiver reads it.
 */
function withOnce(view: string): string {
  return view.replace(/<form\b(?:<%(?:(?!%>)[\s\S])*%>|[^<>])*>/g, form =>
    form.includes('method="post"') && !form.includes('enctype=')
      ? `${form}<input type="hidden" name="once" value="<%= once() %>">`
      : form,
  )
}
