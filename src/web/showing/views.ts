import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'
import type { Citations } from '../../documents/citations.js'
import { markdownHtml, wordsHtml } from '../../documents/to-html.js'
import { root } from '../../root.js'
import { stages } from '../../stages.js'
import { dueSaid } from '../waiting.js'
import { day, dayAndTime, fileSize, inMarks, listed, plural, time } from '../../words/words.js'

export type Locals = Record<string, unknown>

type View = (locals: Locals) => string

/** The words that every view and part may use. */
const words = { inMarks, listed, day, dueSaid, time, dayAndTime, plural, fileSize, stages, once: randomUUID }

/** Text on a page knows the works that the page knows: `markdown` for Markdown, `cited` for words such as a claim. */
function readingWith(citations: Citations | undefined) {
  return {
    markdown: (text: string) => markdownHtml(text, citations),
    cited: (text: string) => wordsHtml(text, citations),
  }
}

/** Renders a view or part by its name under views/, such as `evidence/_media`. */
export function render(name: string, locals: Locals): string {
  const { here, heard, citations } = locals
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const include = (part: string, given?: Locals): string =>
    render(part.includes('/') ? part : folder + part, { here, heard, citations, ...given })
  const { view, ofAll, readsText } = compiledFor(name, locals)
  return view(
    readsText
      ? { include, ...ofAll, ...readingWith(citations as Citations | undefined), ...locals }
      : { include, ...ofAll, ...locals },
  )
}

interface Compiled {
  /** The names that it was compiled for, in their order. */
  names: string[]
  view: View
  /** Those of the words above that it speaks of. */
  ofAll: Locals
  readsText: boolean
}

// Destructured locals are far quicker than `with`, but must be known when a view is compiled; so a view is compiled once
// for each set of names that it is given.
const compiled = new Map<string, Compiled[]>()

function compiledFor(name: string, locals: Locals): Compiled {
  const names = Object.keys(locals)
  const ways = compiled.get(name)
  const known = ways?.find(way => areTheSame(way.names, names))
  if (known) return known
  const made = compile(name, names)
  if (process.env.NODE_ENV !== 'development') compiled.set(name, [...(ways ?? []), made])
  return made
}

function areTheSame(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((name, place) => name === other[place])
}

// What a view is given is an object of its own already, and its names are destructured: EJS need not copy it. (Its types do not
// know this option yet.)
const asGiven = { unsafePrototypeLocals: true }

function compile(name: string, names: string[]): Compiled {
  const filename = join(root, 'views', `${name}.ejs`)
  const text = withOnce(readFileSync(filename, 'utf8'))
  const speaksOf = (word: string) => new RegExp(`\\b${word}\\b`).test(text) && !names.includes(word)
  const ofAll = Object.fromEntries(Object.entries(words).filter(([word]) => speaksOf(word)))
  const ofText = ['markdown', 'cited'].filter(speaksOf)
  const view = ejs.compile(text, {
    filename,
    strict: true,
    localsName: 'locals',
    destructuredLocals: [...new Set([...names, ...Object.keys(ofAll), ...ofText, 'include'])],
    escape,
    rmWhitespace: true,
    async: false,
    ...asGiven,
  })
  return { names, view, ofAll, readsText: ofText.length > 0 }
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

const inHtml: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' }

/** Most words on a page have nothing in them that HTML reads as its own. */
function escape(words: unknown): string {
  if (words === undefined || words === null) return ''
  // oxlint-disable-next-line typescript/no-base-to-string
  const text = typeof words === 'string' ? words : String(words)
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, sign => inHtml[sign]!) : text
}
