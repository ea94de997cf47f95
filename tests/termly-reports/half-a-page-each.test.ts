import { beforeAll, expect, test } from 'vitest'
import { all, folded, readBack, wordsIn } from '../pdf/reading.js'
import { newWorld } from '../world.js'
import { letOut, logPiece, type Logged } from '../write-ups/writing.js'

// A group's place in the report: a picture of its own, what it found, how sure it is, and what speaks against it.

const world = newWorld()
const report = '/networks/hafren/reports/autumn-2026'
let shown: Logged

async function send(group: string, person: string, learned: string): Promise<void> {
  const body = { body: learned, version: 0 }
  await world.as(person).post(`/texts/short-report/${group}~hafren-autumn-2026/learned`, body).expect(303)
  await world.as(person).post(`/groups/${group}/reports/autumn-2026/sending`, { releaseDays: '' }).expect(303)
}

const preview = async () => (await world.as('nia').get(`${report}/preview`)).text

const place = (page: string) => page.slice(page.indexOf('<h3 id="reading-by-choice"'))

beforeAll(async () => {
  shown = await logPiece(world, { title: 'What we pick up', words: 'Covers, friends.', picture: true })
  await letOut(world, shown)
  await logPiece(world, { title: 'Faces at the shelf', words: 'Nobody was asked yet.', picture: true })
  await send(
    'reading',
    'sadia',
    '**Covers that face outwards are taken first of all.** We are fairly sure. But: thin books are taken too.',
  )
})

test('beside its words stands a picture of its own that anybody may see, and never one that may not be shown', async () => {
  const page = await preview()
  expect(place(page)).toMatch(
    /<figure[^>]*>.*?alt="A hand-drawn chart of what makes children pick up a book".*?What we pick up/s,
  )
  expect(page).not.toContain('Faces at the shelf')
})

test('what it found is seen with how sure it is and what speaks against it', async () => {
  expect(await preview()).toMatch(
    /class="manner-claim"[^>]*>Covers that face outwards[^<]*<\/p>\s*<p class="manner-sure"[^>]*>We are fairly sure\.<\/p>\s*<p[^>]*>But: thin books/,
  )
})

test('on paper the picture is described, and the words that follow stand beside it', async () => {
  const answer = await world.as('nia').get(`${report}.pdf`).buffer(true)
  const reading = await readBack(new Uint8Array(answer.body as Buffer))
  const [figure] = all(reading, 'Figure').filter(({ alt }) => alt?.startsWith('A hand-drawn chart'))
  expect(figure).toBeDefined()
  const claims = all(reading, 'H4').map(one => folded(wordsIn(reading, one)))
  expect(claims.join(' ')).toContain('Covers that face outwards are taken first of all.')
})

test('whoever puts the report together can leave the picture of a group out, and show one again', async () => {
  const nia = world.as('nia')
  expect((await nia.get(report)).text).toMatch(/Leave its picture out<span[^>]*>: Reading by choice/)
  await world.as('sadia').post(`${report}/groups/reading/picture/leaving-out`).expect(404)
  await nia.post(`${report}/groups/number/picture/leaving-out`).expect(404)
  await nia.post(`${report}/groups/reading/picture/leaving-out`).expect(303)
  expect(place(await preview())).not.toContain('<figure class="picture')
  const page = (await nia.get(report)).text
  expect(page).toMatch(/No picture stands beside its words.[^]*Show one again<span[^>]*>: Reading by choice/)
  await nia.post(`${report}/groups/reading/picture/return`).expect(303)
  expect(place(await preview())).toContain('<figure class="picture picture-beside"')
})

test('a picture chosen after that stands there again, and is left out with all that were chosen', async () => {
  const nia = world.as('nia')
  await nia.post(`${report}/groups/reading/picture/leaving-out`).expect(303)
  const { fileId } = await world.db
    .selectFrom('evidenceFiles')
    .select('fileId')
    .where('evidenceId', '=', shown.id)
    .executeTakeFirstOrThrow()
  const chosen = { file: fileId, alt: 'Notes on a wall, chosen by hand', caption: 'Why we pick it up' }
  await nia.post(`${report}/parts/groups/pictures`, chosen).expect(303)
  expect(place(await preview())).toContain('Notes on a wall, chosen by hand')
  await nia.post(`${report}/groups/reading/picture/leaving-out`).expect(303)
  expect(await preview()).not.toContain('Notes on a wall, chosen by hand')
  await nia.post(`${report}/groups/reading/picture/return`).expect(303)
})

test('a group that sent nothing has no picture', async () => {
  await world.db.updateTable('shortReports').set({ sentAt: null }).where('groupId', '=', 'reading').execute()
  expect(await preview()).not.toContain('A hand-drawn chart')
  await world.db.updateTable('shortReports').set({ sentAt: new Date().toISOString() }).execute()
})

test('once the piece is withdrawn, the picture is gone', async () => {
  await world
    .as('sadia')
    .post(`/evidence/${shown.id}/withdrawal`, { reason: 'It was taken without asking.' })
    .expect(303)
  expect(await preview()).not.toContain('A hand-drawn chart')
})
