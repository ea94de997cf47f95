import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, test } from 'vitest'
import yauzl from 'yauzl'
import { textOf } from '../../src/documents/to-text.js'
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
    const unnoted = { ...sample, parts: sample.parts.filter(block => !JSON.stringify(block).includes('"note"')) }
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
