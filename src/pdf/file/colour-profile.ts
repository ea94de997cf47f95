/**
 * A colour profile for sRGB (IEC 61966-2-1), made here from its published numbers as an ICC.1 version 2 display profile:
 * three primaries adapted to D50 and the curve of the standard. PDF/A asks for one wherever colours are given as RGB.
 */
export function sRgbProfile(): Buffer {
  const curve = curveTag()
  const tags: [string, Buffer][] = [
    ['desc', descriptionTag('sRGB IEC61966-2.1')],
    ['cprt', textTag('Public domain')],
    ['wtpt', xyzTag(0.9642, 1, 0.8249)],
    ['rXYZ', xyzTag(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyzTag(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyzTag(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const table = Buffer.alloc(4 + tags.length * 12)
  table.writeUInt32BE(tags.length, 0)
  const places = new Map<Buffer, number>()
  const bodies: Buffer[] = []
  let offset = 128 + table.length
  tags.forEach(([name, body], at) => {
    if (!places.has(body)) {
      places.set(body, offset)
      bodies.push(body)
      offset += body.length
    }
    table.write(name, 4 + at * 12, 'latin1')
    table.writeUInt32BE(places.get(body)!, 8 + at * 12)
    table.writeUInt32BE(body.length, 12 + at * 12)
  })
  return Buffer.concat([header(offset), table, ...bodies])
}

function header(size: number): Buffer {
  const head = Buffer.alloc(128)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(0x02100000, 8)
  head.write('mntrRGB XYZ ', 12, 'latin1')
  ;[2026, 1, 1, 0, 0, 0].forEach((part, at) => head.writeUInt16BE(part, 24 + at * 2))
  head.write('acsp', 36, 'latin1')
  ;[0.9642, 1, 0.8249].forEach((part, at) => head.writeInt32BE(Math.round(part * 65536), 68 + at * 4))
  return head
}

function xyzTag(...parts: number[]): Buffer {
  const tag = Buffer.alloc(20)
  tag.write('XYZ ', 0, 'latin1')
  parts.forEach((part, at) => tag.writeInt32BE(Math.round(part * 65536), 8 + at * 4))
  return tag
}

function curveTag(points = 1024): Buffer {
  const tag = Buffer.alloc(12 + points * 2)
  tag.write('curv', 0, 'latin1')
  tag.writeUInt32BE(points, 8)
  for (let at = 0; at < points; at++) {
    const value = at / (points - 1)
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    tag.writeUInt16BE(Math.round(light * 65535), 12 + at * 2)
  }
  return tag
}

function textTag(words: string): Buffer {
  return inFours(Buffer.concat([Buffer.from('text\0\0\0\0', 'latin1'), Buffer.from(`${words}\0`, 'latin1')]))
}

function descriptionTag(words: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(words.length + 1)
  const empty = Buffer.alloc(4 + 4 + 2 + 1 + 67)
  return inFours(
    Buffer.concat([Buffer.from('desc\0\0\0\0', 'latin1'), length, Buffer.from(`${words}\0`, 'latin1'), empty]),
  )
}

function inFours(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}
