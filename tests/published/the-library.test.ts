import { namesOutside } from '../../src/names/names.js'
import { expect, test } from 'vitest'
import { latestPublished } from '../../src/published/works.js'
import type { Edition } from '../../src/publishing/tables.js'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'
import { putOut } from './putting-out.js'

const world = newWorld()

const document = (heading: string) => ({
  title: heading,
  language: 'en-GB',
  kindOfDocument: 'Write-up',
  titlePage: { heading, lines: ['By Nia Prŷs', heading.startsWith('Tales') ? 'Weir Lane Primary School' : ''] },
  authors: [{ name: 'Nia Prŷs' }],
  contents: true,
  parts: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: `All about ${heading}` }] }],
  foot: '',
})

async function publish(given: {
  id: string
  title: string
  network?: string
  kind?: Edition['ofKind']
  on: string
  number?: number
}) {
  await putOut(world, {
    id: `${given.id}-${given.number ?? 1}`,
    networkId: given.network ?? 'hafren',
    ofKind: given.kind ?? 'write-up',
    ofId: given.id,
    slug: given.id,
    number: given.number ?? 1,
    title: given.title,
    summary: `What came of “${given.title}” & more.`,
    document: JSON.stringify(document(given.title)),
    hash: 'x'.repeat(64),
    publishedAt: `${given.on}T10:00:00.000Z`,
    publishedBy: 'sadia',
    approvedBy: 'tomasz',
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnBecause: null,
  })
  await renewAll(world.db)
}

test('an empty library says what will be here', async () => {
  const shown = await world.stranger.get('/published')
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('Nothing is published yet')
  expect((await world.stranger.get('/published/feed.xml')).status).toBe(200)
})

test('a work is listed once, by its newest edition, the newest first', async () => {
  await publish({ id: 'tales', title: 'Tales & <b>told</b>', on: '2026-03-01' })
  await publish({ id: 'tales', title: 'Tales & <b>told</b>', on: '2026-09-20', number: 2 })
  await publish({ id: 'spring', title: 'Spring term 2026', on: '2026-04-17', kind: 'termly report' })
  const before = (await world.stranger.get('/published/browse')).text
  expect([before.includes('network=hafren'), before.includes('network=harbour')]).toEqual([true, false])
  await publish({ id: 'recall', title: 'Revision that lasts', on: '2026-06-01', network: 'harbour' })
  const shown = await world.stranger.get('/published')
  expect(shown.text.match(/href="\/published\/write-ups\/tales"/g)).toHaveLength(1)
  expect(shown.text.indexOf('Tales')).toBeLessThan(shown.text.indexOf('Revision'))
  expect(shown.text.indexOf('Revision')).toBeLessThan(shown.text.indexOf('Spring term'))
  expect((await latestPublished(world.db, namesOutside(), 2)).map(work => work.href)).toEqual([
    '/published/write-ups/tales',
    '/published/write-ups/recall',
  ])
})

test('it is found by words, network, kind, theme, school and term', async () => {
  const found = async (query: string) => (await world.stranger.get(`/published?${query}`)).text
  expect(await found('words=revision')).toContain('/published/write-ups/recall"')
  expect(await found('words=revision')).not.toContain('/published/write-ups/tales"')
  expect(await found('network=harbour')).not.toContain('/published/write-ups/tales"')
  expect(await found('kind=termly%20report')).toContain('/published/reports/spring"')
  expect(await found('term=Autumn%20term%202026')).toContain('/published/write-ups/tales"')
  expect(await found('term=Autumn%20term%202026')).not.toContain('/published/reports/spring"')
  expect(await found('school=weir')).toContain('/published/write-ups/tales"')
  expect(await found('school=weir')).not.toContain('/published/write-ups/recall"')
  expect(await found('words=zebra')).toContain('Nothing published is like that')
  expect((await world.stranger.get('/published?words=a&words=b&page=-3')).status).toBe(200)
})

test('a school that goes by another name in its group’s work is on no shelf by its own, and on it again afterwards', async () => {
  await world.db
    .insertInto('writeUps')
    .values({
      ...{ id: 'tales', groupId: 'reading', enquiryId: 'reading-1', slug: 'tales', title: 'Tales' },
      ...{ begunAt: '2026-02-01T10:00:00.000Z', begunBy: 'sadia', listsAllAt: null, listsAllBy: null },
    })
    .execute()
  const onShelf = async () => {
    const shelf = (await world.stranger.get('/published?school=weir')).text
    const browse = (await world.stranger.get('/published/browse')).text
    return [shelf.includes('/published/write-ups/tales"'), browse.includes('/published?school=weir"')]
  }
  expect(await onShelf()).toEqual([true, true])
  await world.db
    .insertInto('pseudonyms')
    .values({
      ...{ id: 'p', groupId: 'reading', kind: 'school', schoolId: 'weir', name: 'Weir Lane Primary School', also: '' },
      ...{ pseudonym: 'School A', chosenAt: '2026-10-01T00:00:00.000Z', chosenBy: 'sadia' },
      ...{ removedAt: null, removedBy: null },
    })
    .execute()
  expect(await onShelf()).toEqual([false, false])
  await world.db.deleteFrom('pseudonyms').where('id', '=', 'p').execute()
  await world.db.deleteFrom('writeUps').where('id', '=', 'tales').execute()
})

test('the feed keeps one id for a work through its editions, and markup in titles stays words', async () => {
  const { text, type } = await world.stranger.get('/published/feed.xml').buffer(true)
  expect(type).toBe('application/atom+xml')
  const feed = text ?? ''
  expect(feed.match(/urn:enquiry-workbench:write-up:tales/g)).toHaveLength(1)
  expect(feed).toContain('2026-09-20T10:00:00.000Z')
  expect(feed).toContain('Tales &amp; &lt;b&gt;told')
})

test('a page shows its kind, editions and how to cite it, and reports stand at their own address', async () => {
  const shown = await world.stranger.get('/published/write-ups/tales')
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('Prŷs, N. (2026)')
  expect(shown.text).toContain('/published/write-ups/tales?edition=1')
  expect(shown.text).not.toContain('<b>told')
  expect((await world.stranger.get('/published/reports/spring')).status).toBe(200)
  expect((await world.stranger.get('/published/reports/tales')).status).toBe(404)
  expect((await world.stranger.get('/published/anything/tales')).status).toBe(404)
})

test('an administrator takes a work down without seeing the group; a leader of another network cannot', async () => {
  const address = '/published/write-ups/tales/withdrawal'
  expect((await world.as('ruth').get(address)).status).toBe(403)
  expect((await world.as('alex').get('/groups/reading')).status).toBe(404)
  expect((await world.as('alex').get(address)).status).toBe(200)
  await world.as('alex').post(address, { because: 'The network asked for it.' })
  expect((await world.stranger.get('/published/write-ups/tales')).status).toBe(410)
  expect((await world.as('alex').post(address, { because: 'Again.' })).status).toBe(409)
})
