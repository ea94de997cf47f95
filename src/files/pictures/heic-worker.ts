import { readFile } from 'node:fs/promises'
import libheif from 'libheif-js/libheif-wasm/libheif-bundle.mjs'
import { damaged, tooManyDots } from './heic-answers.js'
import { move, transferableSymbol, valueSymbol } from 'piscina'

export interface HeicToDecode {
  path: string
  mostDots: number
  mostMemory: number
}

/** Dots as they stand in memory: four bytes each. */
export interface RawPicture {
  width: number
  height: number
  dots: Uint8Array
}

// The decoder asks for memory through this one door, and takes a no for "there is none left".
const { grow } = WebAssembly.Memory.prototype
// What it thinks of a damaged picture is said by its answer.
const silent = { print: () => undefined, printErr: () => undefined }

/**
 * Decodes an iPhone's picture, upright and cropped as the phone meant it: the decoder itself applies the turns that are
 * written in the file.
 */
export default async function decode({ path, mostDots, mostMemory }: HeicToDecode): Promise<RawPicture> {
  WebAssembly.Memory.prototype.grow = function (pages: number) {
    if (this.buffer.byteLength + pages * 65_536 > mostMemory) throw new RangeError('The picture needs too much memory')
    return grow.call(this, pages)
  }
  const images = new (libheif(silent).HeifDecoder)().decode(await readFile(path))
  const image = images.find(one => one.is_primary()) ?? images[0]
  if (!image) throw new Error('no picture inside')
  const width = image.get_width()
  const height = image.get_height()
  if (!(width > 0 && height > 0 && width * height <= mostDots)) throw new Error(tooManyDots)
  const target = { data: new Uint8ClampedArray(width * height * 4), width, height }
  const drawn = await new Promise<typeof target | null>(resolve => image.display(target, resolve))
  if (!drawn) throw new Error(damaged)
  return handedOver({ width, height, dots: new Uint8Array(target.data.buffer) })
}

/** Up to 200 MB, which are not copied on their way to the other thread. */
function handedOver(picture: RawPicture): RawPicture {
  return move({ [transferableSymbol]: [picture.dots.buffer], [valueSymbol]: picture }) as never
}
