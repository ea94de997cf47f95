import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoHouse, openDemo } from './demo-house.js'

/**
 * Pages for one person, and pages of one shape: enough to meet every kind of link, and not all 219 pieces. Whoever comes
 * later looks at one page of each shape that somebody has looked at before them, as they read it.
 */
const mostPages = 250
const mostOfAShape = { first: 3, later: 1 }
const shapesSeen = new Set<string>()

let demo: DemoHouse
beforeAll(async () => {
  demo = await openDemo()
}, 300_000)
afterAll(() => demo.close())

test.each(['nia', 'sadia', 'sam', 'imran', 'dilys', 'fiona', 'alex', 'ruth'])(
  'every link that %s is offered leads somewhere',
  async person => {
    expect(await deadLinksFor(await demo.signInAs(person))).toEqual([])
  },
  300_000,
)

test('every link that a stranger is offered leads somewhere', async () => {
  expect(await deadLinksFor('')).toEqual([])
}, 300_000)

async function deadLinksFor(cookie: string): Promise<string[]> {
  const dead: string[] = []
  const known = new Set(['/'])
  const shapes = new Map<string, number>()
  const waiting = [{ address: '/', on: 'the start' }]
  for (let pages = 0; pages < mostPages && waiting.length > 0; pages++) {
    const { address, on } = waiting.shift()!
    const answer = await demo.ask(address, cookie)
    const body = await answer.arrayBuffer()
    const html = answer.headers.get('content-type')?.startsWith('text/html') ? new TextDecoder().decode(body) : ''
    if (answer.status >= 400 && !isQuietDraft(address, html)) dead.push(`${answer.status} ${address}, offered on ${on}`)
    const next = answer.headers.get('location')
    for (const link of [...(next ? [next] : []), ...linksIn(html, address)]) {
      if (known.has(link) || !link.startsWith('/') || /^\/(assets|sign-out)\b/.test(link)) continue
      known.add(link)
      const seen = shapes.get(shapeOf(link)) ?? 0
      shapes.set(shapeOf(link), seen + 1)
      const most = shapesSeen.has(shapeOf(link)) ? mostOfAShape.later : mostOfAShape.first
      if (seen < most) waiting.push({ address: link, on: address })
    }
  }
  for (const shape of shapes.keys()) shapesSeen.add(shape)
  return dead
}

/** Every group wears the tab, and under it a draft is the same as none: a page that says so, and goes on from there. */
function isQuietDraft(address: string, html: string): boolean {
  return /^\/groups\/[^/]+\/write-up(\?|$)/.test(address) && html.includes('href="/groups/')
}

function linksIn(html: string, from: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)]
    .map(found => new URL(found[1]!.replaceAll('&amp;', '&').replaceAll('&#38;', '&'), `http://here${from}`))
    .filter(url => url.host === 'here')
    .map(url => url.pathname + url.search)
}

/** An address with its ids left out: two pieces of evidence have the same shape. */
function shapeOf(link: string): string {
  const url = new URL(link, 'http://here')
  const path = url.pathname
    .split('/')
    .map((part, place) => (/\d/.test(part) && part.length > 8 && place > 1 ? ':id' : part))
    .join('/')
    .replace(/^\/groups\/[^/]+/, '/groups/:group')
    .replace(/^\/files\/.*/, '/files/:file')
  return `${path}?${[...url.searchParams.keys()].sort().join('&')}`
}
