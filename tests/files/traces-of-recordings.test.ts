import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import supertest from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blankTraces } from '../../src/files/traces/blanking.js'
import { windowsForThisFile } from '../browser.js'
import { bytesIn } from './bytes-in.js'
import { type Answer, type Desk, openDesk } from './desk.js'
import * as made from './made-files.js'

const windows = windowsForThisFile()
let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(async () => {
  expect(desk.failures).toEqual([])
  await desk.close()
})

async function send(name: string, bytes: Buffer): Promise<Answer> {
  return (await supertest(desk.server).post('/files').attach('files', bytes, name)).body as Answer
}

async function stored(name: string, bytes: Buffer): Promise<Buffer> {
  const { files, refused } = await send(name, bytes)
  expect(refused).toEqual([])
  const kept = await bytesIn(desk.store, files[0]!.storedAs)
  expect(files[0]!.bytes).toBe(kept.length)
  return kept
}

const telling = /Jac|Nia|class 4|4153|0829|Ysgol|Places|Lavf|SoundHandler|SecretPhone/

const recordings = ['spoken.mp3', 'opus.ogg', 'vorbis.ogg', 'memo.m4a', 'lesson.mp4', 'camera.mp4', 'lesson.webm']

test.each(recordings)('%s loses title, names and place, and plays as before', async name => {
  const sent = made.recording(name)
  expect(sent.toString('latin1')).toMatch(telling)
  const { files } = await send(name, sent)
  const kept = await bytesIn(desk.store, files[0]!.storedAs)
  expect(kept.toString('latin1')).not.toMatch(telling)
  const page = await (await windows.open()).newPage()
  // Opened on its own, the browser makes a page with a player around it.
  await page.goto(`http://127.0.0.1:${desk.port}/files/${files[0]!.id}`)
  const seconds = await page.evaluate(
    () =>
      new Promise<number | string>(resolve => {
        const player = document.querySelector<HTMLMediaElement>('video, audio')!
        player.muted = true
        player.addEventListener('error', () => resolve(player.error?.message ?? 'error'))
        player.addEventListener('ended', () => resolve(player.currentTime))
        player.currentTime = 0
        void player.play().catch((error: unknown) => resolve(String(error)))
      }),
  )
  expect(seconds).toBeGreaterThan(0.4)
  expect(seconds).toBeLessThan(1)
  await page.context().close()
})

test('the moment of filming goes, and the dates of each track', async () => {
  const kept = await stored('lesson.mp4', made.recording('lesson.mp4'))
  for (const [type, dates] of [
    ['mvhd', 8],
    ['tkhd', 8],
    ['mdhd', 8],
  ] as const)
    for (let at = kept.indexOf(type); at >= 0; at = kept.indexOf(type, at + 1))
      expect(
        kept.subarray(at + 8, at + 8 + dates).every(byte => byte === 0),
        type,
      ).toBe(true)
})

test('names before, behind and between the frames of an MP3 go, however they are tagged', async () => {
  const frames = made.mp3
  const id3 = (words: string) => {
    const body = Buffer.concat([Buffer.from('TIT2\0\0\0\u001f\0\0', 'latin1'), Buffer.from(words), Buffer.alloc(200)])
    const size = Buffer.from([0, 0, body.length >> 7, body.length & 127])
    return Buffer.concat([Buffer.from('ID3\u0003\0\0', 'latin1'), size, body])
  }
  const half = frames.length / 2
  const sent = Buffer.concat([
    ...[id3('Jac reads'), id3('Nia reads'), frames.subarray(0, half), id3('Jac again'), frames.subarray(half)],
    Buffer.from('LYRICSBEGININD0000200Jac sings000021LYRICS200'),
    Buffer.from('APETAGEX\u00d0\u0007\0\0Artist\0Nia of class 4APETAGEX', 'latin1'),
    Buffer.from('TAGJac reads aloud'.padEnd(128, '\0'), 'latin1'),
  ])
  expect((await stored('tagged.mp3', sent)).equals(frames)).toBe(true)
})

test('comments that run over many pages, as with a picture in them, go too, and so does what stands behind', async () => {
  const sent = Buffer.concat([made.oggWith(`picture=Jac ${'x'.repeat(90_000)} Nia`), Buffer.from('Nia of class 4')])
  const kept = await stored('picture.ogg', sent)
  expect(kept.length).toBe(sent.length)
  expect(kept.toString('latin1')).not.toMatch(telling)
  expect(kept.includes(Buffer.alloc(60, 9))).toBe(true)
})

test('a camera’s track of places is emptied, samples and all; picture and sound stay', async () => {
  const kept = await stored('camera.mp4', made.recording('camera.mp4'))
  const words = kept.toString('latin1')
  expect([words.includes('GPS'), words.includes('sbtl'), words.includes('vide'), words.includes('soun')]).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('what stands in a WebM beside its tracks and pictures becomes void, and what stands behind is cut off', async () => {
  const film = made.webm('V_VP8')
  const sent = Buffer.concat([film, made.element('1254c367', Buffer.from('Jac of class 4')), Buffer.from('\0\0Nia')])
  const kept = await stored('film.webm', sent)
  expect(kept.subarray(0, film.length).equals(film)).toBe(true)
  expect(kept.toString('latin1')).not.toMatch(telling)
})

test('a recording that does not hold together is refused in words, and nothing of it is kept', async () => {
  const places = made.webm('V_VP8')
  places[places.indexOf(Buffer.from('83100000', 'hex')) + 5] = 0x21
  const broken: [string, Buffer][] = [
    ['no frames.mp3', Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\u0005', 'latin1'), Buffer.alloc(5000, 'Jac ')])],
    ['cut off.ogg', made.oggWith('title=Jac').subarray(0, 60)],
    ['unknown.ogg', Buffer.concat([made.ogg.subarray(0, 28), Buffer.from('Mystery!'), made.ogg.subarray(36)])],
    ['no segment.webm', made.element('1a45dfa3', made.element('4282', Buffer.from('webm')))],
    ['a track of places.webm', places],
  ]
  const before = (await desk.everything()).length
  for (const [name, bytes] of broken) {
    const { files, refused } = await send(name, bytes)
    expect([name, files.length, refused.length]).toEqual([name, 0, 1])
    expect(refused[0]!.because, name).toMatch(/damaged or not complete|what is inside is not/)
  }
  expect((await desk.everything()).length).toBe(before)
})

test.each(['lesson.mp4', 'camera.mp4', 'memo.m4a', 'lesson.webm'])(
  '%s that has lost its traces has none to lose any more',
  async name => {
    const kept = await stored(name, made.recording(name))
    const { files } = await send(name, kept)
    expect(files[0]!.sha256).toBe(files[0]!.sentSha256)
    expect((await bytesIn(desk.store, files[0]!.storedAs)).equals(kept)).toBe(true)
    const path = join(await mkdtemp(join(tmpdir(), 'clean-')), name)
    await writeFile(path, kept)
    expect(await blankTraces(path, files[0]!.mediaType)).toBe(false)
  },
)
