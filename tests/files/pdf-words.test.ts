import { describe, expect, test } from 'vitest'
import { readPdf } from '../../src/files/reading/from-pdf.js'
import { onDisk } from './made-documents.js'
import { assembled } from './made-pdfs.js'

const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'
/** A font of which the file does not say which letter each shape is, as some printers' drivers leave it. */
const UNTOLD =
  '<</Type/Font/Subtype/Type0/BaseFont/Untold/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Untold/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/Untold/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>]>>'

function pdf(lines: string, font = HELVETICA, more = ''): Buffer {
  const drawn = `BT /F 12 Tf 72 700 Td ${lines} ET`
  return assembled(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[4 0 R]/Count 1>>',
      font,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R${more}>>`,
      `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    ].map(one => Buffer.from(one, 'latin1')),
  )
}
const next = '0 -14 Td'
const read = (...file: Parameters<typeof pdf>) => readPdf(onDisk(pdf(...file)))

describe('the words of a PDF', () => {
  test('that were parted at the end of a line are found as they are written elsewhere', async () => {
    const { words } = await read(
      `(They like colla-) Tj ${next} (boration, and a well-) Tj ${next} (known song. It is well-known.) Tj`,
    )
    expect(words).toContain('collaboration,')
    expect(words.match(/well-known/g)).toHaveLength(2)
  })

  test('are letters that one can type, also where they are drawn as forms of Arabic or as one sign', async () => {
    // A table from shapes to letters, as many programs write it: the letters in the forms that they take in a word.
    const forms = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <FEE1> <0002> <FB01> endbfchar endcmap end end`
    const told = UNTOLD.replace('/Encoding', '/ToUnicode 6 0 R/Encoding')
    const drawn = 'BT /F 12 Tf 72 700 Td <00020001> Tj ET'
    const file = assembled(
      [
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[4 0 R]/Count 1>>',
        told,
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R>>',
        `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
        `<</Length ${forms.length}>>stream\n${forms}\nendstream`,
      ].map(one => Buffer.from(one)),
    )
    const { words } = await readPdf(onDisk(file))
    expect(words).toMatch(/fi/)
    expect(words).toMatch(/م/)
  })

  test('are none where the file does not tell which letters its shapes are', async () => {
    const untold = Array.from('The children chose a book and read it', letter =>
      (letter.charCodeAt(0) - 29).toString(16).padStart(4, '0'),
    ).join('')
    expect(await read(`<${untold}> Tj`, UNTOLD)).toMatchObject({ outcome: 'none', words: '' })
  })

  test('are none where a form of Adobe’s own kind only asks to wait', async () => {
    const wait = `(Please wait... ) Tj ${next} (If this message is not eventually replaced with the proper contents of the document,) Tj ${next} (your PDF viewer may not be able to display this type of document.) Tj`
    expect(await read(wait)).toMatchObject({ outcome: 'none', words: '' })
  })

  test('hold what was ticked in a form, and what somebody wrote upon the page', async () => {
    const box = (name: string, state: string) =>
      `<</Type/Annot/Subtype/Widget/FT/Btn/T(${name})/V/${state}/AS/${state}/Rect[0 0 9 9]/AP<</N<</Yes<<>>/Off<<>>>>>>>>`
    const note = '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Ask her again)>>'
    const { words } = await read(
      '(Consent) Tj',
      HELVETICA,
      `/Annots[${box('Photos', 'Yes')}${box('Film', 'Off')}${note}]`,
    )
    expect(words).toContain('Photos: ☒')
    expect(words).toContain('Film: ☐')
    expect(words).toContain('Note: Ask her again')
  })
})
