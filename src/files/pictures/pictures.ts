import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { BadInput, fromTheDisk, saysFull, saysTooManyOpen } from '../../errors.js'
import { decodeHeic, isHeic } from './heic.js'
import { damaged, tooManyDots } from './heic-answers.js'
import { WIDTHS } from './sizes.js'
import { because } from '../receiving/rules.js'
import { whenThereIsRoom } from '../../heavy/at-once.js'
import { takeTurns } from '../../web/limits/taking-turns.js'

export const MOST_DOTS = 50_000_000

const FORMATS = ['jpeg', 'png', 'webp'] as const
// A quality given for PNG would cut its colours down to a palette.
const QUALITY = { jpeg: { quality: 88 }, png: {}, webp: { quality: 85 } }
const LONGEST_SIDE = 2400
const SMALL_SIDE = 1600
const SECONDS = 30

const inTurn = takeTurns({ atOnce: 2, waiting: 40, full: () => new BadInput(because.busy(), 503) })

// Two pictures at a time on one thread each leave the other cores to the pages; a cache would only hold memory.
sharp.concurrency(1)
sharp.cache(false)

export interface Picture {
  width: number
  height: number
  bytes: Buffer
  /** JPEG on white, for pages and PDFs. */
  small: Buffer
  /** WebP, for lists and phones. */
  middle: Buffer
  thumbnail: Buffer
}

/** Width × height, and whether it moves, as the picture's header claims before anything is decoded; undefined when it cannot be read. */
export async function headOf(path: string): Promise<{ dots: number; moves: boolean } | undefined> {
  // Read here: that the machine opens no more files is no fault of the picture.
  const bytes = await readFile(path)
  try {
    const { format, width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return isAllowed(format) && width && height ? { dots: width * height, moves: pages > 1 } : undefined
  } catch {
    return undefined
  }
}

/**
 * Draws the picture anew: upright, at most 2400 px on its long side, in the format it came in (HEIC as JPEG), in sRGB, and with nothing
 * of what the camera wrote beside it (place, time, device, the small picture from before it was cropped).
 * @throws BadInput with a sentence when the picture is damaged, too large, or takes longer than 30 seconds.
 */
export async function redraw(path: string): Promise<Picture> {
  return inTurn(async () => {
    const asCame = await readFile(path).catch((error: unknown) => {
      throw fromTheDisk(error)
    })
    const isFromIphone = await isHeic(path)
    try {
      const { source, format } = await opened(path, asCame, isFromIphone)
      const fitted = within(source.autoOrient(), LONGEST_SIDE).toFormat(format, QUALITY[format])
      const { data, info } = await fitted.timeout({ seconds: SECONDS }).toBuffer({ resolveWithObject: true })
      return {
        width: info.width,
        height: info.height,
        bytes: data,
        ...(await smaller(data)),
      }
    } catch (error) {
      if (saysFull(error) || saysTooManyOpen(error)) throw fromTheDisk(error)
      throw new BadInput(isFromIphone ? whyNotHeic(error) : because.brokenPicture(), 422)
    }
  })
}

function whyNotHeic(error: unknown): string {
  const { cause } = error as { cause?: unknown }
  const said = cause instanceof Error ? cause.message : ''
  if (said === tooManyDots) return because.tooManyDots()
  return said === damaged ? because.brokenPicture() : because.heic()
}

/** An iPhone's picture comes out of its own decoder as bare dots, upright already, and becomes a JPEG. */
async function opened(
  path: string,
  bytes: Buffer,
  isFromIphone: boolean,
): Promise<{ source: Sharp; format: (typeof FORMATS)[number] }> {
  if (isFromIphone) {
    const { width, height, dots } = await decodeHeic(path, MOST_DOTS)
    const source = sharp(dots, { raw: { width, height, channels: 4 }, limitInputPixels: MOST_DOTS })
    return { source: source.flatten({ background: '#fff' }), format: 'jpeg' }
  }
  const source = sharp(bytes, { limitInputPixels: MOST_DOTS, failOn: 'error' })
  const { format } = await source.metadata()
  if (!isAllowed(format)) throw new Error(`The format ${format} is not one of ours`)
  return { source, format }
}

/** A picture for pages and PDFs, and two for lists and phones. */
export async function smaller(bytes: Buffer): Promise<Pick<Picture, 'small' | 'middle' | 'thumbnail'>> {
  return {
    small: await within(sharp(bytes), SMALL_SIDE).flatten({ background: '#fff' }).jpeg({ quality: 80 }).toBuffer(),
    middle: await ofWidth(bytes, WIDTHS.middle),
    thumbnail: await ofWidth(bytes, WIDTHS.thumbnail),
  }
}

/** The middle one, of a picture that was kept before there were any. @throws BadInput when too many wait */
export async function middleOf(path: string): Promise<Buffer> {
  return inTurn(() => whenThereIsRoom({ of: 'pictures', weight: 'light' }, () => ofWidth(path, WIDTHS.middle)))
}

/** @param picture that was drawn anew before. What is very long is held to twice the width. */
function ofWidth(picture: Buffer | string, width: number): Promise<Buffer> {
  return sharp(picture, { limitInputPixels: MOST_DOTS })
    .resize({ width, height: width * 2, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 75 })
    .toBuffer()
}

function within(picture: Sharp, side: number): Sharp {
  return picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
}

function isAllowed(format: string | undefined): format is (typeof FORMATS)[number] {
  return (FORMATS as readonly (string | undefined)[]).includes(format)
}
