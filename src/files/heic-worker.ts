import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import libheif from 'libheif-js/libheif-wasm/libheif-bundle.mjs'

/** What the thread is told, and what it answers. */
export interface Asked {
  path: string
  mostDots: number
  mostMemory: number
}
export type Decoded = { width: number; height: number; dots: Uint8Array } | { failed: string }

const { path, mostDots, mostMemory } = workerData as Asked

// The decoder asks for memory through this one door, and takes a no for "there is none left".

const { grow } = WebAssembly.Memory.prototype
WebAssembly.Memory.prototype.grow = function (pages: number) {
  if (this.buffer.byteLength + pages * 65_536 > mostMemory) throw new RangeError('The picture needs too much memory')
  return grow.call(this, pages)
}

/** Upright and cropped as the phone meant it: the decoder itself applies the turns that are written in the file. */
async function decode(): Promise<Decoded> {
  const images = new (libheif().HeifDecoder)().decode(await readFile(path))
  const image = images.find(one => one.is_primary()) ?? images[0]
  if (!image) return { failed: 'no picture inside' }
  const width = image.get_width()
  const height = image.get_height()
  if (!(width > 0 && height > 0 && width * height <= mostDots)) return { failed: 'too many dots' }
  const target = { data: new Uint8ClampedArray(width * height * 4), width, height }
  const shown = await new Promise<typeof target | null>(resolve => image.display(target, resolve))
  return shown ? { width, height, dots: new Uint8Array(target.data.buffer) } : { failed: 'damaged' }
}

const answer = await decode().catch((error: unknown): Decoded => ({ failed: String(error) }))
parentPort!.postMessage(answer, 'dots' in answer ? [answer.dots.buffer as ArrayBuffer] : [])
