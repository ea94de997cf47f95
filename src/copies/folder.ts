import type { Db } from '../database.js'
import { claimsOf } from '../claims/claims.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { numberOf } from '../evidence/listing/cards.js'
import type { Piece } from '../evidence/evidence.js'
import { kindNamed } from '../evidence/kinds.js'
import type { Store } from '../files/store.js'
import type { Reader } from '../names/reader.js'
import { stageNamed } from '../stages.js'
import { day, listed } from '../words/words.js'
import { copiedName, type CopiedText, copiedTexts, type Gathered } from './gathering.js'
import { manifest } from './manifest.js'
import { measuresAsCsv, numbersIn, questionnairesAsCsv } from './measures.js'
import { quotationsInCopy } from './quoting.js'
import { type Entry, storedEntry, textEntry } from './zipping.js'

/** A folder that any computer opens: a Markdown text for each piece, its files beside it, and the claims. */
export async function* folderEntries(
  { db, store }: { db: Db; store: Store },
  person: Reader,
  enquiry: Enquiry,
  copy: Gathered,
  takenAt: string,
): AsyncIterable<Entry> {
  const facts = { groupName: copy.called.read(enquiry.groupName), takenAt }
  const numbers = await numbersIn(db, person, enquiry, copy)
  yield textEntry('README.md', manifest(copy, { ...facts, notCarried: numbers.notCarried }))
  const included = new Set(copy.pieces.map(piece => piece.id))
  yield textEntry('claims.md', await claimsInWords(db, person, enquiry, copy, included))
  if (numbers.measures.length > 0) yield textEntry('measures.csv', measuresAsCsv(numbers))
  if (numbers.questionnaires.length > 0) yield textEntry('questionnaires.csv', questionnairesAsCsv(numbers))
  for (const piece of copy.pieces) {
    yield textEntry(`evidence/${numberOf(piece)}.md`, pieceInWords(piece, copy, await copiedTexts(db, piece, copy)))
    for (const [place, file] of piece.files.entries())
      yield storedEntry(store, file, `evidence/files/${copiedName(piece, place)}`)
  }
}

/** A piece as a text that any computer opens. */
export function pieceInWords(piece: Piece, { called }: Gathered, texts: CopiedText[]): string {
  const place = new Map(piece.files.map((file, at) => [file.id, copiedName(piece, at)]))
  const facts = {
    number: numberOf(piece),
    title: called.read(piece.title),
    kind: kindNamed(piece.kind),
    stage: stageNamed(piece.stage).name,
    schools: piece.schools.map(school => called.school(school)),
    gathered: piece.gatheredOn,
    'logged by': called.person(piece.loggedBy, piece.author),
  }
  const lines = ['---', ...Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`), '---', '']
  lines.push(`# ${numberOf(piece)}: ${called.read(piece.title)}`, '', called.read(piece.whatWeSaw), '')
  for (const [at, file] of piece.files.entries()) {
    const name = `files/${copiedName(piece, at)}`
    const alt = called.read(file.alt).replace(/[[\]]/g, '')
    lines.push(
      file.kind === 'image' ? `![${alt || 'A picture without a description'}](${name})` : `[${name}](${name})`,
      '',
    )
  }
  for (const text of texts.filter(one => one.source !== 'words')) {
    const what = text.source === 'transcript' ? 'What is said in' : 'The text of'
    lines.push(`## ${what} ${place.get(text.fileId ?? '') ?? 'the file'}`, '', text.words, '')
  }
  return lines.join('\n')
}

async function claimsInWords(db: Db, person: Reader, enquiry: Enquiry, { called }: Gathered, included: Set<string>) {
  const claims = (await claimsOf(db, person, enquiry)).filter(claim => claim.retiredAt === null)
  if (claims.length === 0) return '# Claims\n\nThe group has made no claims in this cycle yet.\n'
  const numbers = (linked: (typeof claims)[number]['for']) =>
    listed(linked.filter(({ piece }) => included.has(piece.id)).map(({ piece }) => numberOf(piece))) ||
    'nothing in this copy'
  const words = (linked: (typeof claims)[number]['for']) =>
    quotationsInCopy(linked, included, called).map(
      one => `    > ${one.words.replace(/\s+/g, ' ')} (${[one.number, one.note].filter(Boolean).join(': ')})`,
    )
  return [
    '# Claims',
    '',
    ...claims.flatMap(claim => [
      `## ${claim.label}: ${called.read(claim.claim)}`,
      '',
      `- How sure: ${claim.strength}`,
      ...(claim.sureBecause ? [`- Why: ${called.read(claim.sureBecause)}`] : []),
      `- Speaks for it: ${numbers(claim.for)}`,
      ...words(claim.for),
      `- Speaks against it: ${numbers(claim.against)}`,
      ...words(claim.against),
      ...(claim.whatWouldChange ? [`- What would change our mind: ${called.read(claim.whatWouldChange)}`] : []),
      `- Made on ${day(claim.madeAt)}`,
      '',
    ]),
  ].join('\n')
}
