import { beforeAll, expect, test } from 'vitest'
import { documentOf } from '../../src/publishing/submitting/submissions.js'
import { editionToRead } from '../../src/publishing/editions/still-allowed.js'
import type { FoundWriteUp } from '../../src/write-ups/write-ups.js'
import { newWorld } from '../world.js'
import { begin, write } from '../write-ups/writing.js'

const world = newWorld()
const page = '/published/write-ups/reading-by-choice'
let writeUp: FoundWriteUp

async function publish(by: string, reason = ''): Promise<void> {
  await world.as(by).post(`/write-ups/${writeUp.id}/submission`, { reason }).expect(303)
  const { hash } = await world.db
    .selectFrom('submissions')
    .select('hash')
    .orderBy('submittedAt', 'desc')
    .executeTakeFirstOrThrow()
  await world.as('tomasz').post(`/write-ups/${writeUp.id}/publication`, { hash }).expect(303)
}

const newest = () =>
  world.db.selectFrom('editions').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()

beforeAll(async () => {
  writeUp = await begin(world)
  await write(world, writeUp, 'summary', 'Half of our readers could and did not.')
})

test('authors choose their order, and may be somebody without an account', async () => {
  const form = await world.as('sam').get(`/write-ups/${writeUp.id}/authors`)
  expect(form.text).toContain('Sadia Qureshi')
  const empty = await world.as('sam').post(`/write-ups/${writeUp.id}/authors`, { authors: ' ' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('Name at least one author')
  const schools = [...form.text.matchAll(/name="schools" value="([^"]+)"/g)].map(found => found[1]!)
  await world
    .as('sam')
    .post(`/write-ups/${writeUp.id}/authors`, { authors: 'Sam O’Neill\nSadia Qureshi\nMrs S Jones MBE', schools })
    .expect(303)
  const shown = await world.as('sadia').get('/groups/reading/write-up')
  expect(shown.text).toContain('By Sam O’Neill, Sadia Qureshi and Mrs S Jones MBE.')
  expect((await world.as('fiona').get(`/write-ups/${writeUp.id}/authors`)).status).toBe(404)
  expect((await world.as('imran').get(`/write-ups/${writeUp.id}/authors`)).status).toBe(404)
})

test('an edition is cited by the authors that it names, in their order, and says its licence', async () => {
  await world.as('nia').post('/networks/hafren', { name: 'Hafren Learning Network', about: '', licence: 'CC BY 4.0' })
  await publish('sadia')
  const { text } = await world.stranger.get(page)
  expect(text).toContain('O’Neill, S., Qureshi, S. and Jones, S.')
  for (const author of ['O’Neill, Sam', 'Qureshi, Sadia', 'Jones, S'])
    expect(text).toContain(`<meta name="citation_author" content="${author}">`)
  expect(text).toContain('<meta name="DC.rights" content="https://creativecommons.org/licenses/by/4.0/">')
  expect(text).toContain('<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">')
  const document = await editionToRead(world.db, await newest(), 'http://localhost:3000')
  expect(document.edition).toMatchObject({
    number: 1,
    licence: { name: expect.stringContaining('CC BY 4.0') as string },
  })
  expect(document.edition!.identifier).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/)
})

test('the feed names the authors of a write-up, and a term for each category', async () => {
  const { text } = await world.stranger.get('/published/feed.xml').buffer(true)
  expect(text).toContain('<name>Sam O’Neill</name>')
  expect(text).not.toContain('<name>Hafren Learning Network</name>')
  expect(text).toMatch(/<category label="Write-up" term="write-up"\/>/)
})

test('whoever leaves stays an author, and whoever comes is proposed and not taken in', async () => {
  await world.db
    .updateTable('groupPeople')
    .set({ leftAt: '2026-11-01T10:00:00.000Z' })
    .where('groupId', '=', 'reading')
    .where('personId', '=', 'sam')
    .execute()
  await world.db
    .updateTable('groupPeople')
    .set({ groupId: 'reading' })
    .where('personId', '=', 'eleri')
    .where('groupId', '=', 'outdoors')
    .execute()
  await world.db.updateTable('networks').set({ licence: 'all rights reserved' }).where('id', '=', 'hafren').execute()
  const submitting = await world.as('sadia').get(`/write-ups/${writeUp.id}/submitting`)
  expect(submitting.text).toContain('By Sam O’Neill, Sadia Qureshi and Mrs S Jones MBE')
  expect(submitting.text).toMatch(/Eleri [^<]*, who is in the group now/)
  const form = await world.as('sadia').get(`/write-ups/${writeUp.id}/authors`)
  expect(form.text).toContain('Sam O’Neill has left the group and is named still')
  const before = documentOf(await newest())
  await publish('sadia', 'One word was corrected.')
  const after = documentOf(await newest())
  expect(after.authors).toEqual(before.authors)
  expect(after.schools).toEqual(before.schools)
  const first = await world.stranger.get(`${page}?edition=1`)
  expect(first.text).toContain('creativecommons.org/licenses/by/4.0/')
  expect((await world.stranger.get(page)).text).toContain('All rights reserved')
})

test('the approver of a new edition reads which authors came and went', async () => {
  await world
    .as('sadia')
    .post(`/write-ups/${writeUp.id}/authors`, { authors: 'Sadia Qureshi\nSam O’Neill' })
    .expect(303)
  await world.as('sadia').post(`/write-ups/${writeUp.id}/submission`, { reason: 'Another order' }).expect(303)
  const compared = await world.as('tomasz').get(`/write-ups/${writeUp.id}/submission/comparison`)
  expect(compared.text).toContain('no longer Mrs S Jones MBE')
})
