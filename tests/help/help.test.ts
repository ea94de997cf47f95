import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { roleHelp } from '../../src/help/roles.js'
import { helpAt } from '../../src/help/topics/topic-at.js'
import { helpParts } from '../../src/help/topics/topics.js'
import { whatIf } from '../../src/help/what-if.js'
import { words } from '../../src/help/words.js'
import { brought, rooms } from '../../src/rooms.js'
import { root } from '../../src/root.js'
import { newWorld } from '../world.js'

const world = newWorld()

/** Everything that the help says about pages, each under the name of its section. */
const said: [string, string][] = [
  ...helpParts.flatMap(({ topics }) =>
    Object.entries<{ about: string; ways: string[] }>(topics).flatMap(([name, one]) =>
      [one.about, ...one.ways].map((text): [string, string] => [name, text]),
    ),
  ),
  ...roleHelp.flatMap(one =>
    [...one.firstHour, ...one.most.map(each => each.how)].map((text): [string, string] => [one.name, text]),
  ),
  ...whatIf.map((one): [string, string] => [one.question, one.answer]),
]

/** What pages say, of themselves and in what rooms hand them, without that of the help. */
function wordsOfPages(): string {
  return ['views', 'src']
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter(name => /\.(ejs|ts)$/.test(name) && !name.startsWith('help/'))
        .map(name => readFileSync(join(root, folder, name), 'utf8')),
    )
    .join('\n')
}

test('every button and link that the help names is on a page under that name', () => {
  const pages = wordsOfPages()
  const named = said.flatMap(([section, text]) =>
    [...text.matchAll(/\*\*(.+?)\*\*/g)].map(found => ({ section, name: found[1]! })),
  )
  expect(named.length).toBeGreaterThan(100)
  const plain = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const glossary = words.map(one => one.word.toLowerCase())
  const missing = named.filter(
    ({ name }) =>
      !new RegExp(`[>'"\`]\\s*${plain(name)}(?=[<'"\`.]|\\s*<%)`).test(pages) && !glossary.includes(name.toLowerCase()),
  )
  expect(missing).toEqual([])
})

test('every page finds its help: each address that a room has words for leads to a section that is there', async () => {
  const reader = world.as('nia')
  const pages = new Map<string, string>()
  for (const [at, topic] of Object.entries(brought.help)) {
    const href = helpAt(
      at === '/' ? '/' : /^(groups|networks)\/./.test(at) ? `/${at.replace('/', '/x/')}` : `/${at}`,
      brought.help,
    )
    const [path, anchor] = href.split('#') as [string, string]
    if (!pages.has(path)) pages.set(path, (await reader.get(path)).text)
    expect(pages.get(path), `${at}: ${topic}`).toContain(`id="${anchor}"`)
  }
})

test('a room has help for the addresses that it tells who sees', () => {
  const withoutPages = [
    ...[
      'about',
      'accessibility',
      'privacy',
      'sign-out',
      'people',
      'texts',
      'establishments',
      'moves',
      'files',
      'uploads',
    ],
    ...[
      'first-leader',
      'answer',
      'seen',
      'first-steps',
      'tours',
      'sitemap',
      'robots',
      'partners',
      'details',
      'reports',
    ],
  ]
  const missing = rooms.flatMap(({ name, whoSees }) =>
    whoSees
      .flatMap(one => one.at)
      .filter(noun => !withoutPages.includes(noun))
      .filter(
        noun =>
          helpAt(`/${noun}/x`, brought.help) === '/help' &&
          !['groups', 'networks'].some(place => Object.hasOwn(brought.help, `${place}/${noun}`)),
      )
      .map(noun => `${name}: ${noun}`),
  )
  expect(missing).toEqual([])
})

test.each([
  ['/', '/help/yourself#your-day'],
  ['/groups/reading', '/help/group#group'],
  ['/groups', '/help/network#groups-of-a-network'],
  ['/groups/reading/claims/map', '/help/group#claims'],
  ['/groups/reading/stages/purpose', '/help/group#purpose'],
  ['/groups/reading/evidence/new', '/help/group#logging'],
  ['/evidence/e1', '/help/group#evidence'],
  ['/groups/reading/reports', '/help/group#term-reports'],
  ['/networks/hafren/reports', '/help/network#reports'],
  ['/networks/hafren', '/help/network#network'],
  ['/groups/reading/recommendations', '/help/group#recommending'],
  ['/networks/hafren/recommendations', '/help/network#recommendations'],
  ['/groups/reading/no-such-thing', '/help/group#group'],
  ['/nothing/here', '/help'],
])('from %s one comes to %s', (here, href) => {
  expect(helpAt(here, brought.help)).toBe(href)
})

test('Help stands at the top of a page and leads to what is about it', async () => {
  const page = (await world.as('sadia').get('/groups/reading/claims')).text
  expect(page).toContain('href="/help/group#claims" data-help')
})

test('there is a page for each role, and the reader’s own roles stand first', async () => {
  const front = (await world.as('sadia').get('/help')).text
  const order = [...front.matchAll(/href="\/help\/for\/([a-z-]+)"/g)].map(one => one[1])
  expect(order).toHaveLength(roleHelp.length)
  expect(order.slice(0, 2)).toEqual(['lead-learner', 'volunteer'])
  for (const role of order) expect((await world.as('sadia').get(`/help/for/${role}`)).status).toBe(200)
  expect((await world.as('sadia').get('/help/for/wizard')).status).toBe(404)
  for (const one of roleHelp) expect([one.name, one.most.length]).toEqual([one.name, 5])
})

test('somebody who is not signed in reads what is general, and is asked to sign in for the rest', async () => {
  const { stranger } = world
  for (const path of ['/help', '/help/words', '/help/what-if', '/help/keys', '/help/yourself', '/help/for/governor'])
    expect([path, (await stranger.get(path)).status]).toEqual([path, 200])
  expect((await stranger.get('/help')).text).not.toContain('href="/help/group"')
  expect((await stranger.get('/help/group')).status).not.toBe(200)
  expect((await stranger.get('/published')).text).toContain('href="/help/yourself#published" data-help')
})

test('every word that the glossary or a page of help points at has its place, once', async () => {
  const glossary = (await world.stranger.get('/help/words')).text
  const ids = [...glossary.matchAll(/<div id="([a-z-]+)"/g)].map(one => one[1]!)
  expect(new Set(ids).size).toBe(words.length)
  for (const path of ['/help/words', '/help/group', '/help/network', '/help/yourself']) {
    const page = (await world.as('nia').get(path)).text
    for (const [, anchor] of page.matchAll(/href="\/help\/words#([^"]+)"/g)) expect(ids).toContain(anchor)
  }
})

test('links in the help lead somewhere', async () => {
  const reader = world.as('nia')
  for (const path of ['/help', '/help/what-if', '/help/group', '/help/for/volunteer']) {
    const page = (await reader.get(path)).text
    const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
    for (const href of new Set([...main.matchAll(/href="(\/[^"#]*)/g)].map(one => one[1]!)))
      expect([href, (await reader.get(href)).status]).toEqual([href, 200])
  }
})

test('the search finds help by what one wants to do', async () => {
  const found = async (q: string) => {
    const { text } = await world.as('sam').get(`/search?q=${encodeURIComponent(q)}`)
    const from = text.indexOf('id="help-found"')
    return from < 0 ? '' : text.slice(from, text.indexOf('</section>', from))
  }
  expect(await found('handing over')).toContain('href="/help/group#handing-over"')
  expect(await found('password')).toContain('/help/what-if#')
  expect(await found('dossier')).toContain('href="/help/words#dossier"')
  expect(await found('xylophone')).toBe('')
})

test('sentences of the help are short', () => {
  const long = said.flatMap(([section, text]) =>
    text
      .replaceAll('**', '')
      .split(/(?<=[.?:])\s/)
      .filter(sentence => sentence.split(/\s+/).length > 28)
      .map(sentence => `${section}: ${sentence}`),
  )
  expect(long).toEqual([])
})

test('the page of each role shows two or three screens, small, in light and dark, with their place kept', async () => {
  for (const role of roleHelp) {
    const page = await world.stranger.get(`/help/for/${role.path}`)
    const shown = [
      ...page.text.matchAll(/<img src="(\/help\/pictures\/[\w-]+\.webp)" width="720" height="450" alt="([^"]+)"/g),
    ]
    expect([role.path, [2, 3].includes(shown.length)]).toEqual([role.path, true])
    for (const [, address, alt] of shown) {
      expect(alt!.length).toBeGreaterThan(30)
      for (const each of [address!, address!.replace('-light', '-dark')]) {
        const picture = await world.stranger.get(each)
        expect([each, picture.status]).toEqual([each, 200])
        expect(Number(picture.get('content-length'))).toBeLessThan(40_000)
      }
    }
  }
  expect((await world.stranger.get('/help/pictures/nothing-light.webp')).status).toBe(404)
})

test('a word that the field has in Welsh, too, stands beside it in its own language', async () => {
  const page = await world.stranger.get('/help/words')
  expect(page.text).toContain('<dfn>Enquiry</dfn> <span class="quiet">in Welsh <span lang="cy">ymholiad</span></span>')
})
