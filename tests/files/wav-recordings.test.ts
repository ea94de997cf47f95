import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lookInside } from '../../src/files/receiving/looking-inside.js'
import { blankTraces } from '../../src/files/traces/blanking.js'

const folder = mkdtempSync(join(tmpdir(), 'wav-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const chunk = (name: string, content: Buffer) => {
  const head = Buffer.alloc(8)
  head.write(name, 0, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}
const sound = Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 7) % 256))
const format = Buffer.from('01000100401f0000803e000002001000', 'hex')

function wav(...chunks: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WAVE', 'latin1'), ...chunks])
  return chunk('RIFF', body)
}

function placed(name: string, bytes: Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

test('a WAV comes in as a sound recording', async () => {
  const path = placed('talk.wav', wav(chunk('fmt ', format), chunk('data', sound)))
  expect(await lookInside(path, 'talk.wav')).toEqual({ kind: 'sound', mediaType: 'audio/wav', name: 'talk.wav' })
})

test('names, places and dates that a recorder wrote are gone, and the sound is where it was', async () => {
  const told = chunk('LIST', Buffer.from('INFOIART\u0008\0\0\0Jac Prys', 'latin1'))
  const sent = wav(chunk('bext', Buffer.from('Ysgol y Bryn, 52.1')), chunk('fmt ', format), chunk('data', sound), told)
  const path = placed('tagged.wav', sent)
  expect(await blankTraces(path, 'audio/wav')).toBe(true)
  const kept = readFileSync(path)
  expect(kept.includes('Jac')).toBe(false)
  expect(kept.includes('Bryn')).toBe(false)
  expect(kept.length).toBe(sent.length)
  expect(kept.indexOf(sound)).toBe(sent.indexOf(sound))
  expect(await blankTraces(path, 'audio/wav')).toBe(false)
})

test('one that was cut off, or holds no sound, is refused with a sentence', async () => {
  const cut = placed('cut.wav', wav(chunk('fmt ', format), chunk('data', sound)).subarray(0, 1000))
  await expect(blankTraces(cut, 'audio/wav')).rejects.toThrow('damaged or not complete')
  const silent = placed('silent.wav', wav(chunk('fmt ', format)))
  await expect(blankTraces(silent, 'audio/wav')).rejects.toThrow('damaged or not complete')
})

test('sound that browsers do not play says what to save it as', async () => {
  for (const ending of ['aiff', 'amr'])
    expect(await lookInside(placed(`a.${ending}`, sound), `a.${ending}`)).toEqual({
      because: expect.stringContaining('m4a') as string,
    })
})
