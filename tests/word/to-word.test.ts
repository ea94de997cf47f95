import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { textOf } from '../../src/documents/to-text.js'
import { headingsOf } from '../../src/documents/headings.js'
import { heading, paragraph } from '../../src/documents/making-blocks.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { summaryOf } from '../../src/handouts/summary.js'
import { toWord } from '../../src/word/to-word.js'
import { paintPictures } from '../documents/pictures.js'
import { sample } from '../documents/sample.js'
import { aWriteUp } from '../handouts/write-up.js'

let pictures: Record<string, string>
let bytes: Buffer
let html: string
let files: Map<string, string>

beforeAll(async () => {
  pictures = await paintPictures(mkdtempSync(join(tmpdir(), 'pictures-')))
  bytes = await toWord(sample, pictures)
  html = (await mammoth.convertToHtml({ buffer: bytes })).value
  files = await unzipped(bytes)
})

describe('a document in Word', () => {
  test('says what the page says, in the same words and order', async () => {
    const unnoted = {
      ...sample,
      contents: false,
      parts: sample.parts.filter(block => !JSON.stringify(block).includes('"note"')),
    }
    expect(words(await readBack(await toWord(unnoted, pictures)))).toBe(words(textOf(unnoted)))
    const { document } = summaryOf(await aWriteUp())
    expect(words(await readBack(await toWord(document, pictures)))).toBe(words(textOf(document)))
  })

  test('has real headings, lists, tables with header rows, and links that lead somewhere', () => {
    const headings = sample.parts.filter(block => block.kind === 'heading' && block.level === 2).length
    expect(html.match(/<h1>/g)?.length).toBeGreaterThanOrEqual(headings)
    expect(html).toContain('<ol>')
    expect(html).toContain('<ul>')
    expect(html).toContain('<thead>')
    const inside = files.get('word/document.xml')!
    const marks = new Set([...inside.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(found => found[1]))
    for (const [, anchor] of inside.matchAll(/w:anchor="([^"]+)"/g)) expect(marks).toContain(anchor)
  })

  test('has its contents as a field of Word’s, filled in, each line leading to its heading', () => {
    const inside = files.get('word/document.xml')!
    expect(inside).toMatch(/<w:instrText[^>]*>TOC [^<]*\\h/)
    const lines = [...inside.matchAll(/<w:p>(?:(?!<\/w:p>).)*w:val="TOC[12]"(?:(?!<\/w:p>).)*<\/w:p>/g)].map(
      found => found[0],
    )
    expect(lines.length).toBe(headingsOf(sample.parts).filter(({ level }) => level < 4).length)
    for (const line of lines) expect(line).toMatch(/<w:hyperlink [^>]*w:anchor="part_\d+"/)
  })

  test('has a Normal style that all others are based on, and headings at their levels', () => {
    const styles = files.get('word/styles.xml')!
    const named = new Set([...styles.matchAll(/w:styleId="([^"]+)"/g)].map(found => found[1]))
    for (const [, base] of styles.matchAll(/<w:basedOn w:val="([^"]+)"/g))
      if (base !== 'DefaultParagraphFont') expect(named).toContain(base)
    for (const level of [1, 2, 3])
      expect(styleNamed(styles, `Heading${level}`)).toContain(`<w:outlineLvl w:val="${level - 1}"/>`)
    const used = [...files.get('word/document.xml')!.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(found => found[1])
    for (const style of used) expect(named).toContain(style)
  })

  test('says of each height of lines that it is the least, so that pictures and titles stand whole in any program', () => {
    const spaced = [
      ...`${files.get('word/styles.xml')}${files.get('word/document.xml')}`.matchAll(/<w:spacing [^>]*w:line=[^>]*>/g),
    ]
    expect(spaced.length).toBeGreaterThan(3)
    for (const [spacing] of spaced) expect(spacing).toContain('w:lineRule="auto"')
  })

  test('its tables have columns as wide as their words ask for, within the margins, and head rows that come again', () => {
    const tables = files.get('word/document.xml')!.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g)!
    for (const table of tables) {
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(found => Number(found[1]))
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(11906 - 1300 - 1500 + widths.length)
      expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
      expect(table).toContain('<w:tblLayout w:type="fixed"/>')
    }
    expect(tables.some(table => new Set(table.match(/<w:gridCol w:w="\d+"/g)).size > 1)).toBe(true)
  })

  test('lines, tables and names from right to left run that way, in their language', async () => {
    const parts = blocksFrom(
      'Our colleague بلال احمد asked.\n\nبچوں نے بتایا کہ وہ گھر پر پڑھتے ہیں۔\n\n| نام | عمر |\n|---|---|\n| علی | نو سال |\n\n- An item\n- بلال احمد asked the parents of all the children',
    )
    const inside = (await unzipped(await toWord({ ...sample, parts }, {}))).get('word/document.xml')!
    const paragraphs = inside.match(/<w:p>[\s\S]*?<\/w:p>/g)!
    const with_ = (words: string) => paragraphs.find(one => one.includes(words))!
    expect(with_('Our colleague')).not.toContain('<w:bidi/>')
    expect(with_('Our colleague')).toMatch(/<w:rtl\/>[\s\S]*بلال احمد/)
    expect(with_('بچوں')).toContain('<w:bidi/>')
    expect(with_('بچوں')).toContain('w:bidi="ur"')
    expect(inside).toContain('<w:bidiVisual/>')
    expect(with_('asked the parents')).not.toContain('<w:bidi/>')
  })

  test('has its notes at the feet of pages, as Word knows them', async () => {
    const parts = blocksFrom('A word[^1] and another.[^1]\n\n[^1]: Said *below*.')
    const noted = await unzipped(await toWord({ ...sample, parts }, {}))
    expect(noted.get('word/footnotes.xml')).toContain('Said ')
    expect(noted.get('word/document.xml')!.match(/<w:footnoteReference /g)).toHaveLength(1)
  })

  test('its pictures and charts say what they show', () => {
    const described = [...files.get('word/document.xml')!.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(
      found => found[1]!,
    )
    const shown = sample.parts.filter(block => block.kind === 'figure' || block.kind === 'chart').length
    expect(described.length).toBeGreaterThanOrEqual(shown)
    for (const words of described) expect(words.length).toBeGreaterThan(10)
  })

  test('a picture that stands beside words stands in a frame at the right with its caption, and what comes next begins beneath', async () => {
    const figure = sample.parts.find(block => block.kind === 'figure')!
    const parts = [heading('Before'), { ...figure, beside: true as const }, paragraph('Beside it.'), heading('After')]
    const inside = (await unzipped(await toWord({ ...sample, contents: false, parts }, pictures))).get(
      'word/document.xml',
    )!
    const paragraphs = inside.match(/<w:p>[\s\S]*?<\/w:p>/g)!
    const framed = paragraphs.flatMap((one, at) => (one.includes('<w:framePr ') ? [at] : []))
    expect(framed).toHaveLength(2)
    const [picture, caption] = framed.map(at => paragraphs[at]!)
    expect(picture).toContain('<w:drawing>')
    expect(caption).toContain('w:val="Caption"')
    const frames = framed.map(at => /<w:framePr [^>]*>/.exec(paragraphs[at]!)![0])
    expect(frames[0]).toBe(frames[1])
    expect(frames[0]).toMatch(/w:xAlign="right"/)
    const [beside, clear, after] = paragraphs.slice(framed[1]! + 1)
    expect(beside).toContain('Beside it.')
    expect(clear).toContain('w:clear="all"')
    expect(after).toContain('After')
  })

  test('a quotation stands on the page of the line that says whose words it is', async () => {
    const quotation = {
      ...{ kind: 'quotation' as const, blocks: [paragraph('They say talk normal.')] },
      source: { label: 'E18', title: 'Now they ask me', href: '#e18' },
    }
    const inside = (await unzipped(await toWord({ ...sample, contents: false, parts: [quotation] }, {}))).get(
      'word/document.xml',
    )!
    const said = inside.match(/<w:p>[\s\S]*?<\/w:p>/g)!.find(one => one.includes('They say talk normal.'))!
    expect(said).toContain('<w:keepNext/>')
  })

  test('it says its language, and names nobody in its properties', () => {
    expect(files.get('word/styles.xml')).toContain('w:lang w:val="en-GB"')
    const properties = files.get('docProps/core.xml')!
    const names = [...properties.matchAll(/<(dc:creator|cp:lastModifiedBy)>([^<]*)</g)].map(found => found[2])
    expect(new Set(names)).toEqual(new Set(['Enquiry Workbench']))
    expect(
      [...files.keys()].filter(
        name => /comments|people|custom/i.test(name) && /author|w15:person/.test(files.get(name)!),
      ),
    ).toEqual([])
  })
})

function styleNamed(styles: string, id: string): string {
  return new RegExp(`<w:style [^>]*w:styleId="${id}"[\\s\\S]*?</w:style>`).exec(styles)![0]
}

async function readBack(docx: Buffer): Promise<string> {
  return (await mammoth.extractRawText({ buffer: docx })).value
}

/** In Word, bullets and numbers are drawn by the program. */
function words(text: string): string {
  return text
    .replace(/^(?:•|\d+\.) /gm, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}

function unzipped(zip: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const found = new Map<string, string>()
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error)
      file.on('entry', (entry: yauzl.Entry) => {
        file.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            found.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
            file.readEntry()
          })
        })
      })
      file.on('end', () => resolve(found))
      file.readEntry()
    })
  })
}
