import sharp from 'sharp'
import { expect, test } from 'vitest'
import { quickLoggingFor } from '../../src/captures/quick-logging.js'
import { newWorld } from '../world.js'
import { fileOf, log, pieceRow, real } from './real-files.js'

const world = newWorld()

test('the page asks for words or a photo, and has filled in the rest', async () => {
  const page = await world.as('sadia').get('/groups/reading/evidence/new')
  expect(page.status).toBe(200)
  expect(page.text).toContain('capture="environment"')
  expect(page.text).toMatch(/value="st-davids" selected/)
  expect(page.text).toMatch(/value="evidence" selected/)
  expect(page.text).toContain('Deputy head, 01632 960103')
  expect(page.text).toContain('Save, only for me')
})

test('a sentence alone becomes a draft with a title, a kind, a school, a day and a number', async () => {
  const id = await log(world.as('sadia'), { whatWeSaw: 'Jac chose a book by its spine. Then he put it back.' })
  const piece = await pieceRow(world, id)
  expect(piece).toMatchObject({ title: 'Jac chose a book by its spine', kind: 'observation', stage: 'evidence' })
  expect(piece.sharedWithGroupAt).toBeNull()
  const page = await world.as('sadia').get(`/evidence/${id}`)
  expect(page.text).toContain('Share with the group')
  expect(page.text).toContain('St David’s Church Primary')
})

test('photo, PDF, sound, interview and table come in together, and the photo lies upright without its place', async () => {
  const files = [real.photo, real.form, real.sound, real.interview, real.ages]
  const id = await log(world.as('sam'), { whatWeSaw: '', audience: 'group' }, files)
  expect(await pieceRow(world, id)).toMatchObject({ kind: 'photograph' })
  const page = await world.as('sadia').get(`/evidence/${id}`)
  expect(page.text).toMatch(/<audio [^>]*controls/)
  expect(page.text).toContain('INTERVIEW WITH A TEACHING ASSISTANT')
  expect(page.text).toContain('<th scope="col">Code</th>')
  const { address, thumbnail } = await fileOf(world, id)
  const picture = await world.as('sadia').get(address).buffer(true)
  expect(picture.headers['content-type']).toBe('image/jpeg')
  expect((await sharp(picture.body as Buffer).metadata()).exif).toBeUndefined()
  expect((await world.as('sadia').get(thumbnail)).headers['content-type']).toBe('image/webp')
})

test('that nobody can be recognised is said while logging, and an empty form for the next piece follows', async () => {
  const browser = world.as('sadia')
  const said = { whatWeSaw: 'A page about the storm', nobody: 'yes', another: 'yes', audience: 'group' }
  let form = browser.send('/groups/reading/evidence')
  for (const [name, value] of Object.entries(said)) form = form.field(name, value)
  const answer = await form.attach('files', real.photo.bytes, real.photo.name)
  expect(answer.headers.location).toBe('/groups/reading/evidence/new?another=yes')
  const next = await browser.get(String(answer.headers.location))
  expect(next.text).toContain('Your group can see it.')
  expect(next.text).toMatch(/name="another" type="checkbox" value="yes" checked/)
  expect(next.text).not.toContain('A page about the storm')
  const piece = await world.db
    .selectFrom('evidence')
    .innerJoin('consents', 'consents.evidenceId', 'evidence.id')
    .select(['consents.who', 'consents.recordedBy'])
    .orderBy('evidence.loggedAt', 'desc')
    .executeTakeFirstOrThrow()
  expect(piece).toEqual({ who: 'no one', recordedBy: 'sadia' })
})

test('the same capture sent twice gives one piece', async () => {
  const capture = 'phone-of-sadia-0001'
  const first = await log(world.as('sadia'), { capture, whatWeSaw: 'Sent from the corridor' }, [real.photo])
  const again = await log(world.as('sadia'), { capture, whatWeSaw: 'Sent from the corridor' }, [real.photo])
  expect(again).toBe(first)
  const together = await Promise.all(
    [1, 2, 3].map(() => log(world.as('sadia'), { capture: 'phone-of-sadia-0002', whatWeSaw: 'Pressed three times' })),
  )
  expect(new Set(together).size).toBe(1)
})

test('numbers run without a gap, however many log at once', async () => {
  const ids = await Promise.all(
    Array.from({ length: 8 }, (_, place) => log(world.as(place % 2 ? 'gwen' : 'bilal'), {}, [], 'talk')),
  )
  const rows = await world.db.selectFrom('evidence').select('number').where('id', 'in', ids).orderBy('number').execute()
  expect(rows.map(row => row.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('ten files come in; of eleven the last is named, and nothing is lost', async () => {
  const ten = Array.from({ length: 10 }, (_, place) => ({
    name: `note-${place}.txt`,
    bytes: Buffer.from(`Note ${place}`),
  }))
  const id = await log(world.as('sam'), { audience: 'group' }, ten)
  expect((await world.as('sam').get(`/evidence/${id}`)).text).toContain('note-9.txt')

  const browser = world.as('sam')
  const eleven = await log(browser, { audience: 'group' }, [...ten, { name: 'note-10.txt', bytes: Buffer.from('x') }])
  const page = await browser.get(`/evidence/${eleven}`)
  expect(page.text).toContain('note-10.txt: Only 10 files can be added at once')
  expect(page.text).toContain('draft that only you can see')
  expect((await pieceRow(world, eleven)).sharedWithGroupAt).toBeNull()
})

test('a drawing that could run is refused by name, while the good photo and the words stay', async () => {
  const browser = world.as('huw')
  const svg = { name: 'drawing.svg', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') }
  const id = await log(browser, { whatWeSaw: 'Kept' }, [svg, real.photo])
  const page = await browser.get(`/evidence/${id}`)
  expect(page.text).toContain('drawing.svg: SVG drawings can carry programs')
  expect((await fileOf(world, id)).row.name).toBe(real.photo.name)
})

test('nothing at all is asked for again; only a bad file says why', async () => {
  const empty = await world.as('sadia').send('/groups/reading/evidence').field('whatWeSaw', ' ').field('title', '')
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('Say what you saw, or add a photo or a file')
  const bad = await world.as('sadia').send('/groups/reading/evidence').attach('files', Buffer.from('x'), 'virus.exe')
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('Files that end in .exe cannot be added')
})

test.each([
  ['2026-02-30', 'Enter a date that is in the calendar'],
  ['yesterday', 'Enter a date that is in the calendar'],
  ['', 'Say on which day you gathered it'],
  ['1066-10-14', 'Enter a date between 1950 and 2100'],
  ['2099-01-01', 'This day is still to come'],
])('the day “%s” comes back with its sentence and every word kept', async (gatheredOn, sentence) => {
  const fields = { whatWeSaw: 'Wörds to keep', gatheredOn, title: 'My title', kind: 'pupil-work' }
  let form = world.as('sadia').send('/groups/reading/evidence')
  for (const [name, value] of Object.entries(fields)) form = form.field(name, value)
  const page = await form
  expect(page.status).toBe(422)
  expect(page.text).toContain(sentence)
  expect(page.text).toContain('Wörds to keep')
  expect(page.text).toContain('value="My title"')
  expect(page.text).toMatch(/<details class="later" open>/)
})

test('without JavaScript a bad day does not cost the photo: a draft holds it while the words are mended', async () => {
  const browser = world.as('sadia')
  const page = await browser
    .send('/groups/reading/evidence')
    .field('whatWeSaw', 'The display after half term')
    .field('gatheredOn', '2099-01-01')
    .attach('photo', real.photo.bytes, real.photo.name)
  expect(page.status).toBe(422)
  expect(page.text).toContain('This day is still to come')
  expect(page.text).toMatch(/Your 1 file is safe/)
  const address = /action="(\/evidence\/\w+\/edit)"/.exec(page.text)![1]!
  const mended = {
    whatWeSaw: 'The display',
    title: '',
    kind: 'photograph',
    stage: 'evidence',
    gatheredOn: '2026-11-02',
    version: 1,
  }
  expect((await browser.post(address, mended)).status).toBe(303)
  expect((await browser.get(address.replace('/edit', ''))).text).toContain('piece-picture')
})

test('sent by the page itself, the answers are JSON', async () => {
  const json = () => world.as('sadia').send('/groups/reading/evidence').set('Accept', 'application/json')
  const saved = await json().field('whatWeSaw', 'By fetch').attach('files', real.photo.bytes, real.photo.name)
  expect(saved.status).toBe(201)
  expect((saved.body as { location: string }).location).toMatch(/^\/evidence\/\w+$/)
  const refused = await json().field('whatWeSaw', 'By fetch').field('gatheredOn', 'soon')
  expect(refused.status).toBe(422)
  expect((refused.body as { errors: Record<string, string> }).errors.gatheredOn).toContain('calendar')
})

test('who is not in the group cannot log, and nothing of theirs reaches the disk', async () => {
  const attempt = (person: string) =>
    world.as(person).send('/groups/reading/evidence').field('whatWeSaw', 'x').attach('files', real.photo.bytes, 'a.jpg')
  expect((await attempt('ruth')).status).toBe(404)
  expect((await attempt('nia')).status).toBe(403)
  expect((await attempt('fiona')).status).toBe(403)
  expect((await attempt('alex')).status).toBe(404)
  expect((await world.as('nia').get('/groups/reading/evidence/new')).status).toBe(403)
  expect((await world.as('eleri').send('/groups/bilingual/evidence').field('whatWeSaw', 'late')).status).toBe(403)
})

test('the box on Your day logs in two taps and a few words, into the group used last', async () => {
  const bilal = await world.person('bilal')
  const quick = (await quickLoggingFor(world.db, bilal))!
  expect(quick.groups.map(group => group.value).sort()).toEqual(['reading', 'talk'])
  expect(quick.groups[0]!.value).toBe('talk')
  const answer = await world
    .as('bilal')
    .send(quick.address)
    .field('capture', quick.capture)
    .field('group', 'reading')
    .field('whatWeSaw', 'Four of them asked for the trolley')
    .attach('files', real.chart.bytes, real.chart.name)
  expect(answer.status).toBe(303)
  const id = String(answer.headers.location).replace('/evidence/', '')
  expect(await pieceRow(world, id)).toMatchObject({ groupId: 'reading', stage: 'evidence', kind: 'photograph' })

  expect(await quickLoggingFor(world.db, await world.person('alys'))).toBeUndefined()
  const nowhere = await world.as('alys').send('/evidence').field('whatWeSaw', 'I saw something')
  expect(nowhere.status).toBe(403)
  expect(nowhere.text).toContain('You are not in an enquiry group yet')
  const elsewhere = await world.as('bilal').send('/evidence').field('group', 'outdoors').field('whatWeSaw', 'x')
  expect(elsewhere.status).toBe(404)
})

test('the choice of last time stands first', async () => {
  await log(world.as('zofia'), { audience: 'group' })
  const page = await world.as('zofia').get('/groups/reading/evidence/new')
  expect(page.text.indexOf('Save and show my group')).toBeLessThan(page.text.indexOf('Save, only for me'))
})

test('history names the number, and says nothing of a draft', async () => {
  const history = (await world.history('reading')).filter(line => line.aboutKind === 'evidence')
  expect(history.some(line => /^logged evidence E\d+ and shared it with the group$/.test(line.did))).toBe(true)
  expect(JSON.stringify(history)).not.toContain('Jac')
})
