import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { findEvidence } from '../../src/evidence/evidence.js'
import { type ChosenPicture, figureOf } from '../../src/termly-reports/arranging/pictures.js'
import { fileOf } from '../evidence/real-files.js'
import { newWorld } from '../world.js'
import { begin, letOut, logPiece, write, type Logged } from '../write-ups/writing.js'

const world = newWorld()
const page = '/published/write-ups/reading-by-choice'
let piece: Logged
let file: string
let edition: string

async function plain(colour: string, width = 400) {
  const bytes = await sharp({ create: { width, height: 200, channels: 3, background: colour } })
    .png()
    .toBuffer()
  return { name: `${colour}.png`, bytes }
}

const filesAt = () => `/evidence/${piece.id}/files/${file}`
const current = async () => (await fileOf(world, piece.id)).row

async function replace(colour: string, width?: number) {
  const other = await plain(colour, width)
  const sent = await world
    .as('sadia')
    .send(`${filesAt()}/versions`)
    .field('version', (await current()).version)
    .attach('files', other.bytes, other.name)
  expect(sent.status).toBe(303)
}

async function cover(fields: Record<string, string> = {}) {
  const half = { left1: '0', top1: '0', width1: '50', height1: '100' }
  const version = String((await current()).version)
  const sent = await world
    .as('sadia')
    .post(`${filesAt()}/covering`, { version, with: 'colour', original: 'erase', ...half, ...fields })
  expect(sent.status).toBe(303)
}

/** What anybody sees in the published edition: how red, green and blue its left and right are; undefined when nothing. */
async function seenInEdition(): Promise<{ left: number[]; right: number[] } | undefined> {
  const shown = await world.stranger.get(page)
  expect(shown.status).toBe(200)
  const address = /\/published\/files\/[^"]+/.exec(shown.text)?.[0]
  const answer = await world.stranger.get(address ?? `/published/files/${edition}/${file}`).buffer(true)
  if (!address) return void expect(answer.status).toBe(404)
  const { data, info } = await sharp(answer.body as Buffer)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (across: number) => {
    const place = (Math.floor(info.height / 2) * info.width + Math.floor(info.width * across)) * info.channels
    return [...data.subarray(place, place + 3)]
  }
  return { left: at(0.2), right: at(0.8) }
}

const isRed = ([red, green]: number[]) => red! > 150 && green! < 100
const isGreen = ([red, green]: number[]) => red! < 100 && green! > 100

beforeAll(async () => {
  piece = await logPiece(world, { title: 'What we pick up', words: 'Covers, friends, thin books.', picture: true })
  file = (await current()).id
  await replace('red')
  await letOut(world, piece)
  const writeUp = await begin(world)
  await write(world, writeUp, 'summary', `What we saw.\n\n[[${piece.label} picture]]`)
  await world.as('sadia').post(`/write-ups/${writeUp.id}/submission`)
  const { hash } = await world.db.selectFrom('submissions').select('hash').executeTakeFirstOrThrow()
  // Between asking for approval and giving it, the picture is replaced: what was submitted is what is approved.
  await replace('green')
  const waiting = await world.as('nia').get(`/write-ups/${writeUp.id}/submission`)
  const [address] = /\/write-ups\/[^"]+of=submission/.exec(waiting.text)!
  const picture = await world.as('nia').get(address).buffer(true)
  const { dominant } = await sharp(picture.body as Buffer).stats()
  expect(dominant.r).toBeGreaterThan(150)
  expect((await world.as('nia').post(`/write-ups/${writeUp.id}/publication`, { hash })).status).toBe(303)
  edition = (await world.db.selectFrom('editions').select('id').executeTakeFirstOrThrow()).id
})

test('an edition goes on showing the picture as it was published, while the piece and the draft show the new one', async () => {
  const seen = await seenInEdition()
  expect([isRed(seen!.left), isRed(seen!.right)]).toEqual([true, true])
  const draft = await world
    .as('sam')
    .get(/\/write-ups\/\w+\/preview/.exec((await world.as('sam').get('/groups/reading/write-up')).text)![0])
  const [address] = /\/write-ups\/\w+\/files\/\w+/.exec(draft.text)!
  const { dominant } = await sharp((await world.as('sam').get(address).buffer(true)).body as Buffer).stats()
  expect(dominant.g).toBeGreaterThan(100)
  const pdf = await world.stranger.get(`${page}.pdf`).buffer(true)
  expect([pdf.status, pdf.type]).toEqual([200, 'application/pdf'])
})

test('brought back and covered, the picture is covered in the edition too, and cut as it is there', async () => {
  await world.as('sadia').post(`${filesAt()}/versions/2/return`, { version: String((await current()).version) })
  await cover({ leftCrop: '0', topCrop: '0', widthCrop: '100', heightCrop: '50' })
  const seen = await seenInEdition()
  expect([isRed(seen!.left), isRed(seen!.right)]).toEqual([false, true])
  expect((await world.stranger.get(page)).text).toContain('width="400" height="100"')
})

test('when what replaced it is covered and everything before is erased, what is covered stands in the edition', async () => {
  await replace('green', 300)
  await cover()
  const seen = await seenInEdition()
  expect([isRed(seen!.left), isRed(seen!.right), isGreen(seen!.right)]).toEqual([false, false, true])
})

test('a picture in a termly report too is the version that stood when the report was submitted', async () => {
  const found = await findEvidence(world.db, await world.person('sadia'), piece.id)
  const chosen = { piece: found, file: found.files[0]!, alt: '', caption: '' } as ChosenPicture
  expect(figureOf(chosen)[0]!.picture.version).toBe((await current()).version)
})

test('once the file is taken out, the edition holds a sentence and no picture', async () => {
  await world.as('sadia').post(`${filesAt()}/removal`)
  expect(await seenInEdition()).toBeUndefined()
})
