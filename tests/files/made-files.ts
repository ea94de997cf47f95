import { readFileSync } from 'node:fs'
import { constants, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { sign } from '../../src/files/traces/in-ogg.js'

/** A photograph as a phone takes it: lying on its side, with place, time and device written beside it. */
export async function phonePhoto(width = 800, height = 600): Promise<Buffer> {
  const left = {
    input: { create: { width: width / 2, height, channels: 3 as const, background: '#c02020' } },
    left: 0,
    top: 0,
  }
  return sharp({ create: { width, height, channels: 3, background: '#2020c0' } })
    .composite([left])
    .withExif({
      IFD0: { Make: 'SecretPhone', Orientation: '6', ImageDescription: 'Jac in class 4' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 24/1 59/1', GPSLongitudeRef: 'W', GPSLongitude: '4/1 5/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

export async function plainPicture(format: 'png' | 'jpeg' | 'webp' = 'png', side = 60): Promise<Buffer> {
  return sharp({ create: { width: side, height: side, channels: 3, background: '#20a020' } })
    .toFormat(format)
    .toBuffer()
}

/** A PNG that claims 20,000 × 20,000 dots, or more, in a few hundred bytes. */
export async function pictureThatClaimsTooMuch(side = 20_000): Promise<Buffer> {
  const png = await plainPicture('png')
  png.writeUInt32BE(side, 16)
  png.writeUInt32BE(side, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n',
)
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
export const html = Buffer.from('<!DOCTYPE html><html><body><script>alert(1)</script></body></html>')
export const csv = Buffer.from('pupil,before,after\nP07,8.2,9.1\nP12,7.9,8.8\n')
/**
 * As an iPhone stores a picture: red on the left and blue on the right, 96 × 64, with a turn to the right written beside
 * it, and place and device. We made it from a picture of our own with heif-enc (Debian's libheif-examples).
 */
export const iphonePicture = readFileSync(new URL('iphone-picture.heic', import.meta.url))

/** The same, claiming 20,000 × 20,000 dots. */
export function iphonePictureThatClaimsTooMuch(): Buffer {
  const claiming = Buffer.from(iphonePicture)
  const size = claiming.indexOf('ispe') + 8
  claiming.writeUInt32BE(20_000, size)
  claiming.writeUInt32BE(20_000, size + 4)
  return claiming
}

export const heic = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic'))

export const mp3 = Buffer.concat(
  Array.from({ length: 20 }, () => Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(413)])),
)
const contents = box('moov', box('mvhd', Buffer.alloc(100)))
export const m4a = Buffer.concat([
  box('ftyp', Buffer.from('M4A \0\0\0\0M4A isom')),
  contents,
  box('mdat', Buffer.alloc(400, 1)),
])
export const mp4 = Buffer.concat([
  box('ftyp', Buffer.from('isom\0\0\0\0isommp42')),
  contents,
  box('mdat', Buffer.alloc(5000, 7)),
])
/** As a phone leaves it whose battery went: what was filmed, and no table of contents. */
export const mp4WithoutContents = Buffer.concat([
  box('ftyp', Buffer.from('isom\0\0\0\0isommp42')),
  box('mdat', Buffer.alloc(5000, 7)),
])
/** Opus in Ogg, with these words as its comments, as many pages long as they need, and a little sound. */
export function oggWith(words: string): Buffer {
  const comment = Buffer.from(words)
  const numbers = Buffer.alloc(16)
  numbers.write('test')
  numbers.writeUInt32LE(1, 4)
  numbers.writeUInt32LE(comment.length, 8)
  const tags = [Buffer.from('OpusTags'), Buffer.from([4, 0, 0, 0]), numbers.subarray(0, 12), comment]
  const head = Buffer.concat([Buffer.from('OpusHead'), Buffer.from([1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])])
  return oggPages([head, Buffer.concat(tags), Buffer.alloc(60, 9)])
}

/** Each packet on pages of its own, of at most 255 segments (RFC 3533); the checksums are made in src/files/traces. */
function oggPages(packets: Buffer[]): Buffer {
  const pages: Buffer[] = []
  for (const packet of packets) {
    const segments = [...Array<number>(Math.floor(packet.length / 255)).fill(255), packet.length % 255]
    for (let from = 0; from < segments.length; from += 255) {
      const table = segments.slice(from, from + 255)
      const page = Buffer.alloc(27 + table.length)
      page.write('OggS')
      page.writeUInt8((pages.length === 0 ? 2 : 0) | (from > 0 ? 1 : 0), 5)
      page.writeUInt32LE(7, 14)
      page.writeUInt32LE(pages.length, 18)
      page.writeUInt8(table.length, 26)
      page.set(table, 27)
      const whole = Buffer.concat([page, packet.subarray(from * 255, (from + table.length) * 255)])
      sign(whole, { at: 0, end: whole.length })
      pages.push(whole)
    }
  }
  return Buffer.concat(pages)
}

export const ogg = oggWith('title=nothing')

export function webm(codec: string): Buffer {
  const head = element('1a45dfa3', element('4282', Buffer.from('webm')))
  const track = element('ae', Buffer.concat([element('83', Buffer.from([1])), element('86', Buffer.from(codec))]))
  return Buffer.concat([
    head,
    Buffer.from('1853806701ffffffffffffff', 'hex'),
    element('1654ae6b', track),
    Buffer.from('1f43b67501ffffffffffffff', 'hex'),
    element('a3', Buffer.alloc(100, 5)),
  ])
}

export function element(id: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(0x10000000 + content.length)
  return Buffer.concat([Buffer.from(id, 'hex'), size, content])
}

/** Made with ffmpeg from a tone and a test picture: with a title, names and a place, as phones and programs write them. */
export function recording(name: string): Buffer {
  return readFileSync(new URL(`recordings/${name}`, import.meta.url))
}

/** As a phone films: place, device and owner stand in boxes of their own, of the whole film and of its track. */
export function filmWithPlace(): Buffer {
  const place = box('udta', box('\u00a9xyz', Buffer.from('\0\u0012\u0015\u00c7+52.4153-004.0829/', 'latin1')))
  const device = box('meta', Buffer.from('com.apple.quicktime.model SecretPhone'))
  const track = box('trak', Buffer.concat([box('tkhd', Buffer.alloc(84, 3)), place]))
  const film = box('moov', Buffer.concat([box('mvhd', Buffer.alloc(100, 2)), track, place, device]))
  return Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0isommp42')), film, box('mdat', Buffer.alloc(5000, 7))])
}

/** What a part holds; or what it holds packed, and what the archive's list says in its place. */
export type Parts = Record<string, string | { packed: Buffer; instead: string }>

/** So many million spaces, packed, without ever being held in memory. */
export function millionsOfSpaces(millions: number): Buffer {
  const million = deflateRawSync(Buffer.alloc(1_000_000, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array<Buffer>(millions).fill(million), Buffer.from('0300', 'hex')])
}

const documentTypes = (main: string, part: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${main}"/></Types>`
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

export function docx(more: Parts = {}, type = WORD): Buffer {
  return zip({
    '[Content_Types].xml': documentTypes(type, 'word/document.xml'),
    'word/document.xml': '<w:document/>',
    ...more,
  })
}

export function xlsx(more: Parts = {}): Buffer {
  return zip({
    '[Content_Types].xml': documentTypes(EXCEL, 'xl/workbook.xml'),
    'xl/workbook.xml': '<workbook/>',
    ...more,
  })
}

/** A zip archive as the format's description lays it out: each part, then the list of parts, then where the list is. */
export function zip(parts: Parts): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, part] of Object.entries(parts)) {
    const [packed, text] = typeof part === 'string' ? [deflateRawSync(part), part] : [part.packed, part.instead]
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(Buffer.from(text)), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(Buffer.byteLength(text), 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, Buffer.from(name)]))
    bodies.push(body)
    at += body.length
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(list.length, 4)
  end.writeUInt16LE(list.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, listed, Buffer.from('PK\u0005\u0006'), end])
}

export function box(name: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length + 8)
  return Buffer.concat([size, Buffer.from(name, 'latin1'), content])
}

function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
