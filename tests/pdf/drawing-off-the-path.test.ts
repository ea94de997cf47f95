import { copyFileSync, mkdtempSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Document } from '../../src/documents/document.js'
import { restHeavyWork } from '../../src/heavy/resting.js'
import { forgetPdfs, pdfOf, tidyPdfs } from '../../src/pdf/draw.js'
import { PdfFailed } from '../../src/pdf/drawing.js'
import { filed } from '../../src/pdf/form.js'
import { pdfThreads } from '../../src/pdf/threads.js'
import { paintPictures } from '../documents/pictures.js'
import { sample } from '../documents/sample.js'

const picturePath = await paintPictures(mkdtempSync(join(tmpdir(), 'pictures-')))
const broken = { ...sample, parts: [{ kind: 'unheard of' }] } as unknown as Document

// A drawing thread takes its time to begin on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let to: string
beforeEach(() => void (to = join(mkdtempSync(join(tmpdir(), 'pdfs-')), 'kept')))
afterAll(restHeavyWork)

describe('a PDF that was asked for', () => {
  test('is whole on disk, for nobody else to read, with nothing unfinished beside it', async () => {
    const path = await pdfOf(sample, { picturePath, to })
    expect(readFileSync(path).subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect(readFileSync(path).subarray(-6).toString()).toContain('%%EOF')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(to)).toHaveLength(1)
  })

  test('is not drawn again while its words and pictures are the same', async () => {
    const path = await pdfOf(sample, { picturePath, to })
    const drawn = statSync(path)
    const again = await pdfOf(structuredClone(sample), { picturePath, to })
    expect(again).toBe(path)
    expect(statSync(again).ino).toBe(drawn.ino)
    expect(statSync(again).birthtimeMs).toBe(drawn.birthtimeMs)
  })

  test('is drawn anew when a word or a picture changes', async () => {
    const path = await pdfOf(sample, { picturePath, to })
    expect(await pdfOf({ ...sample, foot: 'Third edition' }, { picturePath, to })).not.toBe(path)
    expect(await pdfOf(sample, { picturePath: {}, to })).not.toBe(path)
    const described = structuredClone(sample)
    for (const part of described.parts) if (part.kind === 'figure') part.alt = 'Described anew'
    expect(await pdfOf(described, { picturePath, to })).not.toBe(path)
    expect(await pdfOf(sample, { picturePath, to, form: { ...filed, titlePage: false } })).not.toBe(path)
  })

  test('is drawn anew when a picture changes under its name, as when a face in it is covered', async () => {
    const own = await paintPictures(mkdtempSync(join(tmpdir(), 'pictures-')))
    const path = await pdfOf(sample, { picturePath: own, to })
    copyFileSync(own.voices!, own['talk-wall']!)
    expect(await pdfOf(sample, { picturePath: own, to })).not.toBe(path)
  })

  test('is drawn once when two people ask at the same time', async () => {
    const asked = { ...sample, foot: 'Asked twice' }
    const paths = await Promise.all([1, 2, 3].map(() => pdfOf(asked, { picturePath, to })))
    expect(new Set(paths).size).toBe(1)
    expect(readdirSync(to)).toHaveLength(1)
  })

  test('can be forgotten, alone when old or with all others', async () => {
    const old = await pdfOf({ ...sample, foot: 'Old' }, { picturePath, to })
    await pdfOf({ ...sample, foot: 'New' }, { picturePath, to })
    utimesSync(old, new Date(0), new Date(0))
    await tidyPdfs(to, 30)
    expect(readdirSync(to)).toHaveLength(1)
    await forgetPdfs(to)
    expect(readdirSync(to)).toHaveLength(0)
    await expect(forgetPdfs(join(to, 'not-there'))).resolves.toBeUndefined()
  })
})

describe('when drawing fails', () => {
  test('the reader is told in a sentence, nothing is kept, and the next one is drawn', async () => {
    const failed = await pdfOf(broken, { picturePath, to }).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(PdfFailed)
    expect((failed as PdfFailed).message).toBe('This PDF could not be drawn. The page itself can still be read.')
    expect((failed as PdfFailed).cause).toBeInstanceOf(TypeError)
    expect(readdirSync(to)).toEqual([])
    await expect(pdfOf(sample, { picturePath, to })).resolves.toContain('.pdf')
  })

  test('one that takes too long is stopped, and the next one has a fresh start', async () => {
    const threads = pdfThreads({ atOnce: 1, milliseconds: 1 })
    await expect(threads.ask({ document: sample, picturePath, path: `${to}.pdf`, form: filed })).rejects.toThrow(
      'This PDF took too long to draw, so we stopped. The page itself can still be read.',
    )
  })

  test('too many at once are refused, in a sentence', async () => {
    const threads = pdfThreads({ atOnce: 1, waiting: 1 })
    const asked = [1, 2, 3].map(at =>
      threads.ask({ document: sample, picturePath, path: `${to}-${at}.pdf`, form: filed }),
    )
    const answers = await Promise.allSettled(asked)
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect((answers[2] as PromiseRejectedResult).reason).toHaveProperty(
      'message',
      'Many PDFs are being drawn just now. Please try again in a minute.',
    )
  })
})

test('pages stay quick while a long document is drawn', async () => {
  const long = { ...sample, parts: Array.from({ length: 8 }, () => sample.parts).flat() }
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await pdfOf(long, { picturePath, to })
  delay.disable()
  expect(delay.percentile(95) / 1e6).toBeLessThan(250)
})
