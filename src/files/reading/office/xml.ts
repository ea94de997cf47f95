import { SaxesParser } from 'saxes'

export type Attributes = Record<string, string>

export interface Walking {
  /** @param within the tags around this one, the outermost first */
  opens(tag: string, attributes: Attributes, within: readonly string[]): void
  says?(words: string, within: readonly string[]): void
  closes?(tag: string, within: readonly string[]): void
}

const DEEPEST = 400

/**
 * Walks through a part of a Word or Excel file from front to end. Tags and attributes come without their prefixes, which each
 * program chooses for itself. Nothing is declared, fetched or built.
 * @throws Error when it is not well-formed, declares anything, or stands in itself without end
 */
export function walkXml(part: Buffer, walking: Walking): void {
  const within: string[] = []
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('A part of a Word or Excel file declares nothing')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const tag = plain(name)
    if (within.length >= DEEPEST) throw new Error('The part stands in itself without end')
    walking.opens(tag, plainly(attributes), within)
    within.push(tag)
  })
  const says = (words: string) => walking.says?.(words, within)
  parser.on('text', says)
  parser.on('cdata', says)
  parser.on('closetag', () => {
    const tag = within.pop()!
    walking.closes?.(tag, within)
  })
  parser.write(decoded(part)).close()
}

function decoded(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return part.toString('utf16le').slice(1)
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part)
  return part.toString('utf8').replace(/^\uFEFF/, '')
}

function plain(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function plainly(attributes: Record<string, string>): Attributes {
  const plainOnes: Attributes = {}
  for (const [name, value] of Object.entries(attributes)) if (!name.startsWith('xmlns')) plainOnes[plain(name)] = value
  return plainOnes
}

/** Whether something is said to be so: `<w:b/>` and `w:val="true"` say yes, `0`, `false` and `off` say no. */
export function isOn(attributes: Attributes): boolean {
  return !/^(0|false|off|none)$/.test(attributes.val ?? '')
}
