import { beforeAll, expect, test } from 'vitest'
import { publicationCheck } from '../write-ups/publication-check.js'
import { newWorld } from '../world.js'

const world = newWorld()
const passphrase = 'four quiet herons walk'

beforeAll(async () => {
  const key = (await world.as('sadia').post('/groups/reading/keys', { passphrase })).headers.location!
  await world.as('sadia').post(`${key}/openings`, { because: 'To give codes', passphrase })
  await world.as('sadia').post(`${key}/pupils`, { name: 'Ozoemena Hughes', also: '', year: '', notes: '' })
})

async function write(kind: string, owner: string, field: string, body: string): Promise<void> {
  const place = { kind, owner, field }
  const begun = await world.db.selectFrom('texts').select('id').where('owner', '=', owner).executeTakeFirst()
  const said = { body, version: 9, savedAt: new Date().toISOString(), savedBy: 'sadia' }
  if (begun) await world.db.updateTable('texts').set(said).where('id', '=', begun.id).execute()
  else
    await world.db
      .insertInto('texts')
      .values({ id: `${owner}${field}`, ...place, ...said })
      .execute()
}

test('a write-up waits until somebody has said of each name that it is no pupil’s', async () => {
  await world.as('sadia').post('/groups/reading/write-up')
  const { id } = await world.db
    .selectFrom('writeUpParts')
    .select('id')
    .where('part', '=', 'summary')
    .executeTakeFirstOrThrow()
  await write('write-up-part', id, 'text', 'In the end Zuzanna read with Ozoemena Hughes.')
  const stopped = await publicationCheck(world, 'sadia')
  expect(stopped.text).toContain('“Zuzanna”</label>')
  expect(stopped.text).toContain('A pupil’s name stands in the text')
  const address = `/texts/write-up-part/${id}`
  const letBe = (person: string, words: string) => world.as(person).post('/names/let-be', { address, words })
  expect((await letBe('imran', 'Zuzanna')).status).toBe(403)
  await letBe('sadia', 'Zuzanna').expect(303)
  const mended = await publicationCheck(world, 'sadia')
  expect(mended.text).not.toContain('“Zuzanna”</label>')
  expect(mended.text).toContain('A pupil’s name stands in the text')
  await letBe('sadia', 'Ozoemena Hughes').expect(303)
  expect((await publicationCheck(world, 'sadia')).text).not.toContain('A pupil’s name stands')
})

test('a recommendation is not sent before its names are answered', async () => {
  const words = { recommendation: 'Let every child choose as Bartek did.', reasons: '', releaseDays: '', cost: '' }
  const drafted = await world
    .as('sadia')
    .post('/groups/reading/recommendations', { ...words, 'names-answer': 'as it is' })
  const told = drafted.headers.location!
  const send = () => world.as('sadia').post(`${told}/sending`, { schools: 'weir' })
  const refused = await send()
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('“Bartek” looks like a pupil’s name')
  await world.as('sadia').post('/names/let-be', { address: told, words: 'Bartek' }).expect(303)
  await send().expect(303)
})

test('nor is a group’s report, nor what the network publishes of the term', async () => {
  await write('short-report', 'reading~hafren-autumn-2026', 'progress', 'This term Kacper and Ozoemena Hughes chose.')
  const term = '/groups/reading/reports/autumn-2026'
  const send = () => world.as('sadia').post(`${term}/sending`, { releaseDays: '' })
  expect((await send()).status).toBe(422)
  const [, owner] = /\/texts\/short-report\/([^"]+)"/.exec((await world.as('sadia').get(term)).text)!
  const address = `/texts/short-report/${owner!.split('/')[0]}`
  await world.as('sadia').post('/names/let-be', { address, words: 'Kacper' }).expect(303)
  expect((await send()).status).toBe(422)
  await world.as('sadia').post('/names/let-be', { address, words: 'Ozoemena Hughes' }).expect(303)
  await send().expect(303)
  const report = await world.as('nia').get('/networks/hafren/reports/autumn-2026')
  expect(report.text).toContain('“Kacper” may be a pupil’s name.')
  expect(report.text).toContain('of the key of Reading by choice')
  expect(report.text).not.toContain('“Ozoemena')
  // Sent off too early, the page stands at an address that nobody can open: what is pressed there leads back to the report.
  const early = await world.as('nia').post('/networks/hafren/reports/autumn-2026/submission')
  expect(early.status).toBe(422)
  expect(early.text).toContain('name="back" value="/networks/hafren/reports/autumn-2026"')
  const network = { address: '/networks/hafren/reports/autumn-2026', words: 'Kacper' }
  await world.as('nia').post('/names/let-be', network).expect(303)
  expect((await world.as('nia').get(network.address)).text).not.toContain('“Kacper” may be')
})
