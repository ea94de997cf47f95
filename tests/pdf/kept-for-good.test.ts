import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, test } from 'vitest'
import { compose } from '../../src/pdf/compose.js'
import { paintPictures } from '../documents/pictures.js'
import { sample } from '../documents/sample.js'
import { referred, saying, takenApart, type PdfFile, type PdfObject } from './objects.js'

// What PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) ask for, as far as the file itself tells. There is no validator
// among the packages of npm or Debian (veraPDF is written in Java), so the conditions are looked at here one by one.

let bytes: Buffer
let file: PdfFile
let catalogue: string
let xmp: string
let info: string

beforeAll(async () => {
  bytes = await compose(sample, await paintPictures(mkdtempSync(join(tmpdir(), 'pictures-'))))
  file = takenApart(bytes)
  catalogue = referred(file, file.trailer, 'Root')!.text
  xmp = referred(file, catalogue, 'Metadata')!.stream!.toString('utf8')
  info = referred(file, file.trailer, 'Info')!.text
})

describe('the file as a whole', () => {
  test('says its version, has its mark of bytes, an identity, and no encryption', () => {
    expect(bytes.subarray(0, 9).toString()).toBe('%PDF-1.7\n')
    expect([...bytes.subarray(9, 14)].slice(1).every(byte => byte > 127)).toBe(true)
    expect(file.trailer).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/)
    expect(file.trailer).not.toContain('/Encrypt')
    expect(bytes.toString('latin1').trimEnd().endsWith('%%EOF')).toBe(true)
  })

  test('nothing in it runs, fetches or is attached', () => {
    for (const { text } of file.objects.values())
      expect(text).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFiles?|AA|OpenAction|XFA|RichMedia|Movie|Sound)\b/)
    expect(saying(file, /\/Filter \/LZWDecode|\/Interpolate true|\/Alternates|\/OPI\b/)).toEqual([])
  })

  test('it says how it is to be shown and read', () => {
    expect(catalogue).toContain('/Lang (en-GB)')
    expect(referred(file, catalogue, 'MarkInfo')!.text).toContain('/Marked true')
    expect(referred(file, catalogue, 'ViewerPreferences')!.text).toContain('/DisplayDocTitle true')
    for (const page of saying(file, /\/Type \/Page\b(?!s)/)) expect(page.text).toContain('/Tabs /S')
  })

  test('its metadata are well-formed, claim both standards, and agree with its properties', () => {
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', error => {
      throw error
    })
    parser.write(xmp).close()
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(xmp).toContain('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>')
    const [, year, month, day, hour, minute, second] = /\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(
      property('CreationDate'),
    )!
    expect(xmp).toContain(`<xmp:CreateDate>${year}-${month}-${day}T${hour}:${minute}:${second}Z</xmp:CreateDate>`)
    expect(xmp).toContain(`>${sample.title}</rdf:li>`)
    expect(property('Title')).toContain(sample.title)
    expect(property('Producer')).toBe('(Enquiry Workbench)')
    expect(xmp).toContain('<pdf:Producer>Enquiry Workbench</pdf:Producer>')
    expect(xmp).toContain('<xmp:CreatorTool>Enquiry Workbench</xmp:CreatorTool>')
  })

  test('it says which colours are meant, by an embedded profile of red, green and blue', () => {
    const [, number] = /\/OutputIntents \[(\d+) 0 R\]/.exec(catalogue)!
    const intent = file.objects.get(Number(number))!
    expect(intent.text).toContain('/S /GTS_PDFA1')
    const profile = referred(file, intent.text, 'DestOutputProfile')!
    expect(profile.text).toContain('/N 3')
    expect(profile.stream!.readUInt32BE(0)).toBe(profile.stream!.length)
    expect(profile.stream!.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ')
    expect(profile.stream!.toString('latin1', 36, 40)).toBe('acsp')
    expect(saying(file, /\/DeviceCMYK/)).toEqual([])
  })
})

describe('its fonts', () => {
  test('are embedded, cut to what is drawn, with widths and letters for every glyph', () => {
    const fonts = saying(file, /\/Subtype \/Type0\b/)
    expect(fonts.length).toBeGreaterThan(8)
    for (const font of fonts) {
      expect(font.text).toMatch(/\/BaseFont \/[A-Z]{6}\+/)
      const [, number] = /\/DescendantFonts \[(\d+) 0 R\]/.exec(font.text)!
      const descendant = file.objects.get(Number(number))!
      const descriptor = referred(file, descendant.text, 'FontDescriptor')!
      expect(descriptor.text).not.toContain('/CIDSet')
      const program = referred(file, descriptor.text, 'FontFile2') ?? referred(file, descriptor.text, 'FontFile3')
      expect(program!.stream!.length).toBeGreaterThan(200)
      const widths = /\/W \[0 \[([^\]]*)\]\]/.exec(descendant.text)![1]!.trim().split(/\s+/).map(Number)
      const letters = lettersOf(referred(file, font.text, 'ToUnicode')!)
      expect(letters).toHaveLength(widths.length)
      for (const letter of letters) expect(letter).not.toMatch(/^(|0000|fffe|feff)$/)
      if (descriptor.text.includes('FontFile2')) checkWidths(widths, descendant, program!.stream!)
    }
    expect(saying(file, /\/Subtype \/(Type1|TrueType|Type3)\b/)).toEqual([])
  })
})

describe('its structure', () => {
  test('each marked piece of each page belongs to one element, and the table of parents says the same', () => {
    const root = referred(file, catalogue, 'StructTreeRoot')!
    const parents = parentsOf(root)
    const pages = saying(file, /\/Type \/Page\b(?!s)/)
    for (const page of pages) {
      const key = Number(/\/StructParents (\d+)/.exec(page.text)![1])
      const marked = [
        ...referred(file, page.text, 'Contents')!
          .stream!.toString('latin1')
          .matchAll(/\/MCID (\d+)/g),
      ]
      const numbers = marked.map(found => Number(found[1]))
      expect(numbers).toEqual(numbers.map((_, at) => at))
      expect(parents.get(key)).toHaveLength(numbers.length)
      parents.get(key)!.forEach((parent, mcid) => {
        expect(holds(file.objects.get(parent)!, page.number, mcid), `${mcid} of page ${page.number}`).toBe(true)
      })
    }
  })

  test('each element has a parent that holds it, and a role that everyone knows', () => {
    const elements = saying(file, /^<<\n\/S \/\w+\n\/P /)
    expect(elements.length).toBeGreaterThan(150)
    for (const { number, text } of elements) {
      const parent = referred(file, text, 'P')!
      expect(parent.text).toMatch(new RegExp(`\\b${number} 0 R`))
      expect(ROLES, text).toContain(/\/S \/(\w+)/.exec(text)![1])
    }
  })

  test('elements stand in one another as the standard allows', () => {
    for (const { text } of saying(file, /^<<\n\/S \/\w+\n\/P /)) {
      const role = /\/S \/(\w+)/.exec(text)![1]!
      const above = /\/S \/(\w+)/.exec(referred(file, text, 'P')!.text)?.[1] ?? 'root'
      const allowed = WITHIN[role]
      if (allowed) expect(allowed, `${role} in ${above}`).toContain(above)
    }
  })

  test('pictures and links say what they are, header cells what they head, and lists how they are numbered', () => {
    for (const { text } of saying(file, /\/S \/Figure\n/)) {
      expect(text).toMatch(/\/Alt \(.+\)/s)
      expect(text).toMatch(/\/BBox \[[-\d. ]+\]/)
    }
    for (const { text } of saying(file, /\/S \/TH\n/)) expect(text).toMatch(/\/Scope \/(Row|Column)/)
    for (const { text } of saying(file, /\/S \/L\n/)) expect(text).toMatch(/\/ListNumbering \/\w+/)
    for (const { text } of saying(file, /\/Subtype \/Link\n/)) {
      expect(text).toMatch(/\/Contents \(.+\)/s)
      expect(text).toMatch(/\/StructParent \d+/)
      expect(text).toMatch(/\/F 4/)
    }
  })
})

const ROLES =
  'Document Sect Div H1 H2 H3 H4 P L LI Lbl LBody Table THead TBody TR TH TD Caption Figure BlockQuote Code Link TOC TOCI Reference Span Note'.split(
    ' ',
  )

const WITHIN: Record<string, string[]> = {
  LI: ['L'],
  Lbl: ['LI', 'Note'],
  LBody: ['LI'],
  TR: ['THead', 'TBody', 'Table'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TOCI: ['TOC'],
  Document: ['root'],
}

function property(name: string): string {
  return referred(file, info, name)!.text
}

function lettersOf({ stream }: PdfObject): string[] {
  const ranges = [...stream!.toString('latin1').matchAll(/> \[([^\]]*)\]/g)]
  return ranges.flatMap(([, inside]) => [...inside!.matchAll(/<([0-9a-f]*)>/g)].map(found => found[1]!))
}

/** The widths in the PDF are those of the font inside it, within a thousandth of the size. */
function checkWidths(widths: number[], descendant: PdfObject, program: Buffer): void {
  const table = (name: string) => {
    for (let at = 12; ; at += 16)
      if (program.toString('latin1', at, at + 4) === name) return program.subarray(program.readUInt32BE(at + 8))
  }
  const perEm = table('head').readUInt16BE(18)
  const map = referred(file, descendant.text, 'CIDToGIDMap')?.stream
  widths.forEach((width, cid) => {
    const glyph = map ? map.readUInt16BE(cid * 2) : cid
    expect(Math.abs((table('hmtx').readUInt16BE(glyph * 4) * 1000) / perEm - width)).toBeLessThan(1)
  })
}

function parentsOf({ text }: PdfObject): Map<number, number[]> {
  const inside = /\/Nums \[([^]*)\]/.exec(text)![1]!
  return new Map(
    [...inside.matchAll(/(\d+) \[([^\]]*)\]/g)].map(([, key, refs]) => [
      Number(key),
      [...refs!.matchAll(/(\d+) 0 R/g)].map(found => Number(found[1])),
    ]),
  )
}

/** Whether an element says that this marked piece of this page is its own. */
function holds({ text }: PdfObject, page: number, mcid: number): boolean {
  const own = Number(/\/Pg (\d+) 0 R\n\/K \[|\/K \[[^]*\]\n\/Pg (\d+) 0 R/.exec(text)?.slice(1).find(Boolean))
  const kids = /\/K \[([^]*)\]/.exec(text)![1]!
  const elsewhere = [...kids.matchAll(/\/Pg (\d+) 0 R\n\/MCID (\d+)/g)]
  if (elsewhere.some(found => Number(found[1]) === page && Number(found[2]) === mcid)) return true
  const plain = kids.replace(/<<[^]*?>>/g, ' ').replace(/\d+ 0 R/g, ' ')
  return own === page && plain.split(/\s+/).includes(String(mcid))
}
