import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ejs from 'ejs'
import { root } from '../src/root.js'

const neverClosed = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

/** Unescaped goes only what other views, or the sanitised ways of Markdown, words and drawings, have made. */
const mayBeRaw = /^(include|markdown|cited|factsInPage)\(|^([\w.]+\.)?(html|svg)$/

/** What a view may not have, a line for each fault; the formatter leaves views alone, so their looks are held here too. */
export function faultsIn(name: string, view: string): string[] {
  return [...unreadable(view), ...raw(name, view), ...unbalanced(view), ...untidy(view), ...nameless(view)].map(
    fault => `${name}: ${fault}`,
  )
}

/** Buttons that do not say to what they do something. */
const NAMELESS =
  /(?:<button\b[^<>]*>|_button', \{[^}]*text: ')((?:Say|Keep|Go to|Take|Put|Do|Send|Open) (?:it|this)(?: back| in| out)?|Keep|Submit|OK|Do|Confirm|Continue)(?:<\/button|')/g

function nameless(view: string): string[] {
  return [...view.matchAll(NAMELESS)].map(([, words]) => `has a button “${words}” that does not name its object`)
}

function unreadable(view: string): string[] {
  try {
    ejs.compile(view, { strict: true, destructuredLocals: [], async: false })
    return []
  } catch (error) {
    return [`cannot be read: ${String(error).split('\n').at(-1)}`]
  }
}

/** The content policy lets nothing run that stands in a page; data for search engines is no script. */
function raw(name: string, view: string): string[] {
  const unescaped = [...view.matchAll(/<%-\s*([\s\S]*?)\s*-?%>/g)].map(([, words]) => words!)
  return [
    ...unescaped
      .filter(words => !mayBeRaw.test(words) && !(words === 'body' && name === 'layout.ejs'))
      .map(words => `puts “${words}” into the page unescaped`),
    ...[...view.matchAll(/<script(?![^>]*\b(src=|type="application\/ld\+json"))|<style\b|\s(style|on[a-z]+)="/g)].map(
      ([words]) => `has something inline that the content policy forbids: ${words.trim()}`,
    ),
  ]
}

/** Each element that is opened is closed, within each branch too: all branches together are read as one page. */
function unbalanced(view: string): string[] {
  const page = view.replace(/<%[\s\S]*?%>/g, '').replace(/<!--[\s\S]*?-->|<!doctype[^>]*>/gi, '')
  const open: string[] = []
  for (const [tag, closing, element, own] of page.matchAll(/<(\/?)([a-z][\w-]*)[^<>]*?(\/?)>/gi)) {
    if (own || neverClosed.has(element!.toLowerCase())) continue
    if (!closing) open.push(element!)
    else if (open.pop() !== element) return [`${tag} closes what is not open there`]
  }
  return open.map(element => `<${element}> is never closed`)
}

function untidy(view: string): string[] {
  const faults: string[] = []
  let before = 0
  for (const [at, line] of view.split('\n').entries()) {
    const deep = line.length - line.trimStart().length
    const here = `line ${at + 1}`
    if (line.trimEnd() !== line) faults.push(`${here} ends in white space`)
    if (line.slice(0, deep).includes('\t')) faults.push(`${here} is indented by a tab`)
    if (!line.trim()) continue
    if (deep % 2) faults.push(`${here} is not indented by two spaces for each step`)
    if (deep > before + 2) faults.push(`${here} is indented by more than one step`)
    before = deep
  }
  if (!/[^\n]\n$/.test(view)) faults.push('does not end with one line break')
  return faults
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const views = readdirSync(join(root, 'views'), { recursive: true, encoding: 'utf8' }).filter(one =>
    /\.ejs$/.test(one),
  )
  const faults = views.sort().flatMap(view => faultsIn(view, readFileSync(join(root, 'views', view), 'utf8')))
  for (const fault of faults) process.stderr.write(`views/${fault}\n`)
  if (faults.length > 0) process.exit(1)
}
