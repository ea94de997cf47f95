import { expect, test } from 'vitest'
import { bringUpToDate } from '../../src/search/keeping.js'
import { brought } from '../../src/rooms.js'
import { newWorld } from '../world.js'
import { codeWords, putCode, putWords, takeStep } from './coding-world.js'

const { searchables } = brought

const world = newWorld()
const words = 'They do not choose at all. They take the one facing out. I timed it once. Eleven seconds for most.'

async function begin(name: string) {
  const talk = await putCode(world, `${name} talk`)
  const time = await putCode(world, `${name} time`)
  const piece = await putWords(world, words)
  await codeWords(world, piece, 'They do not choose at all.', [talk])
  await codeWords(world, piece, 'I timed it once. Eleven seconds for most.', [time])
  const sent = await world.as('sadia').post('/groups/reading/readings', {
    secondReader: 'sam',
    why: 'Do we mean the same?',
    pieces: piece.id,
    codes: [talk.id, time.id],
  })
  expect(sent.status).toBe(303)
  return { talk, time, piece, address: sent.get('location')! }
}

async function readBlind(piece: { id: string; textId: string }, from: number, code: { id: string }) {
  const sent = await world.as('sam').post(`/evidence/${piece.id}/codings`, { text: piece.textId, from, codes: code.id })
  expect(sent.status).toBe(303)
}

test('the second reader finds nothing of the first in any page, count, download, log or live answer', async () => {
  const { talk, time, piece, address } = await begin('hidden')
  const everywhere = [
    `/evidence/${piece.id}`,
    `/evidence/${piece.id}/coding`,
    `/evidence/${piece.id}/coding/now`,
    `/codes/${talk.id}`,
    `/codes/${time.id}/passages.csv`,
    address,
  ]
  for (const page of everywhere) {
    const { text } = await world.as('sam').get(page)
    expect([page, /“They do not choose at all\.”|passage-mark|Eleven seconds for most\.,/.test(text)]).toEqual([
      page,
      false,
    ])
    expect([page, text.includes('1 passage')]).toEqual([page, false])
  }
  expect((await world.as('sam').get(`/codes/${talk.id}`)).text).toContain('0 passages')
  expect((await world.as('sam').get('/groups/reading/coding/history')).text).not.toContain(`E${piece.number} `)
  expect((await world.as('huw').get(`/codes/${talk.id}`)).text).toContain('1 passage')

  await bringUpToDate(world.db, searchables)
  for (const person of ['sam', 'huw']) {
    const found = (await world.as(person).get('/search?q=%22Eleven+seconds%22&kind=passage')).text
    expect([person, found.includes(`#passage`) || found.includes('class="hits"')]).toEqual([person, false])
  }

  const before = (await world.as('sam').get(`/evidence/${piece.id}/coding/now`)).get('ETag')!
  await codeWords(world, piece, 'They take the one facing out.', [time], 'huw')
  const after = await world.as('sam').get(`/evidence/${piece.id}/coding/now`).set('If-None-Match', before)
  expect(after.status).toBe(304)
})

test('nor does the first, or anybody, find the second’s until both are done', async () => {
  const { talk, piece, address } = await begin('other way')
  await readBlind(piece, 1, talk)
  for (const person of ['sadia', 'huw']) {
    expect((await world.as(person).get(`/codes/${talk.id}`)).text).toContain('1 passage')
    expect((await world.as(person).get(`/evidence/${piece.id}/coding`)).text).not.toContain(
      '“They take the one facing out.”',
    )
    expect((await world.as(person).get('/groups/reading/coding/history')).text).not.toContain(
      `${(await world.person('sam')).name} coded E${piece.number}`,
    )
  }
  expect((await world.as('sam').get(`/evidence/${piece.id}/coding`)).text).toContain('“They take the one facing out.”')
  await world.as('sadia').post(`${address}/done`)
  expect((await world.as('sadia').get(address)).text).not.toContain('How far you agree')
  expect((await world.as('sadia').get(`${address}/comparison.csv`)).status).toBe(409)
})

test('while it goes on, its codes stay as they are, and the second reader makes no new ones', async () => {
  const { talk, time, piece } = await begin('kept')
  expect((await world.as('huw').post(`/codes/${talk.id}/merging`, { into: time.id })).status).toBe(409)
  expect((await world.as('huw').post(`/codes/${talk.id}/retirement`)).status).toBe(409)
  const fresh = await world
    .as('sam')
    .post(`/evidence/${piece.id}/codings`, { text: piece.textId, from: 0, newCode: 'mine' })
  expect(fresh.status).toBe(409)
  expect(fresh.text).toContain('the codes stay as they are')
  const twice = await world
    .as('sadia')
    .post('/groups/reading/readings', { secondReader: 'sam', pieces: piece.id, codes: talk.id })
  expect(twice.status).toBe(409)
})

test('when both are done, agreement and differences show, are settled, talked about and undone', async () => {
  const { talk, time, piece, address } = await begin('compared')
  await readBlind(piece, 0, talk)
  await readBlind(piece, 1, talk)
  await readBlind(piece, 2, time)
  await takeStep(world, 'sam')
  await takeStep(world, 'sam', 'redo')
  await world.as('sadia').post(`${address}/done`)
  await world.as('sam').post(`${address}/done`)
  const page = await world.as('huw').get(address)
  expect(page.text).toContain('4 sentences in 1 text')
  expect(page.text).toContain('0.50')
  expect(page.text).toContain('0 of 2 settled')
  const csv = await world.as('huw').get(`${address}/comparison.csv`)
  expect(csv.text).toContain('"compared talk",1,0,1,2,"75 %","0.50"')
  expect((await world.as('sam').get(`/evidence/${piece.id}/coding`)).text).toContain('“They do not choose at all.”')
  expect((await world.as('sam').get(`${address}?unit=characters`)).text).toContain('The unit is the character')

  const [first, second] = [...page.text.matchAll(/id="difference-(\w+)"/g)].map(one => one[1]!)
  await world.as('sam').post(`${address}/differences/${first}/remarks`, { words: 'Facing out is a way of talking' })
  await world.as('sam').post(`${address}/differences/${first}`, { resolution: 'second' })
  await world.as('sam').post(`${address}/differences/${second}`, { resolution: 'second' })
  const settled = await world.as('huw').get(address)
  expect(settled.text).toContain('2 of 2 settled')
  expect(settled.text).toContain('Facing out is a way of talking')
  expect(settled.text).toContain('0.50')
  const coding = await world.as('huw').get(`/evidence/${piece.id}/coding`)
  expect(coding.text).toContain('“They take the one facing out.”')
  expect(coding.text).toContain('“I timed it once.”')
  expect(coding.text).not.toContain('“I timed it once. Eleven seconds for most.”')
  await takeStep(world, 'sam')
  expect((await world.as('huw').get(address)).text).toContain('1 of 2 settled')
  expect((await world.as('huw').get(`/evidence/${piece.id}/coding`)).text).toContain(
    '“I timed it once. Eleven seconds for most.”',
  )
})

test('a withdrawn piece is not compared any more, and outside the group there is no reading', async () => {
  const { talk, piece, address } = await begin('withdrawn')
  await readBlind(piece, 1, talk)
  await world.as('sadia').post(`${address}/done`)
  await world.as('sam').post(`${address}/done`)
  await world.as('sadia').post(`/evidence/${piece.id}/withdrawal`, { reason: 'A parent asked.' })
  const page = await world.as('sadia').get(address)
  expect(page.text).toContain('nothing to compare')
  expect(page.text).not.toContain('facing out')
  for (const person of ['nia', 'tomasz', 'imran', 'fiona', 'alex'])
    expect((await world.as(person).get(address)).status).toBe(404)
})

test('stopped, it leaves the group’s coding as it was', async () => {
  const { talk, piece, address } = await begin('stopped')
  await readBlind(piece, 1, talk)
  expect((await world.as('huw').post(`${address}/stopping`)).status).toBe(403)
  await world.as('sam').post(`${address}/stopping`)
  const page = await world.as('sam').get(`/evidence/${piece.id}/coding`)
  expect(page.text).toContain('“They do not choose at all.”')
  expect(page.text).not.toContain('“They take the one facing out.”')
})
