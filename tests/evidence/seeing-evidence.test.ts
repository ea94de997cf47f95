import { beforeAll, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { evidenceByNumber } from '../../src/evidence/evidence.js'
import { piecesFor } from '../../src/evidence/listing/cards.js'
import { recordConsent } from '../../src/evidence/consent/consent.js'
import { findEvidence } from '../../src/evidence/evidence.js'
import { shareOutside, shareWithNetwork } from '../../src/evidence/sharing/sharing.js'
import { newWorld } from '../world.js'
import { fileOf, log, pieceRow, real } from './real-files.js'

const world = newWorld()
const pieces = { draft: '', group: '', network: '', outside: '' }

beforeAll(async () => {
  const sadia = await world.person('sadia')
  const photo = [real.photo]
  pieces.draft = await log(world.as('sadia'), { whatWeSaw: 'Only mine' }, photo)
  pieces.group = await log(world.as('sadia'), { whatWeSaw: 'For the group', audience: 'group' }, photo)
  pieces.network = await log(world.as('sadia'), { whatWeSaw: 'For the network', audience: 'group' }, photo)
  pieces.outside = await log(world.as('sadia'), { whatWeSaw: 'For Fiona too', audience: 'group' }, photo)
  const nobody = { who: 'no one', audience: 'public', givenBy: '', givenOn: '2026-11-20', wording: '' } as const
  for (const id of [pieces.network, pieces.outside])
    await inOne(world.db, async trx => recordConsent(trx, await findEvidence(trx, sadia, id), sadia, nobody))
  await inOne(world.db, async trx => shareWithNetwork(trx, await findEvidence(trx, sadia, pieces.network), sadia))
  await inOne(world.db, async trx => shareOutside(trx, await findEvidence(trx, sadia, pieces.outside), sadia))
})

// PRODUCT §2, for a piece in each state: its author, a volunteer, network leaders and heads, outsiders of every kind.
const seenBy: Record<keyof typeof pieces, string[]> = {
  draft: ['sadia'],
  group: ['sadia', 'sam', 'bilal', 'huw', 'zofia'],
  network: ['sadia', 'sam', 'bilal', 'huw', 'zofia', 'nia', 'tomasz', 'joanna', 'mair', 'alys', 'kasia'],
  outside: ['sadia', 'sam', 'bilal', 'huw', 'zofia', 'fiona'],
}
const everybody = [...new Set([...Object.values(seenBy).flat(), 'dilys', 'ruth', 'yusra', 'bridie', 'alex'])]

test.each(Object.keys(pieces) as (keyof typeof pieces)[])(
  'a piece for the %s, its file and its thumbnail exist for those who may see it and for nobody else',
  async state => {
    const { address, thumbnail, row } = await fileOf(world, pieces[state])
    const small = `/files/${row.id}/small/a.jpg`
    for (const person of everybody) {
      const expected = seenBy[state].includes(person) ? 200 : 404
      for (const at of [`/evidence/${pieces[state]}`, address, thumbnail, small])
        expect([person, at, (await world.as(person).get(at)).status]).toEqual([person, at, expected])
    }
    expect((await world.stranger.get(`/evidence/${pieces[state]}`)).status).toBe(303)
    expect((await world.stranger.get(address)).status).not.toBe(200)
  },
)

test('lists, downloads, cards and numbers keep to the same', async () => {
  const titles = ['Only mine', 'For the group', 'For the network', 'For Fiona too']
  const seen: Record<string, string[]> = {
    sadia: titles,
    sam: titles.slice(1),
    nia: ['For the network'],
    joanna: ['For the network'],
    fiona: ['For Fiona too'],
  }
  for (const [person, expected] of Object.entries(seen)) {
    for (const end of ['', '.csv', '?words=for']) {
      const list = await world.as(person).get(`/groups/reading/evidence${end}`)
      expect(list.status).toBe(200)
      for (const title of titles)
        if (end !== '?words=for' || title !== 'Only mine')
          expect([person, end, title, list.text.includes(title)]).toEqual([
            person,
            end,
            title,
            expected.includes(title),
          ])
    }
    const cards = await piecesFor(world.db, await world.person(person), Object.values(pieces))
    expect(cards.map(card => card.title)).toEqual(expected)
  }
  expect((await world.as('ruth').get('/groups/reading/evidence')).status).toBe(404)
  expect((await world.as('ruth').get('/groups/reading/evidence.csv')).status).toBe(404)
  const { number } = await pieceRow(world, pieces.draft)
  expect(await evidenceByNumber(world.db, await world.person('sam'), 'reading', number)).toBeUndefined()
  expect((await evidenceByNumber(world.db, await world.person('sadia'), 'reading', number))?.id).toBe(pieces.draft)
})

test('who leaves the group stops seeing its evidence at the next click', async () => {
  const browser = world.as('zofia')
  const { address } = await fileOf(world, pieces.group)
  expect((await browser.get(address)).status).toBe(200)
  const left = { leftAt: '2026-11-21T10:00:00.000Z' }
  await world.db
    .updateTable('groupPeople')
    .set(left)
    .where('personId', '=', 'zofia')
    .where('groupId', '=', 'reading')
    .execute()
  expect((await browser.get(`/evidence/${pieces.group}`)).status).toBe(404)
  expect((await browser.get(address)).status).toBe(404)
  expect((await browser.get(`/evidence/${pieces.network}`)).status).toBe(200)
})

test('a facilitator whose time is over sees nothing more', async () => {
  const browser = world.as('fiona')
  expect((await browser.get(`/evidence/${pieces.outside}`)).status).toBe(200)
  const over = { until: '2026-01-31' }
  await world.db
    .updateTable('groupPeople')
    .set(over)
    .where('personId', '=', 'fiona')
    .where('groupId', '=', 'reading')
    .execute()
  expect((await browser.get(`/evidence/${pieces.outside}`)).status).toBe(404)
})

test('a document is handed over to be saved, never to be opened here', async () => {
  const id = await log(world.as('sam'), { audience: 'group' }, [real.form])
  const { address } = await fileOf(world, id)
  const answer = await world.as('sadia').get(address)
  expect(answer.headers['content-disposition']).toMatch(/^attachment/)
  expect(answer.headers['content-security-policy']).toContain('sandbox')
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
})
