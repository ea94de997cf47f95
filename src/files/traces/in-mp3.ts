import type { FileHandle } from 'node:fs/promises'
import { all, Unreadable } from './bytes.js'

/**
 * An MP3 is a row of frames (ISO/IEC 11172-3, 2.4.1). Titles, names, comments and pictures stand before, behind and
 * between them: ID3v2, ID3v1, APE, Lyrics3. Only the frames stay.
 */
export async function blankMp3(file: FileHandle, size: number): Promise<boolean> {
  const bytes = await all(file, size)
  const kept = keepFrames(bytes)
  if (kept === 0) throw new Unreadable('no frames')
  if (kept === size) return false
  for (let at = 0; at < kept;) at += (await file.write(bytes, at, kept - at, at)).bytesWritten
  await file.truncate(kept)
  return true
}

/** Moves the frames together at the beginning. @returns how many bytes they are */
function keepFrames(bytes: Buffer): number {
  let kept = 0
  let last: Frame | undefined
  for (let at = 0; at + 4 <= bytes.length;) {
    const frame = frameAt(bytes, at)
    if (frame && (goesOn(last, frame) || startsARow(bytes, at, frame))) {
      const end = Math.min(at + frame.length, bytes.length)
      bytes.copyWithin(kept, at, end)
      kept += end - at
      at = end
      last = frame
    } else {
      at = afterTag(bytes, at) ?? at + 1
      last = undefined
    }
  }
  return kept
}

interface Frame {
  length: number
  /** Version, layer and rate, which are the same for each frame of a recording. */
  kind: number
}

const RATES = [44_100, 48_000, 32_000]
const LAYER_1 = [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448]
const LAYER_2 = [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384]
const LAYER_3 = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const LAYER_1_LOW = [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256]
const LAYERS_LOW = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

function frameAt(bytes: Buffer, at: number): Frame | undefined {
  if (at + 4 > bytes.length || bytes[at] !== 0xff) return undefined
  const head = bytes.readUInt32BE(at)
  const [version, layer, bits, rate] = [(head >>> 19) & 3, (head >>> 17) & 3, (head >>> 12) & 15, (head >>> 10) & 3]
  if (head >>> 21 !== 0x7ff || version === 1 || layer === 0 || bits === 0 || bits === 15 || rate === 3) return undefined
  const isLow = version !== 3
  const hertz = RATES[rate]! / (version === 3 ? 1 : version === 2 ? 2 : 4)
  const padding = (head >>> 9) & 1
  const table = layer === 3 ? (isLow ? LAYER_1_LOW : LAYER_1) : isLow ? LAYERS_LOW : layer === 2 ? LAYER_2 : LAYER_3
  const perSecond = (table[bits - 1]! * 1000) / hertz
  const length =
    layer === 3
      ? (Math.floor(12 * perSecond) + padding) * 4
      : Math.floor((layer === 1 && isLow ? 72 : 144) * perSecond) + padding
  return { length, kind: head & 0xfffe0c00 }
}

function goesOn(last: Frame | undefined, frame: Frame): boolean {
  return last?.kind === frame.kind
}

/** Four bytes alone may look like a frame by chance; two in a row do not. */
function startsARow(bytes: Buffer, at: number, frame: Frame): boolean {
  const next = at + frame.length
  return next === bytes.length || frameAt(bytes, next)?.kind === frame.kind
}

/** Where an ID3v2 tag that begins here ends: its length is written in seven bits a byte. */
function afterTag(bytes: Buffer, at: number): number | undefined {
  if (at + 10 > bytes.length || bytes.toString('latin1', at, at + 3) !== 'ID3') return undefined
  const length = bytes.subarray(at + 6, at + 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0)
  const end = at + 10 + length
  return end <= bytes.length ? end : undefined
}
