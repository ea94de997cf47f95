import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { inOurWords } from './bucket-errors.js'
import type { Range } from '../store.js'

const TRIES = 3

/**
 * A stream that goes on where it broke: a film that plays for an hour outlives a store that is started anew meanwhile. Bytes under
 * a key never change, so what follows fits.
 * @throws at once, where not even its beginning can be read
 */
export async function readingOn(open: (range?: Range) => Promise<Readable>, range?: Range): Promise<Readable> {
  let source = await open(range)
  const bytes = Readable.from(all(), { objectMode: false })
  // Also where nobody began to read it.
  bytes.once('close', () => source.destroy())
  return bytes

  async function* all(): AsyncIterable<Buffer> {
    let at = range?.start ?? 0
    for (let tries = 0; ; tries += 1) {
      try {
        for await (const chunk of source as AsyncIterable<Buffer>) {
          yield chunk
          at += chunk.length
          tries = 0
        }
        return
      } catch (error) {
        if (bytes.destroyed || tries >= TRIES) throw inOurWords(error)
        await pause(200 * 2 ** tries)
        source = await open({ start: at, end: range?.end ?? Number.MAX_SAFE_INTEGER })
      }
    }
  }
}
