import { open } from 'node:fs/promises'
import { newWorker } from '../web/new-worker.js'
import type { Asked, Decoded } from './heic-worker.js'

/** Dots as they stand in memory: four bytes each. */
export interface RawPicture {
  width: number
  height: number
  dots: Uint8Array
}

const SECONDS = 30
const MOST_MEMORY = 640 * 1024 ** 2

const BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'mif1'])

/** As iPhones write their pictures (ISO/IEC 23008-12); not the moving kind. */
export async function isHeic(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0)
    return (
      bytesRead === 12 && buffer.toString('latin1', 4, 8) === 'ftyp' && BRANDS.has(buffer.toString('latin1', 8, 12))
    )
  } finally {
    await file.close()
  }
}

/**
 * Decodes an iPhone's picture in a thread that is ended when it takes too long, with a decoder that is kept in a box of
 * its own (WebAssembly) and is refused memory beyond a limit.
 * @throws Error when it is damaged, too large, or too slow
 */
export async function decodeHeic(path: string, mostDots: number): Promise<RawPicture> {
  const asked: Asked = { path, mostDots, mostMemory: MOST_MEMORY }
  const worker = newWorker(new URL('./heic-worker', import.meta.url), {
    workerData: asked,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  try {
    const answer = await answerOf(worker)
    if ('failed' in answer) throw new Error(answer.failed)
    return answer
  } finally {
    await worker.terminate()
  }
}

function answerOf(worker: ReturnType<typeof newWorker>): Promise<Decoded> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The picture took too long')), SECONDS * 1000)
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', () => reject(new Error('The decoder ended')))
    worker.once('exit', () => clearTimeout(late))
  })
}
