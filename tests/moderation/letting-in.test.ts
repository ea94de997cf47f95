import { describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { newWorld } from '../world.js'

const world = newWorld()
const all = '/networks/hafren/moderation'

async function prepared(title: string): Promise<string> {
  const made = await world
    .as('sam')
    .post(all, { title, about: 'Words of the round', judgeBy: '2099-12-11' })
    .expect(303)
  return made.get('location')!
}

describe('somebody who is not asked', () => {
  test('knows that there is a round, asks to be let in, and is told yes', async () => {
    const address = await prepared('Recounts in Year 4')
    const list = (await world.as('huw').get(all)).text
    expect(list).toContain('Recounts in Year 4')
    expect(list).toContain(`${address}/wish`)
    expect((await world.as('huw').get(address)).status).toBe(404)
    for (const person of ['ruth', 'dilys', 'fiona'])
      expect((await world.as(person).get(`${address}/wish`)).status).toBe(404)
    expect((await world.as('huw').get(`${address}/wish`)).text).toContain('says yes or no')
    await world.as('huw').post(`${address}/wish`, { word: 'I teach Year 4 too.' }).expect(303)
    expect((await world.as('huw').get(all)).text).toContain('You have asked Sam')
    await world.posted()
    expect(world.letters.some(one => one.subject.includes('asks to judge'))).toBe(true)
    expect((await world.as('sam').get('/')).text).toContain('asks to judge in')
    expect((await world.as('sam').get(address)).text).toContain('I teach Year 4 too.')
    await world.as('sam').post(`${address}/wishes/huw`, { answer: 'yes', word: '' }).expect(303)
    expect((await world.as('huw').get(address)).status).toBe(200)
    await world.posted()
    expect(world.letters.at(-1)!.subject).toContain('Yes: Recounts')
    await world.as('sam').post(`${address}/wishes/huw`, { answer: 'no', word: '' }).expect(404)
  })

  test('is told no with a word, can ask again, and only the leader answers', async () => {
    const address = await prepared('Letters home')
    await world.as('kasia').post(`${address}/wish`, { word: '' }).expect(303)
    expect((await world.as('nia').post(`${address}/wishes/kasia`, { answer: 'yes', word: '' })).status).toBe(404)
    await world.as('sam').post(`${address}/wishes/kasia`, { answer: 'no', word: 'We are enough.' }).expect(303)
    expect((await world.as('kasia').get(address)).status).toBe(404)
    const list = (await world.as('kasia').get(all)).text
    expect(list).toContain('We are enough.')
    expect(list).toContain('Ask again')
    await world.as('kasia').post(`${address}/wish`, { word: 'Please' }).expect(303)
    expect((await world.as('sam').get(address)).text).toContain('Please')
  })
})

test('a day that is over is refused, but one that was set long ago can stay', async () => {
  const late = await world.as('sam').post(all, { title: 'Too late', about: '', judgeBy: '2026-01-05' })
  expect([late.status, late.text.includes('This day is over')]).toEqual([422, true])
  const address = await prepared('Stories')
  const id = address.split('/').at(-1)!
  await world.db.updateTable('moderationRounds').set({ judgeBy: '2026-01-05' }).where('id', '=', id).execute()
  await world.as('sam').post(address, { title: 'Stories, Year 5', about: '', judgeBy: '2026-01-05' }).expect(303)
  expect((await world.as('sam').post(address, { title: 'x', about: '', judgeBy: '2026-01-06' })).status).toBe(422)
})

test('faces in a picture that was brought for a round are covered, and what was there is gone', async () => {
  const address = await prepared('Posters')
  await world.as('sam').post(`${address}/judges`, { person: 'gwen' }).expect(303)
  const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#ff0000' } })
    .jpeg()
    .toBuffer()
  let form = world.as('sam').send(`${address}/pieces/files`)
  const words = { title: 'A poster', words: '', alt: 'A red poster', school: 'weir', seen: 'no one', givenBy: '' }
  for (const [name, value] of Object.entries({ ...words, goesTo: 'judges', endsOn: '', nameless: 'yes' }))
    form = form.field(name, value)
  await form.attach('files', picture, 'poster.jpg').expect(303)
  const { pieceId, fileId } = await world.db
    .selectFrom('moderationFiles')
    .select(['pieceId', 'fileId'])
    .executeTakeFirstOrThrow()
  const piece = `${address}/pieces/${pieceId}`
  const covering = `${piece}/files/${fileId}/covering`
  const before = await world.db.selectFrom('files').selectAll().where('id', '=', fileId).executeTakeFirstOrThrow()
  expect((await world.as('sam').get(piece)).text).toContain(covering)
  expect((await world.as('gwen').get(piece)).text).not.toContain(covering)
  expect((await world.as('gwen').get(covering)).status).toBe(403)
  expect((await world.as('huw').get(covering)).status).toBe(404)
  expect((await world.as('sam').get(covering)).text).toContain('Part 1 to cover')
  const { version } = before
  const nothing = await world.as('sam').post(covering, { version, with: 'colour' })
  expect([nothing.status, nothing.text.includes('Say which part to cover')]).toEqual([422, true])
  const area = { left1: '0', top1: '0', width1: '50', height1: '100' }
  await world
    .as('sam')
    .post(covering, { version, with: 'colour', ...area })
    .expect(303)
  const sent = await world.as('gwen').get(`${piece}/files/${fileId}/poster.jpg`).buffer()
  const { data, info } = await sharp(sent.body as Buffer)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const red = (x: number) => data[(150 * info.width + x) * info.channels]!
  expect([red(100) < 80, red(300) > 200]).toEqual([true, true])
  await world.posted()
  expect(await world.house.store.size(before.storedAs)).toBeUndefined()
  const versions = await world.db.selectFrom('fileVersions').selectAll().where('fileId', '=', fileId).execute()
  expect(versions.filter(one => one.erasedAt === null)).toHaveLength(1)
})
