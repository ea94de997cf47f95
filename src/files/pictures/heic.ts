import { open } from 'node:fs/promises'
import { BadInput } from '../../errors.js'
import { OwnThreads } from '../../heavy/own-threads.js'
import type { HeicToDecode, RawPicture } from './heic-worker.js'
import { because } from '../receiving/rules.js'

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

const threads = new OwnThreads<HeicToDecode, RawPicture>(
  'src/files/pictures/heic-worker',
  // A thread of its own for each: what one picture left in memory is not there for the next.
  { of: 'pictures', weight: 'heavy', atOnce: 2, waiting: 40, milliseconds: 30_000, megabytes: 256, idle: 0 },
  {
    full: () => new BadInput(because.busy(), 503),
    tooSlow: () => new Error('The picture took too long'),
    failed: cause => new Error('The picture cannot be decoded', { cause }),
  },
)

/**
 * Decodes an iPhone's picture in a thread that is ended when it takes too long, with a decoder that is kept in a box of
 * its own (WebAssembly) and is refused memory beyond a limit.
 * @throws Error when it is damaged, too large, or too slow
 */
export function decodeHeic(path: string, mostDots: number): Promise<RawPicture> {
  return threads.ask({ path, mostDots, mostMemory: MOST_MEMORY })
}
