import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoHouse, openDemo } from '../demo/demo-house.js'
import { arrange, visits } from '../journey/one-page-of-each-kind.js'

// Every form of one page of each kind is sent by whoever is offered it, empty and wrong: what comes back names each mistake,
// leads to its field, and holds what was typed.

interface Tag {
  name: string
  attribs: Record<string, string>
}
interface Field {
  name: string
  type: string
  value: string
}
interface Sendable {
  page: string
  action: string
  isMultipart: boolean
  fields: Field[]
}

const wrong = 'zzz not like this'
/** A list that was pasted names the mistakes of its lines line by line instead. */
const byLines = /\/people\/invitations\/many$/
/** Nothing is sent that would end the walk. */
const ends = /^\/(sign-out|sign-in|account\/|administration|setup)/

let demo: DemoHouse
beforeAll(async () => {
  demo = await openDemo()
  await arrange(demo)
}, 600_000)
afterAll(() => demo.close())

test.each(Object.keys(visits).filter(person => person !== 'a stranger'))(
  'every mistake that %s can make in a form is named, and leads to its field',
  async person => {
    const cookie = await demo.signInAs(person)
    const forms = await formsOf(
      visits[person as keyof typeof visits]().filter(one => !one.sends),
      cookie,
    )
    const trouble: string[] = []
    for (const form of forms)
      for (const how of ['empty', 'wrong'] as const)
        if (how === 'empty' || !byLines.test(form.action)) trouble.push(...(await send(form, how, cookie)))
    expect(trouble).toEqual([])
  },
  600_000,
)

const seen = new Set<string>()

/** One form of each shape: its address without ids, and the names of its fields. */
async function formsOf(pages: { to: string }[], cookie: string): Promise<Sendable[]> {
  const found: Sendable[] = []
  for (const { to } of pages) {
    const answer = await demo.ask(to, cookie)
    if (answer.status !== 200) continue
    for (const form of formsIn(await answer.text())) {
      if (form.attribs.method !== 'post') continue
      const fields = fieldsIn(form.tags)
      const action = form.attribs.action ?? to
      const shape = `${action.replace(/[^/]*\d[^/]*/g, ':id')} ${[...new Set(fields.map(one => one.name.replace(/-.*/, '')))].join()}`
      if (ends.test(action) || seen.has(shape) || !fields.some(one => one.type !== 'hidden')) continue
      seen.add(shape)
      found.push({ page: to, action, isMultipart: form.attribs.enctype !== undefined, fields })
    }
  }
  return found
}

async function send(form: Sendable, how: 'empty' | 'wrong', cookie: string): Promise<string[]> {
  const body = form.isMultipart ? new FormData() : new URLSearchParams()
  for (const { name, type, value } of form.fields) {
    if (name === 'once') body.append(name, crypto.randomUUID())
    else if (type === 'hidden') body.append(name, value)
    else if (how === 'wrong' && type !== 'checkbox' && type !== 'file') body.append(name, wrong)
    else if (how === 'empty' && type === 'text') body.append(name, '')
  }
  const answer = await fetch(new URL(form.action, demo.address), {
    ...{ method: 'POST', redirect: 'manual', body },
    headers: { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html,*/*', Cookie: cookie },
  })
  const at = `${how} ${form.action}, from ${form.page}`
  const html = await answer.text()
  if (answer.status >= 500) return [`${at}: answers ${answer.status}`]
  if (answer.status !== 422) return []
  const summary = /govuk-error-summary__body[\s\S]*?<\/ul>/.exec(html)?.[0]
  if (summary === undefined) return [`${at}: a bare page says what is wrong`]
  const ids = new Set(tagsIn(html).map(one => one.attribs.id))
  const trouble = tagsIn(summary)
    .map(link => link.attribs.href ?? '')
    .filter(href => href.startsWith('#') && !ids.has(href.slice(1)))
    .map(href => `${at}: ${href} leads nowhere`)
  const typed = form.fields.filter(one => one.type === 'text')
  if (how === 'wrong' && typed.length > 0 && !html.includes(wrong)) trouble.push(`${at}: what was typed is gone`)
  return trouble
}

function fieldsIn(tags: Tag[]): Field[] {
  const typed = tags.flatMap(({ name, attribs }): Field[] => {
    if (!attribs.name || attribs.disabled !== undefined) return []
    if (name === 'textarea') return [{ name: attribs.name, type: 'text', value: '' }]
    if (name === 'select') return [{ name: attribs.name, type: 'select', value: '' }]
    if (name !== 'input') return []
    const kind = attribs.type ?? 'text'
    const type = ['hidden', 'checkbox', 'radio', 'file'].includes(kind) ? kind : kind === 'password' ? 'select' : 'text'
    return [{ name: attribs.name, type, value: attribs.value ?? '' }]
  })
  const radios = new Set<string>()
  return typed.filter(one => one.type !== 'radio' || (!radios.has(one.name) && radios.add(one.name)))
}

function formsIn(html: string): { attribs: Record<string, string>; tags: Tag[] }[] {
  return [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => {
    const [own, ...tags] = tagsIn(form)
    return { attribs: own!.attribs, tags }
  })
}

/** The tags of our own pages, whose attributes stand between quotation marks. */
function tagsIn(html: string): Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(([, name, written]) => ({
    name: name!,
    attribs: Object.fromEntries(
      [...written!.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [key!, readable(value ?? '')]),
    ),
  }))
}

function readable(value: string): string {
  return value.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replaceAll('&amp;', '&')
}
