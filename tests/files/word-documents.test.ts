import { describe, expect, test } from 'vitest'
import { readWord } from '../../src/files/reading/word/from-word.js'
import { lookInsideOffice } from '../../src/files/receiving/office.js'
import { onDisk, p, run, wordFile, type WordParts } from './made-documents.js'

const wordsOf = async (body: string, parts?: WordParts) => (await readWord(onDisk(wordFile(body, parts)))).words

describe('a Word document', () => {
  test('as Word Online saves it, whose main part is word/document2.xml, comes in and is read', async () => {
    const path = onDisk(wordFile(p('Read from the web.'), { main: 'document2.xml' }))
    expect(await lookInsideOffice(path, 'docx')).toBe('fine')
    expect((await readWord(path)).words).toBe('Read from the web.')
  })

  test('keeps boxes that are ticked and boxes that are not, of Word’s new kind, its old kind, and from its fonts of signs', async () => {
    const box = (ticked: boolean, shows: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${ticked ? 1 : 0}"/></w14:checkbox></w:sdtPr><w:sdtContent>${shows}</w:sdtContent></w:sdt>`
    const old = (ticked: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>${ticked}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const sign = (char: string) => `<w:r><w:sym w:font="Wingdings" w:char="${char}"/></w:r>`
    expect(await wordsOf(`<w:p>${box(true, run('☒'))}${run(' Yes ')}${box(false, run('☐'))}${run(' No')}</w:p>`)).toBe(
      '☒ Yes ☐ No',
    )
    expect(await wordsOf(`<w:p>${box(true, '')}${run(' Yes ')}${box(false, '')}${run(' No')}</w:p>`)).toBe('☒ Yes ☐ No')
    expect(await wordsOf(`<w:p>${old('<w:checked/>')}${run(' Yes ')}${old('')}${run(' No')}</w:p>`)).toBe('☒ Yes ☐ No')
    expect(await wordsOf(`<w:p>${sign('F0FE')}${run(' Yes ')}${sign('F0A8')}${run(' No')}</w:p>`)).toBe('☑ Yes ☐ No')
  })

  test('keeps equations in one line', async () => {
    const t = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`
    const half = `<m:oMath><m:f><m:num>${t('a+b')}</m:num><m:den>${t('2')}</m:den></m:f>${t('=')}<m:sSup><m:e>${t('x')}</m:e><m:sup>${t('2')}</m:sup></m:sSup>${t('+')}<m:rad><m:deg/><m:e>${t('y')}</m:e></m:rad></m:oMath>`
    expect(await wordsOf(`<w:p>${run('So ')}${half}${run('.')}</w:p>`)).toBe('So (a+b)/2=x^2+√y.')
  })

  test('keeps what fields came to, what is chosen in a list, words in a direction of their own, and line breaks of every kind', async () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('42')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const chosen = `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="never"/><w:listEntry w:val="often"/></w:ddList></w:ffData></w:fldChar></w:r>`
    expect(
      await wordsOf(
        `<w:p>${run('Total ')}${field}${run(', ')}<w:fldSimple w:instr=" DATE ">${run('7 October')}</w:fldSimple></w:p>`,
      ),
    ).toBe('Total 42, 7 October')
    expect(await wordsOf(`<w:p>${run('She reads ')}${chosen}</w:p>`)).toBe('She reads often')
    expect(
      await wordsOf(
        `<w:p><w:bdo w:val="rtl">${run('سلام')}</w:bdo><w:dir w:val="ltr">${run(' and peace')}</w:dir></w:p>`,
      ),
    ).toBe('سلام and peace')
    expect(await wordsOf(`<w:p><w:r><w:t>one</w:t><w:cr/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>`)).toBe(
      'one\ntwo\nthree',
    )
    expect(await wordsOf(`<w:p>${run('12 m')}${run('2', '<w:vertAlign w:val="superscript"/>')}</w:p>`)).toBe('12 m²')
  })

  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}${level(2, 'bullet', '')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
  const inList = (at: number, words: string, list = 7) =>
    p(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)

  test('keeps the numbers and the steps of its lists, also where a list begins anew and where a style makes it', async () => {
    const body =
      inList(0, 'Ask') +
      inList(1, 'whom') +
      inList(1, 'when') +
      inList(2, 'at noon') +
      inList(0, 'Listen') +
      inList(1, 'long') +
      p('And then') +
      inList(0, 'Ask again', 8)
    expect(await wordsOf(body, { numbering })).toBe(
      '1. Ask\n  1.a) whom\n  1.b) when\n    • at noon\n2. Listen\n  2.a) long\n\nAnd then\n\n1. Ask again',
    )
    const styles = `<w:style w:styleId="Number"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style w:styleId="Mine"><w:basedOn w:val="Number"/></w:style>`
    expect(
      await wordsOf(p('One', '<w:pStyle w:val="Mine"/>') + p('Two', '<w:pStyle w:val="Number"/>'), {
        numbering,
        styles,
      }),
    ).toBe('1. One\n2. Two')
  })

  test('keeps notes and comments beneath the text, each with what it is about', async () => {
    const noted = `<w:p>${run('Children talk')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('. ')}<w:commentRangeStart w:id="0"/>${run('Boys too')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`
    const footnotes = `<w:footnote w:id="0" w:type="separator">${p('---')}</w:footnote><w:footnote w:id="2">${p('In pairs.')}</w:footnote>`
    const comments = `<w:comment w:id="0" w:author="Huw">${p('Which boys?')}</w:comment>`
    expect(await wordsOf(noted, { footnotes, comments })).toBe(
      'Children talk[1]. Boys too\n\n[1] In pairs.\n\nComment by Huw on “Boys too”: Which boys?',
    )
  })

  test('keeps text boxes once, and tables cell by cell', async () => {
    const inside = `<w:txbxContent>${p('In a box')}</w:txbxContent>`
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(await wordsOf(`<w:p>${run('Beside')}${box}</w:p>`)).toBe('Beside\n\nIn a box')
    const cell = (words: string) => `<w:tc>${p(words)}</w:tc>`
    expect(
      await wordsOf(
        `<w:tbl><w:tr>${cell('Name')}${cell('Score')}</w:tr><w:tr>${cell('P07')}${cell('12')}</w:tr></w:tbl>`,
      ),
    ).toBe('Name\tScore\nP07\t12')
  })

  test('says what it did not read: pictures, hidden words, words that were deleted, what stands on the edge of every page', async () => {
    const body = `<w:p>${run('Seen')}${run('Not seen', '<w:vanish/>')}<w:del><w:r><w:delText>Gone</w:delText></w:r></w:del><w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r></w:p>`
    const found = await readWord(onDisk(wordFile(body, { header: p('Ysgol y Bryn') })))
    expect(found.words).toBe('Seen')
    expect(found.leftOut).toEqual([
      '1 picture',
      'words that were deleted while changes were tracked',
      'hidden words',
      'what stands at the head and foot of every page',
    ])
  })

  test.each([
    ['declares entities', '<!DOCTYPE d [<!ENTITY a "b">]><w:document xmlns:w="w"><w:body><w:p/></w:body></w:document>'],
    ['stands in itself without end', `<w:document xmlns:w="w">${'<w:p>'.repeat(100_000)}`],
  ])('that %s is not read', async (_how, xml) => {
    const { zip, WORD } = await import('./made-files.js')
    const bytes = zip({
      '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
      'word/document.xml': xml,
    })
    await expect(readWord(onDisk(bytes))).rejects.toThrow()
  })
})
