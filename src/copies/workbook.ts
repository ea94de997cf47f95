import writeExcelFile from 'write-excel-file/node'
import type { Db } from '../database.js'
import { claimsOf } from '../claims/claims.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { audienceOf, consentAudienceNamed } from '../evidence/audiences.js'
import { numberOf } from '../evidence/cards.js'
import { kindNamed } from '../evidence/kinds.js'
import type { Person } from '../people/person.js'
import { stageNamed } from '../stages.js'
import { safeCell } from '../web/csv.js'
import { type Cell, measureHead, questionnaireHead } from '../instruments/in-rows.js'
import type { Codes } from './codes.js'
import { copiedName, type Gathered } from './gathering.js'
import { manifest } from './manifest.js'
import { numbersIn } from './measures.js'
import { quotationsInCopy } from './quoting.js'
import { dayOf } from '../web/now.js'

interface Sheet {
  sheet: string
  head: string[]
  widths: number[]
  rows: Cell[][]
}

/** A cell of a workbook holds no more than this. */
const mostLetters = 32_000

/** The group's evidence as a workbook, a sheet for each kind of record. Every cell is text or a number, never a formula. */
export async function workbook(
  db: Db,
  person: Person,
  enquiry: Enquiry,
  copy: Gathered,
  codes: Codes,
  takenAt: string,
): Promise<Buffer> {
  const numbers = await numbersIn(db, person, enquiry, copy)
  const sheets = [
    evidenceSheet(copy),
    filesSheet(copy),
    consentSheet(copy),
    await claimsSheet(db, person, enquiry, copy),
    codesSheet(codes),
    codingsSheet(copy, codes),
    { sheet: 'Measures', head: measureHead, widths: [30, 13, 40, 22, 18, 40], rows: numbers.measures },
    {
      sheet: 'Questionnaires',
      head: questionnaireHead,
      widths: [34, 13, 9, 50, 60, 10],
      rows: numbers.questionnaires,
    },
    aboutSheet(copy, {
      groupName: copy.called.words(enquiry.groupName),
      takenAt,
      notCarried: numbers.notCarried,
    }),
  ]
  return writeExcelFile(
    sheets.map(({ sheet, head, widths, rows }) => ({
      sheet,
      stickyRowsCount: 1,
      columns: widths.map(width => ({ width })),
      data: [head.map(value => ({ value, fontWeight: 'bold' as const })), ...rows.map(row => row.map(asCell))],
    })),
  ).toBuffer()
}

function asCell(value: Cell) {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number }
  return {
    value: String(safeCell(value)).slice(0, mostLetters),
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
  }
}

function evidenceSheet({ pieces, called }: Gathered): Sheet {
  return {
    sheet: 'Evidence',
    head: ['Number', 'Title', 'Kind', 'Stage', 'Schools', 'Gathered on', 'Logged by', 'Shared with', 'What we saw'],
    widths: [9, 40, 18, 12, 28, 13, 22, 14, 80],
    rows: pieces.map(piece => [
      numberOf(piece),
      called.words(piece.title),
      kindNamed(piece.kind),
      stageNamed(piece.stage).name,
      piece.schools.map(school => called.school(school)).join('; '),
      piece.gatheredOn,
      called.person(piece.loggedBy, piece.author),
      audienceOf(piece),
      called.words(piece.whatWeSaw),
    ]),
  }
}

function filesSheet({ pieces, called, audience }: Gathered): Sheet {
  return {
    sheet: 'Files',
    head: ['Evidence', 'File', 'Kind', 'Bytes', 'What it shows', 'SHA-256'],
    widths: [9, 30, 12, 12, 60, 66],
    rows: pieces.flatMap(piece =>
      piece.files.map((file, place) => [
        numberOf(piece),
        audience === 'group' ? file.name : copiedName(piece, place),
        file.kind,
        file.bytes,
        called.words(file.alt),
        file.sha256,
      ]),
    ),
  }
}

/** Who may be seen, and how far; who gave the consent stays in the workbench. */
function consentSheet({ pieces }: Gathered): Sheet {
  return {
    sheet: 'Consent',
    head: ['Evidence', 'Who can be recognised', 'How far they agreed', 'Given on'],
    widths: [9, 26, 40, 13],
    rows: pieces.map(({ consent, ...piece }) => [
      numberOf(piece),
      consent?.who ?? 'nobody has said yet',
      consent ? consentAudienceNamed(consent.audience).agreed : '',
      consent?.givenOn ?? '',
    ]),
  }
}

async function claimsSheet(db: Db, person: Person, enquiry: Enquiry, { pieces, called }: Gathered): Promise<Sheet> {
  const included = new Set(pieces.map(piece => piece.id))
  const claims = await claimsOf(db, person, enquiry)
  const numbers = (linked: (typeof claims)[number]['for']) =>
    linked
      .filter(({ piece }) => included.has(piece.id))
      .map(({ piece }) => numberOf(piece))
      .join(', ')
  const words = (linked: (typeof claims)[number]['for']) =>
    quotationsInCopy(linked, included, called)
      .map(one => `“${one.words}” (${one.number})`)
      .join('\n')
  return {
    sheet: 'Claims',
    head: [
      'Number',
      'Claim',
      'How sure',
      'Why',
      'Evidence for',
      'Words for',
      'Evidence against',
      'Words against',
      'What would change our mind',
      'Retired on',
    ],
    widths: [9, 70, 16, 40, 22, 60, 22, 60, 50, 13],
    rows: claims.map(claim => [
      claim.label,
      called.words(claim.claim),
      claim.strength,
      called.words(claim.sureBecause),
      numbers(claim.for),
      words(claim.for),
      numbers(claim.against),
      words(claim.against),
      called.words(claim.whatWouldChange),
      claim.retiredAt ? dayOf(claim.retiredAt) : '',
    ]),
  }
}

function codesSheet({ codes }: Codes): Sheet {
  const named = new Map(codes.map(code => [code.id, code.name]))
  return {
    sheet: 'Codes',
    head: ['Code', 'Within', 'When to use it', 'When not to'],
    widths: [30, 30, 60, 60],
    rows: codes.map(code => [code.name, named.get(code.parentId ?? '') ?? '', code.description, code.notFor]),
  }
}

function codingsSheet({ pieces, called }: Gathered, { codes, codings }: Codes): Sheet {
  const named = new Map(codes.map(code => [code.id, code.name]))
  const numbered = new Map(pieces.map(piece => [piece.id, numberOf(piece)]))
  return {
    sheet: 'Codings',
    head: ['Evidence', 'Code', 'Passage', 'Coded on', 'Coded by'],
    widths: [9, 30, 80, 13, 22],
    rows: codings.map(coding => [
      numbered.get(coding.evidenceId) ?? '',
      named.get(coding.codeId) ?? '',
      called.words(coding.words),
      dayOf(coding.madeAt),
      called.person(coding.madeBy, coding.madeByName),
    ]),
  }
}

function aboutSheet(copy: Gathered, facts: { groupName: string; takenAt: string; notCarried: string[] }): Sheet {
  const lines = manifest(copy, facts).split('\n').filter(Boolean)
  return {
    sheet: 'About this copy',
    head: ['About this copy'],
    widths: [120],
    rows: lines.map(line => [line.replace(/^#+ |^- /, '')]),
  }
}
