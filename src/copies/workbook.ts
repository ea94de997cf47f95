import { claimsOf } from '../claims/claims.js'
import { claimColumns } from '../claims/columns.js'
import { codeColumns, passageColumns } from '../coding/comparing/columns.js'
import { codesAsBook } from '../coding/codebook/book.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import type { Reader } from '../names/reader.js'
import { consentAudienceNamed } from '../reach/audiences.js'
import { audienceOf } from '../reach/audience-in-words.js'
import { numberOf } from '../evidence/listing/cards.js'
import { evidenceColumns } from '../evidence/columns.js'
import type { Piece } from '../evidence/evidence.js'
import type { House } from '../house.js'
import { measureColumns, questionnaireColumns } from '../instruments/in-rows.js'
import { answeredParts, type Thing } from '../question-parts/answers.js'
import { partColumns, partLines } from '../question-parts/columns.js'
import { type Column, day, number, text } from '../web/columns.js'
import type { Codes } from './project/codes.js'
import { copiedName, type Gathered } from './gathering.js'
import { manifest } from './manifest.js'
import { numbersIn } from './measures.js'
import { writtenFor } from '../office/writing.js'
import { type SheetInCopy, sheetOf } from './sheets.js'
import { claimInCopy, passagesInCopy, pieceInCopy } from './under-its-names.js'

/** The group's evidence as a workbook: a sheet for each list of the pages, with the same columns. */
export async function workbook(
  { db, baseUrl }: Pick<House, 'db' | 'baseUrl'>,
  person: Reader,
  enquiry: Enquiry,
  copy: Gathered,
  codes: Codes,
  takenAt: string,
): Promise<Buffer> {
  const numbers = await numbersIn(db, person, enquiry, copy)
  const claims = (await claimsOf(db, person, enquiry)).map(claim => claimInCopy(claim, copy))
  const sheets = [
    sheetOf(
      'Evidence',
      evidenceColumns(baseUrl),
      copy.pieces.map(piece => lineOf(piece, copy)),
    ),
    sheetOf('Files', fileColumns, filesIn(copy)),
    sheetOf('Consent', consentColumns, copy.pieces),
    sheetOf('Claims', claimColumns, claims),
    ...(await partsSheet(db, person, enquiry, copy)),
    sheetOf('Codes', codeColumns, codesWithTimes(codes)),
    sheetOf('Codings', passageColumns, await passagesInCopy(db, copy, codes)),
    sheetOf('Measures', measureColumns, numbers.measures),
    sheetOf('Questionnaires', questionnaireColumns, numbers.questionnaires),
  ]
  const facts = { groupName: copy.called.read(enquiry.groupName), takenAt, notCarried: numbers.notCarried }
  const about = aboutSheet(manifest(copy, { ...facts, goesOn: sheets.flatMap(one => one.goesOn) }))
  return writtenFor({ as: 'Excel', sheets: [...sheets, about] })
}

/** Of a question that has parts: what in this copy answers each. */
async function partsSheet(db: House['db'], person: Reader, enquiry: Enquiry, copy: Gathered): Promise<SheetInCopy[]> {
  const parts = await answeredParts(db, person, enquiry)
  if (parts.length === 0) return []
  const { read } = copy.called
  const copied = new Set(copy.pieces.map(piece => piece.id))
  const inCopy = parts.map(part => {
    const { claims, evidence, codes } = part.answers
    const said = (things: Thing[]) => things.map(one => ({ ...one, text: read(one.text) }))
    const pieces = said(evidence.filter(one => copied.has(one.id)))
    const answers = { claims: said(claims), evidence: pieces, actions: [], recommendations: [], codes: said(codes) }
    return { ...part, name: read(part.name), answers }
  })
  return [sheetOf('Parts of the question', partColumns, partLines(inCopy))]
}

function lineOf(piece: Piece, copy: Gathered) {
  return { piece: pieceInCopy(piece, copy), seenBy: audienceOf(piece) }
}

interface FileLine {
  number: string
  name: string
  file: Piece['files'][number]
}

function filesIn({ pieces, called, audience }: Gathered): FileLine[] {
  return pieces.flatMap(piece =>
    piece.files.map((file, place) => ({
      number: numberOf(piece),
      name: audience === 'group' ? file.name : copiedName(piece, place),
      file: { ...file, alt: called.read(file.alt) },
    })),
  )
}

const fileColumns: Column<FileLine>[] = [
  text('Evidence', 9, line => line.number),
  text('File', 30, line => line.name),
  text('Kind', 12, ({ file }) => file.kind),
  number('Bytes', 12, ({ file }) => file.bytes),
  text('What it shows', 60, ({ file }) => file.alt),
  text('SHA-256', 66, ({ file }) => file.sha256),
]

/** Who may be seen, and how far; who gave the consent stays in the workbench. */
const consentColumns: Column<Piece>[] = [
  text('Evidence', 9, piece => numberOf(piece)),
  text('Who can be recognised', 26, ({ consent }) => consent?.who ?? 'nobody has said yet'),
  text('How far they agreed', 40, ({ consent }) => consent && consentAudienceNamed(consent.audience).agreed),
  day('Given on', ({ consent }) => consent?.givenOn),
]

function codesWithTimes({ codes, codings }: Codes) {
  return codesAsBook(codes).map(code => ({
    ...code,
    passages: codings.filter(coding => coding.codeId === code.id).length,
  }))
}

function aboutSheet(words: string): SheetInCopy {
  const lines = words.split('\n').filter(Boolean)
  return sheetOf('About this copy', [text<string>('About this copy', 120, line => line.replace(/^#+ |^- /, ''))], lines)
}
