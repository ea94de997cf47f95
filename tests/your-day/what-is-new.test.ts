import { afterAll, beforeAll, expect, test } from 'vitest'
import { standStillAt } from '../../src/web/now.js'
import { listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'

const world = newWorld()
const listen = listenTo(world.house)
beforeAll(() => standStillAt('2026-11-24T09:00:00.000Z'))
afterAll(() => standStillAt(null))

const mark = '<span class="new-mark">new</span>'
const textOf = async (person: string, at: string) =>
  (await world.as(person).get(at).expect(200)).text.replace(/&#39;/g, '’')
/** The part of a page that tells what is new. */
const newsOf = async (person: string, at: string) =>
  /<h2 id="new(?:-here)?">[\s\S]*?<\/section>/.exec(await textOf(person, at))?.[0] ?? ''
const log = (person: string, group: string, whatWeSaw: string, audience = 'group') =>
  world.as(person).post(`/groups/${group}/evidence`, { whatWeSaw, audience }).expect(303)

test('where nothing happened Your day is calm, and costs two questions at most', async () => {
  expect(await newsOf('sadia', '/')).toContain('Nothing new since you were in your groups')
  expect(await textOf('sadia', '/')).not.toContain(mark)
})

test('what a colleague did stands together in one line that leads there, and not to whoever did it', async () => {
  for (const words of ['A', 'B', 'C', 'D']) await log('sam', 'reading', `Child ${words} swapped a book.`)
  const news = await newsOf('sadia', '/')
  expect(news).toContain('href="/groups/reading/evidence">Sam O’Neill logged 4 pieces of evidence</a>')
  expect(news).not.toContain('swapped')
  expect(await newsOf('sam', '/')).toContain('Nothing new')
  expect(await textOf('sadia', '/groups')).toContain(mark)
  expect(await textOf('sam', '/groups')).not.toContain(mark)
})

test('a draft is news to nobody, and neither is anything to people outside', async () => {
  await log('huw', 'outdoors', 'Only for me so far.', 'author')
  for (const person of ['ruth', 'yusra', 'dilys', 'alex', 'kasia'])
    expect(await newsOf(person, '/'), person).not.toMatch(/Sam O’Neill|Huw ap Siôn/)
})

test('a facilitator is told of what the group shows outside, and of nothing it keeps to itself', async () => {
  expect(await newsOf('fiona', '/')).not.toContain('logged')
  await world.as('sadia').post('/groups/reading/stages/context/sharing').expect(303)
  const news = await newsOf('fiona', '/groups/reading')
  expect(news).toContain('Sadia Qureshi shared a stage')
  expect(news).not.toContain('logged')
})

test('a visit sees it: the page still shows it, the mark is gone, and later it is not new any more', async () => {
  expect(await newsOf('sadia', '/groups/reading')).toContain('logged 4 pieces of evidence')
  expect(await textOf('sadia', '/groups')).not.toContain(mark)
  expect(await newsOf('sadia', '/')).toContain('Nothing new')
  expect(await newsOf('sadia', '/groups/reading'), 'opened again').toContain('logged 4 pieces')
  standStillAt('2026-11-24T11:00:00.000Z')
  expect(await newsOf('sadia', '/groups/reading'), 'two hours later').toContain('Nothing new')
})

test('one piece is told by its number and leads to it; one that is withdrawn is told no more', async () => {
  const piece = (await log('sam', 'reading', 'A boy read to his sister.')).get('location')!
  expect(await newsOf('huw', '/groups/reading')).toContain('logged 5 pieces')
  expect(await newsOf('sadia', '/')).toMatch(new RegExp(`href="${piece}">Sam O’Neill logged evidence E\\d+`))
  await world.as('sam').post(`${piece}/withdrawal`, { reason: 'They asked us to' }).expect(303)
  const news = await newsOf('sadia', '/')
  expect(news).not.toContain('logged evidence')
  expect(news).toContain('withdrew evidence')
})

test('one press marks everything as seen', async () => {
  await log('sam', 'marking', 'They read the green dots.')
  expect(await textOf('sadia', '/')).toContain(mark)
  const page = await world.as('sadia').led('/seen')
  expect(page.text).toContain('Everything is marked as seen.')
  expect(page.text).not.toContain(mark)
  expect(page.text).toContain('Nothing new')
})

test('on a group’s page its own news is put away by one press', async () => {
  await log('bilal', 'reading', 'Two girls hid a book.')
  expect(await newsOf('sadia', '/groups/reading')).toContain('Bilal Ahmed')
  const page = await world.as('sadia').led('/seen', { group: 'reading' })
  expect(page.text).toContain('Nothing new')
  await world.as('ruth').post('/seen', { group: 'reading' }).expect(404)
})

test('what happens in the network is new to all who work there, on its page and on their day', async () => {
  const project = { title: 'Reading in the corridor', whatFor: 'Books where children wait.', whoFor: 'anybody' }
  const span = { startsOn: '2026-11-30', endsOn: '2027-03-26', theme: '', link: '' }
  await world
    .as('sam')
    .post('/networks/hafren/projects', { ...project, ...span })
    .expect(303)
  for (const person of ['kasia', 'nia', 'mair']) {
    const news = await newsOf(person, '/')
    expect(news, person).toContain('Sam O’Neill proposed a project')
    expect(news, person).not.toContain('corridor')
  }
  expect(await newsOf('nia', '/networks/hafren')).toContain('proposed a project')
  expect(await newsOf('nia', '/')).not.toContain('proposed a project')
  for (const person of ['ruth', 'dilys', 'alex']) expect(await newsOf(person, '/')).not.toContain('proposed')
})

test('the marks of all places are asked in two questions, and every line leads to a page that opens', async () => {
  const asked = await listen(() => world.as('sadia').get('/groups').expect(200))
  expect(asked.filter(one => one.sql.includes('news_positions') || one.sql.includes('from "facts"'))).toHaveLength(2)
  await world
    .as('sam')
    .post('/groups/reading/claims', { claim: 'They swap at the window.', strength: 'a hunch' })
    .expect(303)
  for (const person of ['huw', 'bilal', 'nia', 'fiona', 'kasia']) {
    const hrefs = [...(await newsOf(person, '/')).matchAll(/href="([^"#]+)/g)].map(one => one[1]!)
    for (const href of new Set(hrefs)) await world.as(person).get(href).expect(200)
  }
})
