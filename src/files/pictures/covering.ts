import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { BadInput } from '../../errors.js'
import type { Prepared } from '../keeping.js'
import { smaller, type Picture } from './pictures.js'
import { because } from '../receiving/rules.js'
import { newKey, type Store } from '../store.js'
import type { StoredFile } from '../tables.js'
import { takeTurns } from '../../web/limits/taking-turns.js'

/** A part of a picture, in hundredths of its width and height from the upper left. */
export interface Area {
  left: number
  top: number
  width: number
  height: number
}

export interface Covering {
  /** What stays of the picture; undefined keeps all of it. */
  crop?: Area
  areas: Area[]
  /** One flat colour, or a few large squares; neither holds what was there. */
  with: 'colour' | 'squares'
}

/** So few that a face or a word cannot be guessed back from them. */
const MOST_SQUARES = 5
const COLOUR = '#26323a'
const QUALITY = { jpeg: { quality: 88 }, png: {}, webp: { quality: 85 } }

const inTurn = takeTurns({ atOnce: 2, waiting: 20, full: () => new BadInput(because.busy(), 503) })

/** Covers parts of a picture and cuts it, and draws it anew from what is left. Its dots under a cover are gone. */
export async function covered(path: string, { crop, areas, with: how }: Covering): Promise<Picture> {
  return inTurn(async () => {
    const source = sharp(path, { limitInputPixels: 50_000_000, failOn: 'error' })
    const { width, height, format } = await source.metadata()
    if (format !== 'jpeg' && format !== 'png' && format !== 'webp') throw new BadInput(because.brokenPicture(), 422)
    const covers = await Promise.all(
      areas.map(async area => {
        const place = inDots(area, width, height)
        return { left: place.left, top: place.top, input: await cover(path, place, how) }
      }),
    )
    const whole = await source.composite(covers).toColourspace('srgb').png({ compressionLevel: 1 }).toBuffer()
    const kept = crop ? sharp(whole).extract(inDots(crop, width, height)) : sharp(whole)
    const { data, info } = await kept.toFormat(format, QUALITY[format]).toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, bytes: data, ...(await smaller(data)) }
  })
}

/** A covered picture, safe in the store, to take the place of the one that it was. */
export async function prepareCovered(store: Store, file: StoredFile, covering: Covering): Promise<Prepared> {
  const { bytes, width, height, small, middle, thumbnail } = await store.lend([file.storedAs], pathOf =>
    covered(pathOf(file.storedAs), covering),
  )
  const [storedAs, smallAs, middleAs, thumbnailAs] = [newKey(), newKey(), newKey(), newKey()]
  await store.write(Readable.from([bytes]), storedAs)
  await store.write(Readable.from([small]), smallAs)
  await store.write(Readable.from([middle]), middleAs)
  await store.write(Readable.from([thumbnail]), thumbnailAs)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { name, kind, mediaType } = file
  const is = { bytes: bytes.length, sha256, sentSha256: null, storedAs, smallAs, middleAs, thumbnailAs, width, height }
  return { name, kind, mediaType, ...is }
}

/** Whole dots, all that an area touches, within the picture. */
function inDots(area: Area, width: number, height: number) {
  const left = Math.min(width - 1, Math.floor((area.left / 100) * width))
  const top = Math.min(height - 1, Math.floor((area.top / 100) * height))
  const right = Math.min(width, Math.ceil(((area.left + area.width) / 100) * width))
  const bottom = Math.min(height, Math.ceil(((area.top + area.height) / 100) * height))
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
}

type Place = ReturnType<typeof inDots>

async function cover(path: string, place: Place, how: Covering['with']): Promise<Buffer> {
  const { width, height } = place
  if (how === 'colour')
    return sharp({ create: { width, height, channels: 3, background: COLOUR } })
      .png()
      .toBuffer()
  const scale = MOST_SQUARES / Math.max(width, height)
  const [across, down] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  const few = await sharp(path)
    .extract(place)
    .flatten({ background: '#fff' })
    .resize({ width: across, height: down, fit: 'fill' })
    .png()
    .toBuffer()
  return sharp(few).resize({ width, height, fit: 'fill', kernel: 'nearest' }).png().toBuffer()
}
