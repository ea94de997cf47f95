import { afterAll, beforeAll, expect, test } from 'vitest'
import { brought } from '../../src/rooms.js'
import { arrange, visits } from '../journey/one-page-of-each-kind.js'
import { type DemoHouse, openDemo } from './demo-house.js'

const child = 'Zuzanna'
const said = `After lunch ${child} Kowalska cried.`

let demo: DemoHouse
beforeAll(async () => {
  demo = await openDemo()
  await arrange(demo)
}, 600_000)
afterAll(() => demo.close())

interface Box {
  name: string
  type: string
}
interface Form {
  action: string
  multipart: boolean
  hidden: Record<string, string>
  boxes: Box[]
}

const people = Object.keys(visits).filter(person => person !== 'a stranger') as (keyof typeof visits)[]

test.each(people)(
  'a child’s name is noticed in every box of every form that %s is given, but in those that are for names',
  async person => {
    const cookie = await demo.signInAs(person)
    const passed: string[] = []
    const known = new Set<string>()
    for (const { to, sends } of visits[person]() as { to: string; sends?: object }[]) {
      if (sends) continue
      const html = await (await demo.ask(to, cookie)).text()
      for (const form of formsIn(html, to)) {
        for (const box of form.boxes) {
          const shape = `${form.action.replace(/[0-9a-f-]{12,}/g, ':id')} ${box.name}`
          if (known.has(shape)) continue
          known.add(shape)
          if (!(await isNoticedOn(cookie, form, box))) passed.push(shape)
        }
      }
    }
    expect(passed.filter(shape => !isForNames(shape))).toEqual([])
  },
  600_000,
)

/** While it is typed, and, where there is no script, when the form is sent: then nothing is saved yet. */
async function isNoticedOn(cookie: string, form: Form, box: Box): Promise<boolean> {
  const typed = await demo.send('/names', cookie, { address: form.action, field: box.name, text: said })
  const told = typed.status === 200 && ((await typed.json()) as { names: { words: string }[] }).names
  if (!told || !told.some(one => one.words.startsWith(child))) return false
  if (form.multipart) return true
  const sent = await demo.send(form.action, cookie, { ...form.hidden, [box.name]: said })
  return sent.status === 422 && (await sent.text()).includes('Nothing is saved yet')
}

/** The boxes that the rooms say are for names, and those for what is no text: a day, a number, an address, a secret. */
function isForNames(shape: string): boolean {
  const [action = '', box = ''] = shape.split(' ')
  return Object.entries(brought.namesBelong).some(([address, boxes]) => {
    const beneath = address.endsWith('/…')
    const path = (beneath ? address.slice(0, -2) : address).replace(/:[a-z]+/g, '[^/]+')
    const isHere = new RegExp(`^${path}${beneath ? '(?:/.*)?' : ''}$`).test(action.split('?')[0]!)
    return isHere && (boxes === 'every box' || boxes.includes(box))
  })
}

function formsIn(html: string, from: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', body = '']) => {
    if (!/method="post"/i.test(head)) return []
    const action = new URL(attribute(head, 'action') ?? from, `http://here${from}`)
    return {
      action: action.pathname + action.search,
      multipart: /multipart/.test(head),
      hidden: Object.fromEntries(
        [...body.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
          attribute(input, 'name') ?? '',
          attribute(input, 'value') ?? '',
        ]),
      ),
      boxes: [...body.matchAll(/<(textarea|input)\b([^>]*)>/g)]
        .map(([, kind, rest = '']) => ({
          name: attribute(rest, 'name') ?? '',
          type: kind === 'textarea' ? 'text' : (attribute(rest, 'type') ?? 'text'),
          mode: attribute(rest, 'inputmode'),
        }))
        .filter(({ name, type, mode }) => name !== '' && type === 'text' && mode !== 'numeric'),
    }
  })
}

function attribute(head: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(head)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#38;', '&')
}
