import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { readWaiting } from '../../src/evidence/files/reading-files.js'
import * as made from '../files/made-files.js'
import { lockedPdf, assembled, pdfOf } from '../files/made-pdfs.js'
import { newWorld } from '../world.js'
import { log } from './real-files.js'

const world = newWorld()
let piece: string
let jpeg: Buffer
let png: Buffer

beforeAll(async () => {
  piece = await log(world.as('sam'), { audience: 'group', whatWeSaw: 'What was there before' })
  jpeg = await made.phonePhoto(200, 160)
  png = await made.plainPicture('png')
})

const send = (name: string, bytes: Buffer) =>
  world.as('sam').send(`/evidence/${piece}/files`).attach('files', bytes, name)

async function refusal(name: string, bytes: Buffer): Promise<string> {
  const answer = await send(name, bytes)
  expect([name, answer.status]).toEqual([name, 422])
  return answer.text
}

/** The file as it was kept, and as it is handed to a colleague. */
async function kept(name: string, bytes: Buffer) {
  const answer = await send(name, bytes)
  expect([name, answer.status]).toEqual([name, 303])
  const row = await world.db
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .selectAll('files')
    .where('evidenceId', '=', piece)
    .orderBy('position', 'desc')
    .executeTakeFirstOrThrow()
  const handed = await world
    .as('huw')
    .get(`/files/${row.id}/${encodeURIComponent(row.name)}`)
    .buffer(true)
  expect(handed.headers['x-content-type-options']).toBe('nosniff')
  expect(handed.headers['content-security-policy']).toContain("default-src 'none'")
  return { row, handed, body: handed.body as Buffer }
}

async function outcomeOf(id: string) {
  await readWaiting(world.house)
  const reading = await world.db
    .selectFrom('fileReadings')
    .selectAll()
    .where('fileId', '=', id)
    .executeTakeFirstOrThrow()
  const text = await world.db
    .selectFrom('readableTexts')
    .select('words')
    .where('fileId', '=', id)
    .where('replacedAt', 'is', null)
    .executeTakeFirst()
  return { outcome: reading.outcome, words: text?.words ?? '' }
}

const script = '<script>alert(document.cookie)</script>'

test('a file that is two things at once is only the one that its name says, and never a page', async () => {
  const pdfAndPage = Buffer.concat([Buffer.from(`%PDF-1.4\n%<html>${script}\n`), pdfOf('Words').subarray(9)])
  const pdf = await kept('form.pdf', pdfAndPage)
  expect(pdf.handed.headers['content-type']).toBe('application/pdf')
  expect(pdf.handed.headers['content-disposition']).toMatch(/^attachment/)
  expect(pdf.handed.headers['content-security-policy']).toMatch(/^sandbox/)

  const gifAndScript = Buffer.from('GIF89a/*\u0001\0\0*/=1;alert(1)//;')
  expect(await refusal('drawing.gif', gifAndScript)).toContain('GIF pictures cannot be added')
  for (const name of ['drawing.jpg', 'drawing.png', 'drawing.webp'])
    expect(await refusal(name, gifAndScript)).toContain('what is inside is not')

  const jpegAndZip = await kept('photo.jpg', Buffer.concat([jpeg, made.zip({ 'page.html': script })]))
  expect(jpegAndZip.body.includes('PK\u0003\u0004')).toBe(false)
  const withScript = await sharp(jpeg)
    .withExif({ IFD0: { ImageDescription: script } })
    .jpeg()
    .toBuffer()
  expect((await kept('described.jpg', withScript)).body.includes('alert')).toBe(false)
  expect(await refusal('page.jpg', made.html)).toContain('not a JPEG picture')
  expect(await refusal('page.png', made.svg)).toContain('not a PNG picture')
  expect(await refusal('drawing.svg', made.svg)).toContain('can carry programs')
  expect(await refusal('note.txt', Buffer.from(`\n ${script}`))).toContain('web page')
  expect(await refusal('plan.docx', Buffer.concat([pdfOf('Words'), made.docx()]))).toContain('not a Word document')
})

test('a PDF that would run or open something is read, and handed on only to be saved', async () => {
  const launching = assembled([
    Buffer.from('<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(cmd.exe)>>/Names<</JavaScript 5 0 R>>>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from(
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 90]/Contents 4 0 R/AA<</O<</S/JavaScript/JS(app.alert\\(1\\))>>>>>>',
    ),
    Buffer.from('<</Length 0>>stream\n\nendstream'),
    Buffer.from('<</Names[(x)<</S/JavaScript/JS(this.submitForm\\("https://example.org"\\))>>]>>'),
  ])
  for (const [name, bytes, outcome] of [
    ['launching.pdf', launching, 'none'],
    ['running.pdf', pdfOf('P07 reads on.'), 'text'],
  ] as const) {
    const { row, handed } = await kept(name, bytes)
    expect(handed.headers['content-disposition']).toMatch(/^attachment/)
    expect((await outcomeOf(row.id)).outcome, name).toBe(outcome)
  }
})

test('archives that swell, entities that multiply and names that lead elsewhere end in a sentence', async () => {
  const swelling = made.docx({
    'word/document.xml': { packed: made.millionsOfSpaces(700), instead: '<w:document/>' },
  })
  expect(swelling.length).toBeLessThan(2_000_000)
  const bomb = await kept('swelling.docx', swelling)
  expect((await outcomeOf(bomb.row.id)).outcome).toBe('failed')

  const entities = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(12)}">`).join('')
  const lol = `<!DOCTYPE w [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${entities}]>`
  const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const words = `<?xml version="1.0"?>${lol}<w:document ${space}><w:body><w:p><w:r><w:t>&e12;&file;</w:t></w:r></w:p></w:body></w:document>`
  for (const [name, bytes] of [
    ['entities.docx', made.docx({ 'word/document.xml': words })],
    ['entities.xlsx', made.xlsx({ 'xl/workbook.xml': `<?xml version="1.0"?>${lol}<workbook>&e12;&file;</workbook>` })],
  ] as const) {
    const { row } = await kept(name, bytes)
    const read = await outcomeOf(row.id)
    expect(read.words.length, name).toBeLessThan(1000)
    expect(read.words).not.toMatch(/root:|hahaha/)
  }

  for (const name of ['../../../tmp/x', '/etc/cron.d/x', 'word\\..\\..\\x', 'C:\\x'])
    expect(await refusal('plan.docx', made.docx({ [name]: 'x' }))).toContain('not a Word document')
  const page = await world.as('sam').get(`/evidence/${piece}`)
  expect(page.text).toContain('What was there before')
  expect(page.text).toMatch(/could not be read/i)
}, 120_000)

test('names that turn round, lead elsewhere, run on or hold control letters become plain names', async () => {
  const note = Buffer.from('Two of them read on.')
  expect(await refusal('photo\u202egpj.exe', note)).toContain('.exe cannot be added')
  expect((await kept('gnp\u202egpj.\u2066txt', note)).row.name).toBe('gnpgpj.txt')
  expect((await kept(`${'ŵ'.repeat(300)}.txt`, note)).row.name).toBe(`${'ŵ'.repeat(100)}.txt`)
  expect((await kept('../../../../etc/passwd.txt', note)).row.name).toBe('passwd.txt')
  expect((await kept('CON.txt', note)).row.name).toBe('_CON.txt')
  // A form with such letters in a name is none; the words that came before are on the page again.
  const bell = await send('bell\u0007 and \u001b[31mred.txt', note)
  expect([bell.status, bell.text.includes('Go back and send it again')]).toEqual([400, true])
  const angle = await kept('<img src=x onerror=alert(1)>.txt', note)
  expect((await world.as('huw').get(`/evidence/${piece}`)).text).not.toContain('<img src=x')
  expect(angle.handed.headers['content-disposition']).toMatch(/^attachment; filename="[^"]+"/)
})

test('what is empty, cut off, far too large or locked is said in words', async () => {
  for (const name of ['nothing.jpg', 'nothing.pdf', 'nothing.docx', 'nothing.mp3'])
    expect(await refusal(name, Buffer.alloc(0))).toContain('There is nothing in this file')
  expect(await refusal('half.jpg', jpeg.subarray(0, jpeg.length / 2))).toContain('damaged or not complete')
  expect(await refusal('half.png', png.subarray(0, png.length - 20))).toContain('damaged or not complete')
  expect(await refusal('half.docx', made.docx().subarray(0, 200))).toContain('not a Word document')
  expect(await refusal('huge.png', await made.pictureThatClaimsTooMuch(30_000))).toContain('50 million dots')
  const ole = Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex')
  expect(await refusal('locked.docx', ole)).toContain('has a password or is in an older format')

  const whole = pdfOf('The first half', 'The second half')
  const half = await kept('half.pdf', whole.subarray(0, whole.length * 0.6))
  expect(['text', 'none', 'failed']).toContain((await outcomeOf(half.row.id)).outcome)
  const locked = await kept('locked.pdf', await lockedPdf())
  expect((await outcomeOf(locked.row.id)).outcome).toBe('locked')
  expect((await world.as('huw').get(`/evidence/${piece}`)).text).toMatch(/password/)
})

test('words that a virus scanner looks for are words, and afterwards the workbench reads on', async () => {
  const pattern = ['X5O!P%@AP[4', '\\PZX54(P^)7CC)7}$', 'EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
  const { row, handed } = await kept('test.txt', Buffer.from(pattern))
  expect(handed.headers['content-disposition']).toMatch(/^attachment/)
  expect(await outcomeOf(row.id)).toEqual({ outcome: 'text', words: pattern })
})
