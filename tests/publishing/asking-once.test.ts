import { beforeAll, expect, test } from 'vitest'
import type { FoundWriteUp } from '../../src/write-ups/write-ups.js'
import { askedAgain, listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'
import { begin, claimFrom, letOut, logPiece, write } from '../write-ups/writing.js'

const world = newWorld()
const listen = listenTo(world.house)
const page = '/groups/reading/write-up'
let writeUp: FoundWriteUp

async function asked(person: string, address: string, status = 200) {
  const browser = world.as(person)
  return listen(async () => expect((await browser.get(address)).status, address).toBe(status))
}

beforeAll(async () => {
  const pieces = [
    await logPiece(world, { title: 'Swapped books', words: 'Two boys swapped their books at break.', picture: true }),
    await logPiece(world, { title: 'Shrugging', words: 'Nobody said why.', by: 'huw' }),
    await logPiece(world, { title: 'Not yet', words: 'A draft.', draft: true }),
  ]
  for (const piece of pieces.slice(0, 2)) await letOut(world, piece)
  await claimFrom(world, 'Choice helps', pieces[0]!, pieces[1]!)
  writeUp = await begin(world)
  const [swapped, shrug] = pieces
  await write(
    world,
    writeUp,
    'summary',
    `See [[${swapped!.label} quote]] and Aled Rees, [[${shrug!.label}]] [@nobody].`,
  )
  await world.as('huw').post(`/write-ups/${writeUp.id}/comments`, { kind: 'comment', words: 'As [@nobody] says.' })
})

test('the page of a write-up asks nothing twice, and no more when the group has logged and written more', async () => {
  const few = await asked('sadia', page)
  expect(askedAgain(few)).toEqual([])
  expect(few.length).toBeLessThanOrEqual(40)

  for (const place of [1, 2, 3]) await logPiece(world, { title: `More ${place}`, words: `Said ${place}.`, by: 'huw' })
  for (const part of ['question', 'context', 'purpose']) await write(world, writeUp, part, 'Words that we edited.')
  expect(await asked('sadia', page)).toHaveLength(few.length)
})

test('so do the page of a part, the whole draft, and the way to publication', async () => {
  const { id } = await world.db
    .selectFrom('writeUpParts')
    .select('id')
    .where('writeUpId', '=', writeUp.id)
    .where('part', '=', 'summary')
    .executeTakeFirstOrThrow()
  for (const address of [`/write-up-parts/${id}`, `${at()}/preview`, `${at()}/submitting`, `${at()}/summary`])
    expect([address, askedAgain(await asked('sadia', address))]).toEqual([address, []])
})

test('so do what was submitted, and what is published', async () => {
  await write(world, writeUp, 'summary', 'What we found.')
  expect((await world.as('sadia').post(`${at()}/submission`)).headers.location).toBe(`${at()}/submission`)
  for (const person of ['sadia', 'nia']) {
    const again = askedAgain(await asked(person, `${at()}/submission`))
    expect([person, again]).toEqual([person, []])
  }
  expect(askedAgain(await asked('sadia', page))).toEqual([])

  const { hash } = await world.db.selectFrom('submissions').select('hash').executeTakeFirstOrThrow()
  const published = await world.as('nia').post(`${at()}/publication`, { hash })
  expect(published.status).toBe(303)
  expect(askedAgain(await asked('sadia', published.headers.location!))).toEqual([])
  expect(askedAgain(await asked('sadia', page))).toEqual([])
})

const at = () => `/write-ups/${writeUp.id}`
