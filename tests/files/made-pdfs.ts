import PDFDocument from 'pdfkit'
/** A PDF of so many pages, each with its own words; it asks the reader's program to run something when it is opened. */
export function pdfOf(...pages: string[]): Buffer {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((words, at) => {
      const drawn = `BT /F 12 Tf 72 700 Td (${words}) Tj ET`
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * at} 0 R>>`,
        `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
      ]
    }),
  ]
  return assembled(objects.map(one => Buffer.from(one)))
}

/** The file as its format asks: each object, then where each begins. */
export function assembled(objects: Buffer[]): Buffer {
  const places: number[] = []
  let file = Buffer.from('%PDF-1.4\n')
  for (const [at, one] of objects.entries()) {
    places.push(file.length)
    file = Buffer.concat([file, Buffer.from(`${at + 1} 0 obj\n`), one, Buffer.from('\nendobj\n')])
  }
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.concat([file, Buffer.from(end)])
}

/** A PDF that nobody reads without its password. */
export async function lockedPdf(): Promise<Buffer> {
  const document = new PDFDocument({ userPassword: 'secret', pdfVersion: '1.7' })
  document.text('Nobody reads this without the word')
  document.end()
  const parts: Buffer[] = []
  for await (const part of document) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
