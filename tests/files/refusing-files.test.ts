import { symlink } from 'node:fs/promises'
import sharp from 'sharp'
import supertest from 'supertest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ENDINGS } from '../../src/files/receiving/rules.js'
import type { Store } from '../../src/files/store.js'
import { type Answer, type Desk, openDesk, type Terms } from './desk.js'
import * as made from './made-files.js'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => {
  expect(desk.failures).toEqual([])
  expect((await desk.everything()).filter(path => path.includes('waiting'))).toEqual([])
  await desk.close()
})

async function send(
  ...files: [name: string, bytes: Buffer][]
): Promise<Answer & { status: number; sentence?: string }> {
  const form = supertest(desk.server).post('/files').field('title', 'Reading corner')
  for (const [name, bytes] of files) void form.attach('files', bytes, { filename: name })
  const answer = await form
  return { status: answer.status, ...(answer.body as Answer) }
}

async function reasonFor(name: string, bytes: Buffer): Promise<string> {
  const { status, files, refused, fields } = await send([name, bytes])
  expect(status).toBe(200)
  expect(files).toEqual([])
  expect(fields.title).toBe('Reading corner')
  expect(refused).toHaveLength(1)
  return refused[0]!.because
}

async function reopen(terms: Partial<Terms>): Promise<void> {
  await desk.close()
  desk = await openDesk(terms)
}

test('endings outside the table are refused, each with what to do instead', async () => {
  expect(await reasonFor('drawing.svg', made.svg)).toMatch(/PNG/)
  expect(await reasonFor('page.html', made.html)).toMatch(/PDF/)
  expect(await reasonFor('all.zip', made.zip({ a: 'b' }))).toMatch(/Unpack/)
  expect(await reasonFor('data.xml', Buffer.from('<a/>'))).toMatch(/CSV/)
  expect(await reasonFor('game.exe', Buffer.from('MZ'))).toMatch(/\.exe cannot be added/)
  expect(await reasonFor('note', Buffer.from('Only words'))).toMatch(/no ending/)
})

test('a name with no ending, one of another program, or one of another kind of picture, gets the ending that its bytes prove', async () => {
  const { files, refused } = await send(
    ['IMG_2041', await made.plainPicture('jpeg')],
    ['scan 12.10.2026', made.pdf],
    ['poster.jpg_large', await made.plainPicture('png')],
    ['photo.jpg', await made.plainPicture('webp')],
    ['IMG_7.heic', await made.plainPicture('jpeg')],
    ['from the web.jfif', await made.plainPicture('jpeg')],
    ['WhatsApp.opus', made.recording('opus.ogg')],
    ['IMG_9.MOV', quickTime()],
  )
  expect(refused).toEqual([])
  expect(files.map(file => [file.name, file.mediaType])).toEqual([
    ['IMG_2041.jpg', 'image/jpeg'],
    ['scan 12.10.2026.pdf', 'application/pdf'],
    ['poster.jpg_large.png', 'image/png'],
    ['photo.webp', 'image/webp'],
    ['IMG_7.jpg', 'image/jpeg'],
    ['from the web.jpg', 'image/jpeg'],
    ['WhatsApp.opus', 'audio/ogg'],
    ['IMG_9.MOV', 'video/mp4'],
  ])
})

/** As an iPhone films: laid out as mp4, under QuickTime’s own brand, with a box that only leaves room (`wide`). */
function quickTime(): Buffer {
  const film = made.recording('camera.mp4')
  const head = film.readUInt32BE(0)
  return Buffer.concat([made.box('ftyp', Buffer.from('qt  \0\0\x02\0qt  ')), film.subarray(head)])
}

test('a picture that moves is refused, since only its first moment would be kept', async () => {
  const frame = (background: string) => ({ create: { width: 40, height: 40, channels: 3 as const, background } })
  const frames = await Promise.all(['#f00', '#00f'].map(colour => sharp(frame(colour)).png().toBuffer()))
  const moving = await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer()
  expect(await reasonFor('cat.webp', moving)).toMatch(/This picture moves/)
})

test('an iPhone’s HEIC picture of too many dots, or with damage inside, is answered with what is wrong, under any name', async () => {
  const words = /more than 50 million dots/
  expect(await reasonFor('IMG_2041.heic', made.iphonePictureThatClaimsTooMuch())).toMatch(words)
  expect(await reasonFor('IMG_2041.jpg', made.iphonePictureThatClaimsTooMuch())).toMatch(words)
  const hurt = Buffer.from(made.iphonePicture)
  hurt.fill(0, hurt.indexOf('mdat') + 4)
  expect(await reasonFor('IMG_2041.heic', hurt)).toMatch(/damaged or not complete/)
})

test('a picture or recording that was cut off is refused in words, wherever it was cut, and never half kept', async () => {
  const words = /A part of this file is missing.*Keep the original/
  for (const part of [0.2, 0.6, 0.95, 0.999]) {
    for (const [name, bytes] of [
      ['IMG_2041.HEIC', made.iphonePicture],
      ['IMG_2041.jpg', made.iphonePicture],
      ['lesson.mp4', made.recording('lesson.mp4')],
      ['camera.mp4', made.recording('camera.mp4')],
      ['memo.m4a', made.recording('memo.m4a')],
      ['lesson.webm', made.recording('lesson.webm')],
    ] as const) {
      const because = await reasonFor(name, bytes.subarray(0, Math.floor(bytes.length * part)))
      expect({ name, part, because }).toEqual({ name, part, because: expect.stringMatching(words) as string })
    }
  }
  expect(await reasonFor('IMG_2041.HEIC', made.heic)).toMatch(words)
  expect(await reasonFor('lesson.mp4', made.mp4WithoutContents)).toMatch(words)
  expect(await reasonFor('memo.m4a', made.mp4WithoutContents)).toMatch(words)
})

test('what is inside counts, not the name', async () => {
  expect(await reasonFor('drawing.png', made.svg)).toMatch(/not a PNG picture/)
  expect(await reasonFor('form.pdf', made.html)).toMatch(/not a PDF/)
  expect(await reasonFor('form.pdf', Buffer.concat([Buffer.from('<b>'), made.pdf]))).toMatch(/not a PDF/)
  expect(await reasonFor('talk.mp3', Buffer.from('MZ'.repeat(500)))).toMatch(/not a sound recording/)
  expect(await reasonFor('lesson.mp4', made.pdf)).toMatch(/not a film/)
  expect(await reasonFor('talk.ogg', made.webm('A_OPUS'))).toMatch(/not a sound recording/)
})

test('of two endings the last one counts', async () => {
  expect(await reasonFor('photo.jpg.exe', await made.plainPicture('jpeg'))).toMatch(/\.exe/)
  expect(await reasonFor('form.pdf.html', made.html)).toMatch(/Web pages/)
  expect(await reasonFor('photo.jpg\u202egnp.exe', made.svg)).toMatch(/\.exe/)
  expect(await reasonFor('page.html.png', made.html)).toMatch(/not a PNG/)
})

test('text must be text, in a way of writing that we can read, and not a web page', async () => {
  expect(await reasonFor('note.txt', made.html)).toMatch(/web page/)
  expect(await reasonFor('note.txt', made.svg)).toMatch(/web page/)
  expect(await reasonFor('note.csv', Buffer.from('\n\n <?xml version="1.0"?><svg/>'))).toMatch(/web page/)
  expect(await reasonFor('note.txt', Buffer.from('\ufeff  <script src=x></script>'))).toMatch(/web page/)
  expect(await reasonFor('note.txt', Buffer.from('MZ\0\0'))).toMatch(/not plain text/)
  expect(await reasonFor('note.txt', made.pdf.subarray(0).fill(1, 9, 12))).toMatch(/not plain text/)
  expect(await reasonFor('note.csv', Buffer.from([0x41, 0x81, 0x8d]))).toMatch(/not plain text/)
  const { refused } = await send(
    ['utf8.txt', Buffer.from('Tŷ ŵyn 5 < 6')],
    ['coding club.txt', Buffer.from('P07 wrote <body> and <script> and asked what they do.')],
    ['utf16.txt', Buffer.from('\ufeffTŷ ŵyn', 'utf16le')],
    ['windows.csv', Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x3b, 0x80, 0x31])],
  )
  expect(refused).toEqual([])
})

test('a zip called a Word document is not one, and neither is the other kind', async () => {
  expect(await reasonFor('plan.docx', made.zip({ 'notes.txt': 'hello' }))).toMatch(/not a Word document/)
  expect(await reasonFor('plan.docx', made.xlsx())).toMatch(/not a Word document/)
  expect(await reasonFor('plan.xlsx', made.docx())).toMatch(/not an Excel workbook/)
  expect(await reasonFor('plan.docx', made.zip({ 'word/document.xml': 'x' }))).toMatch(/not a Word document/)
  expect(await reasonFor('plan.docx', Buffer.concat([made.pdf, made.docx()]))).toMatch(/not a Word document/)
  expect(await reasonFor('plan.docx', Buffer.concat([made.docx(), made.html]))).toMatch(/not a Word document/)
  expect(await reasonFor('plan.docx', made.docx().subarray(0, 80))).toMatch(/not a Word document/)
})

test('macros are refused, also under another name, and so are passwords and archives that swell', async () => {
  expect(await reasonFor('plan.docx', made.docx({ 'word/vbaProject.bin': 'Sub x()' }))).toMatch(/macros/)
  const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml'
  expect(await reasonFor('plan.docx', made.docx({}, macroType))).toMatch(/macros/)
  expect(await reasonFor('plan.docx', Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex'))).toMatch(/password/)
  const swelling = made.docx()
  swelling.writeUInt32LE(0x7fffffff, swelling.indexOf('PK\u0001\u0002', 0, 'latin1') + 24)
  expect(await reasonFor('plan.docx', swelling)).toMatch(/unpacks/)
})

test('a picture that claims 400 million dots is refused before anything is drawn', async () => {
  const bomb = await made.pictureThatClaimsTooMuch()
  expect(bomb.length).toBeLessThan(1000)
  expect((await sharp(bomb, { limitInputPixels: false }).metadata()).width).toBe(20_000)
  expect(await reasonFor('poster.png', bomb)).toMatch(/50 million dots/)
})

test('a damaged picture is refused and the sound ones beside it are kept', async () => {
  const photo = await made.phonePhoto()
  const { files, refused } = await send(['whole.jpg', photo], ['half.jpg', photo.subarray(0, photo.length / 2)])
  expect(files.map(file => file.name)).toEqual(['whole.jpg'])
  expect(refused).toEqual([{ name: 'half.jpg', because: expect.stringMatching(/damaged/) as string }])
})

test.each(ENDINGS)('an empty .%s file is refused with a sentence', async ending => {
  expect(await reasonFor(`nothing.${ending}`, Buffer.alloc(0))).toMatch(/nothing in this file/)
})

test('a picture of 16 MB is refused, what comes before and after it is kept, and so are the words', async () => {
  const large = Buffer.concat([await made.plainPicture('jpeg'), Buffer.alloc(16 * 1024 ** 2, 5)])
  const { files, refused, fields } = await send(['first.pdf', made.pdf], ['large.jpg', large], ['last.csv', made.csv])
  expect(files.map(file => file.name)).toEqual(['first.pdf', 'last.csv'])
  expect(refused).toEqual([{ name: 'large.jpg', because: expect.stringMatching(/larger than 15 MB/) as string }])
  expect(fields.title).toBe('Reading corner')
})

test('plain sound in a film’s wrapping has the limit of sound', async () => {
  const long = Buffer.concat([made.webm('A_OPUS'), Buffer.alloc(51 * 1024 ** 2)])
  expect(await reasonFor('talk.webm', long)).toMatch(/larger than 50 MB/)
})

test('the eleventh file is refused with a sentence, and ten are kept', async () => {
  const eleven = Array.from({ length: 11 }, (_, place): [string, Buffer] => [
    `note ${place + 1}.txt`,
    Buffer.from('words'),
  ])
  const { files, refused } = await send(...eleven)
  expect(files).toHaveLength(10)
  expect(refused).toEqual([
    { name: 'note 11.txt', because: 'Only 10 files can be added at once. Save these, then add the rest.' },
  ])
})

test('forty files are more than any form of ours sends', async () => {
  const forty = Array.from({ length: 40 }, (): [string, Buffer] => ['note.txt', Buffer.from('words')])
  const { status, sentence, fields } = await send(...forty)
  expect(status).toBe(413)
  expect(sentence).toMatch(/far too many files/)
  expect(fields.title).toBe('Reading corner')
  expect(await desk.everything()).toEqual([])
})

test('what does not fit into the group’s room is refused, and what fits after it is kept', async () => {
  await reopen({ roomLeft: 1000 })
  const { files, refused } = await send(
    ['one.txt', Buffer.alloc(600, 'a')],
    ['two.txt', Buffer.alloc(600, 'b')],
    ['three.txt', Buffer.alloc(300, 'c')],
  )
  expect(files.map(file => file.name)).toEqual(['one.txt', 'three.txt'])
  expect(refused).toEqual([{ name: 'two.txt', because: expect.stringMatching(/only 400 bytes of its room/) as string }])
})

test('room taken by a file that was refused in the end is free for the next', async () => {
  await reopen({ roomLeft: 1000 })
  const { files } = await send(['bad.pdf', Buffer.alloc(900, 'a')], ['good.txt', Buffer.alloc(900, 'b')])
  expect(files.map(file => file.name)).toEqual(['good.txt'])
})

test('with the disk nearly full nothing is written, and the words come back', async () => {
  await reopen({ freeReserveBytes: Number.MAX_SAFE_INTEGER })
  const { status, sentence, fields } = await send(['form.pdf', made.pdf])
  expect(status).toBe(507)
  expect(sentence).toMatch(/no room left to store this/)
  expect(fields).toEqual({ title: 'Reading corner' })
  expect(await desk.everything()).toEqual([])
})

test('a disk that fills up half-way is a sentence too, and nothing half stays', async () => {
  let places = 0
  const full = (store: Store): Store => ({
    ...store,
    async waitingPlace() {
      const place = await store.waitingPlace()
      await symlink('/dev/full', place)
      places += 1
      return place
    },
  })
  await reopen({ spoil: full })
  const { status, fields } = await send(['form.pdf', made.pdf], ['more.pdf', made.pdf])
  expect(status).toBe(507)
  expect(places).toBe(1)
  expect(fields).toEqual({ title: 'Reading corner' })
  expect(await desk.everything()).toEqual([])
})
