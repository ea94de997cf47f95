import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { type ClaimInView, claimsOf } from '../claims/claims.js'
import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { numberOf } from '../evidence/listing/cards.js'
import type { Piece, PieceFile } from '../evidence/evidence.js'
import { kindNamed } from '../evidence/kinds.js'
import type { Timing } from '../evidence/texts/readable-texts.js'
import type { Store } from '../files/store.js'
import type { Reader } from '../names/reader.js'
import { stageNamed } from '../stages.js'
import { byName } from '../words/words.js'
import { origin, plainXml, putCodes } from './codebook.js'
import type { Codes, CopiedCoding } from './codes.js'
import type { Quotation } from '../claims/linking/quotations.js'
import { copiedName, type CopiedText, copiedTexts, type Gathered } from './gathering.js'
import { guidOf } from './guid.js'
import { manifest } from './manifest.js'
import { codePointsTo } from './places.js'
import { type Entry, storedEntry, textEntry } from './zipping.js'

/** Everything that is written into project.qde, and the files that it points at. */
interface Writing {
  copy: Gathered
  codes: Codes
  takenAt: string
  users: Map<string, string>
  files: Entry[]
  notCarried: string[]
  notes: { guid: string; name: string; words: string; by: string; at: string }[]
  links: { from: string; to: string; name: string }[]
  /** The passages that claims lean on, by the texts they stand in. */
  quoted: Map<string, Quotation[]>
  /** The sources of each piece, and the selections of each passage, by their ids. */
  sources: Map<string, string[]>
  selections: Map<string, string>
  store: Store
}

const variables = [
  { name: 'Kind of evidence', type: 'Text' },
  { name: 'Stage', type: 'Text' },
  { name: 'Gathered on', type: 'Date' },
] as const

/**
 * A project as REFI-QDA 1.0 has it (Project.xsd of 18 March 2019, urn:QDA-XML:project:1.0): project.qde, and its sources
 * beside it. Pieces become sources, schools become cases, claims become notes that are linked to what they rest on.
 */
export async function* projectEntries(
  { db, store }: { db: Db; store: Store },
  person: Reader,
  enquiry: Enquiry,
  copy: Gathered,
  codes: Codes,
  takenAt: string,
): AsyncIterable<Entry> {
  const writing: Writing = {
    ...{ copy, codes, takenAt, store, users: new Map(), files: [], notCarried: [], notes: [], links: [] },
    ...{ sources: new Map(), selections: new Map(), quoted: new Map() },
  }
  const claims = (await claimsOf(db, person, enquiry)).filter(claim => claim.retiredAt === null)
  for (const quotation of claims.flatMap(claim => [...claim.for, ...claim.against]).flatMap(one => one.quotations))
    if (!quotation.lost)
      writing.quoted.set(quotation.textId, [...(writing.quoted.get(quotation.textId) ?? []), quotation])
  const texts = new Map<string, CopiedText[]>()
  for (const piece of copy.pieces) texts.set(piece.id, await copiedTexts(db, piece, copy))
  const groupName = copy.called.read(enquiry.groupName)
  yield textEntry('project.qde', project(writing, claims, texts, { groupName, question: enquiry.question }))
  yield* writing.files
  yield textEntry(
    'sources/READ ME.txt',
    manifest(copy, { groupName, takenAt, notCarried: writing.notCarried }).replace(/^#+ /gm, ''),
  )
}

function project(
  writing: Writing,
  claims: ClaimInView[],
  texts: Map<string, CopiedText[]>,
  { groupName, question }: { groupName: string; question: string },
): string {
  const { copy, codes, takenAt, users, notes, links, sources } = writing
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('urn:QDA-XML:project:1.0', 'Project', {
    name: plainXml(groupName),
    origin,
    creationDateTime: takenAt,
  })
  // The schema wants users first, and they are known last: so the place is kept, and filled at the end.
  const people = root.ele('Users')
  if (codes.codes.length > 0)
    putCodes(root.ele('CodeBook').ele('Codes'), codes.codes, null, (element, { id }) =>
      refer(
        element,
        memosOf(writing, memo => memo.codeId === id && memo.passageId === null),
      ),
    )
  const named = root.ele('Variables')
  for (const { name, type } of variables)
    named.ele('Variable', { guid: guidOf('variable', name), name, typeOfVariable: type })
  const cases = root.ele('Cases')
  if (copy.pieces.length > 0) {
    const all = root.ele('Sources')
    for (const piece of copy.pieces) putPiece(all, writing, piece, texts.get(piece.id)!)
    if (all.node.childNodes.length === 0) all.remove()
  }
  putCases(cases, writing)
  noteClaims(writing, claims)
  if (notes.length > 0) {
    const all = root.ele('Notes')
    for (const { guid, name, words, by, at } of notes)
      all
        .ele('Note', { guid, name, creatingUser: by, creationDateTime: at })
        .ele('PlainTextContent')
        .txt(plainXml(words))
  }
  if (links.length > 0) {
    const all = root.ele('Links')
    for (const { from, to, name } of links)
      all.ele('Link', {
        ...{ guid: guidOf('link', `${from} ${to} ${name}`), name, direction: 'OneWay' },
        ...{ originGUID: from, targetGUID: to },
      })
  }
  const several = copy.pieces.filter(piece => (sources.get(piece.id) ?? []).length > 1)
  if (several.length > 0) {
    const sets = root.ele('Sets')
    for (const piece of several) {
      const set = sets.ele('Set', { guid: guidOf('set', piece.id), name: nameOf(writing, piece) })
      for (const guid of sources.get(piece.id)!) set.ele('MemberSource', { targetGUID: guid })
    }
  }
  root.ele('Description').txt(plainXml(copy.called.read(question)))
  for (const [id, name] of users) people.ele('User', { guid: guidOf('person', id), name: plainXml(name) })
  if (users.size === 0) people.remove()
  return root.end({ prettyPrint: false })
}

function nameOf({ copy }: Writing, piece: Piece, ending = ''): string {
  return plainXml(`${numberOf(piece)} ${copy.called.read(piece.title)}${ending}`)
}

/** Whoever is named in the project is one of its users. @returns their GUID */
function userOf({ users, copy }: Writing, id: string, name: string): string {
  if (!users.has(id)) users.set(id, copy.called.person(id, name))
  return guidOf('person', id)
}

function made(writing: Writing, piece: Piece) {
  return { creatingUser: userOf(writing, piece.loggedBy, piece.author), creationDateTime: piece.loggedAt }
}

function putPiece(all: XMLBuilder, writing: Writing, piece: Piece, texts: CopiedText[]): void {
  const words = texts.find(text => text.source === 'words')
  if (words) {
    const element = all.ele('TextSource', textSource(writing, piece, words, nameOf(writing, piece)))
    putSelections(element, writing, words)
    putValues(element, piece)
  }
  for (const [place, file] of piece.files.entries()) {
    const ofFile = texts.filter(text => text.fileId === file.id)
    putFile(all, writing, piece, place, file, ofFile)
  }
}

function textSource(writing: Writing, piece: Piece, text: CopiedText, name: string) {
  const guid = sourceOf(writing, piece, text.id)
  writing.files.push(textEntry(`sources/${guid}.txt`, plainXml(text.words)))
  return { guid, name, plainTextPath: `internal://${guid}.txt`, ...made(writing, piece) }
}

function sourceOf({ sources }: Writing, piece: Piece, id: string): string {
  const guid = guidOf('source', id)
  sources.set(piece.id, [...(sources.get(piece.id) ?? []), guid])
  return guid
}

/** How each kind of file goes into a project; what a project has no place for is named in the manifest. */
function putFile(
  all: XMLBuilder,
  writing: Writing,
  piece: Piece,
  place: number,
  file: PieceFile,
  texts: CopiedText[],
): void {
  const name = plainXml(
    writing.copy.audience === 'group' ? `${numberOf(piece)} ${file.name}` : copiedName(piece, place),
  )
  const text = texts[0]
  if (file.kind === 'image') return putPicture(all, writing, piece, file, name)
  if (file.kind === 'sound' || file.kind === 'film') return putRecording(all, writing, piece, file, name, text)
  if (file.mediaType === 'application/pdf') return putPdf(all, writing, piece, file, name, text)
  if (text) {
    const element = all.ele('TextSource', textSource(writing, piece, text, name))
    putSelections(element, writing, text)
    putValues(element, piece)
    writing.notCarried.push(`${copiedName(piece, place)} is there as its text only.`)
    return
  }
  writing.notCarried.push(`${copiedName(piece, place)}: a project has no place for this kind of file.`)
}

function fileSource(writing: Writing, piece: Piece, file: PieceFile, name: string, key = file.storedAs) {
  const guid = sourceOf(writing, piece, file.id)
  const ending = key === file.storedAs ? (/\.(\w{1,5})$/.exec(file.name)?.[1]?.toLowerCase() ?? 'bin') : 'jpg'
  writing.files.push(storedEntry(writing.store, file, `sources/${guid}.${ending}`, key))
  return { guid, name, path: `internal://${guid}.${ending}`, ...made(writing, piece) }
}

/** Programs read JPEG and PNG; any other picture goes as the JPEG that pages show. */
function putPicture(all: XMLBuilder, writing: Writing, piece: Piece, file: PieceFile, name: string): void {
  const known = /^image\/(jpeg|png)$/.test(file.mediaType)
  const key = known || file.smallAs === null ? file.storedAs : file.smallAs
  const element = all.ele('PictureSource', fileSource(writing, piece, file, name, key))
  if (file.alt) element.ele('Description').txt(plainXml(writing.copy.called.read(file.alt)))
  putValues(element, piece)
}

function putPdf(
  all: XMLBuilder,
  writing: Writing,
  piece: Piece,
  file: PieceFile,
  name: string,
  text: CopiedText | undefined,
): void {
  const element = all.ele('PDFSource', fileSource(writing, piece, file, name))
  if (text) {
    const guid = guidOf('source', text.id)
    writing.files.push(textEntry(`sources/${guid}.txt`, plainXml(text.words)))
    const read = element.ele('Representation', {
      guid,
      name: `${name}, its text`,
      plainTextPath: `internal://${guid}.txt`,
    })
    putSelections(read, writing, text)
  }
  putValues(element, piece)
}

function putRecording(
  all: XMLBuilder,
  writing: Writing,
  piece: Piece,
  file: PieceFile,
  name: string,
  text: CopiedText | undefined,
): void {
  const element = all.ele(file.kind === 'sound' ? 'AudioSource' : 'VideoSource', fileSource(writing, piece, file, name))
  if (text) putTranscript(element, writing, text, name)
  putValues(element, piece)
}

/** Each end of a line and of a coded passage is a point that joins a place in the words to a moment, where one is known. */
function putTranscript(element: XMLBuilder, writing: Writing, text: CopiedText, name: string): void {
  const guid = guidOf('source', text.id)
  writing.files.push(textEntry(`sources/${guid}.txt`, plainXml(text.words)))
  const transcript = element.ele('Transcript', {
    guid,
    name: `${name}, transcript`,
    plainTextPath: `internal://${guid}.txt`,
  })
  const lines = text.renamed || text.timings === null ? [] : (JSON.parse(text.timings) as Timing[])
  const marked = markedIn(writing, text)
  const places = new Map<number, number | null>()
  for (const { startsAt, endsAt, from, to } of lines) {
    if (!places.has(endsAt)) places.set(endsAt, to)
    places.set(startsAt, from)
  }
  for (const { startsAt, endsAt } of marked)
    for (const at of [startsAt, endsAt]) if (!places.has(at)) places.set(at, null)
  const point = (at: number) => guidOf('moment', `${text.id} ${at}`)
  const count = codePointsTo(text.words)
  for (const [at, seconds] of [...places].sort(([a], [b]) => a - b))
    transcript.ele('SyncPoint', {
      guid: point(at),
      ...(seconds === null ? {} : { timeStamp: Math.round(seconds * 1000) }),
      position: count(at),
    })
  for (const { passageId, startsAt, endsAt, words, codings } of marked) {
    const selection = transcript.ele('TranscriptSelection', {
      ...{ guid: selectionOf(writing, passageId), name: shortened(words, writing) },
      ...{ fromSyncPoint: point(startsAt), toSyncPoint: point(endsAt) },
    })
    putCodings(selection, writing, passageId, codings)
  }
}

/** A passage that is coded, or that a claim leans on. */
interface Marked {
  passageId: string
  startsAt: number
  endsAt: number
  words: string
  codings: CopiedCoding[]
}

/** The passages of a text that something is said of. A text whose names were changed has lost its places. */
function markedIn({ codes, quoted, notCarried, copy }: Writing, text: CopiedText): Marked[] {
  const own = codes.codings.filter(coding => coding.readableTextId === text.id)
  const leanedOn = quoted.get(text.id) ?? []
  if (own.length + leanedOn.length > 0 && text.renamed) {
    const piece = copy.pieces.find(one => one.id === text.evidenceId)!
    const what = own.length === 0 ? 'passages' : leanedOn.length === 0 ? 'codings' : 'codings and passages'
    notCarried.push(
      `The ${what} of ${numberOf(piece)}: names in this text were changed, so their places no longer hold.`,
    )
    return []
  }
  const passages = new Map<string, Marked>()
  for (const { passageId, startsAt, endsAt, words } of [...own, ...leanedOn])
    passages.set(passageId, {
      ...{ passageId, startsAt, endsAt, words },
      codings: own.filter(coding => coding.passageId === passageId),
    })
  return [...passages.values()]
}

/** REFI-QDA counts whole letters (Unicode code points) from 0; the end is the place behind the last one. */
function putSelections(element: XMLBuilder, writing: Writing, text: CopiedText): void {
  const count = codePointsTo(text.words)
  for (const { passageId, startsAt, endsAt, words, codings } of markedIn(writing, text)) {
    const selection = element.ele('PlainTextSelection', {
      ...{ guid: selectionOf(writing, passageId), name: shortened(words, writing) },
      ...{ startPosition: count(startsAt), endPosition: count(endsAt) },
    })
    putCodings(selection, writing, passageId, codings)
  }
}

function selectionOf({ selections }: Writing, passageId: string): string {
  const guid = guidOf('passage', passageId)
  selections.set(passageId, guid)
  return guid
}

function putCodings(selection: XMLBuilder, writing: Writing, passageId: string, codings: CopiedCoding[]): void {
  for (const { id, codeId, madeBy, madeByName, madeAt } of codings)
    selection
      .ele('Coding', {
        guid: guidOf('coding', id),
        creatingUser: userOf(writing, madeBy, madeByName),
        creationDateTime: madeAt,
      })
      .ele('CodeRef', { targetGUID: guidOf('code', codeId) })
  refer(
    selection,
    memosOf(writing, memo => memo.passageId === passageId),
  )
}

function memosOf(writing: Writing, which: (memo: Codes['memos'][number]) => boolean): string[] {
  return writing.codes.memos.filter(which).map(memo => {
    const guid = guidOf('memo', memo.id)
    const by = userOf(
      writing,
      memo.madeBy,
      writing.codes.codings.find(one => one.madeBy === memo.madeBy)?.madeByName ?? 'A colleague',
    )
    if (!writing.notes.some(note => note.guid === guid))
      writing.notes.push({ guid, name: shortened(memo.words, writing), words: memo.words, by, at: memo.madeAt })
    return guid
  })
}

function refer(element: XMLBuilder, notes: string[]): void {
  for (const guid of notes) element.ele('NoteRef', { targetGUID: guid })
}

function shortened(words: string, { copy }: Writing): string {
  const line = copy.called.read(words).replace(/\s+/g, ' ').trim()
  return plainXml(line.length > 60 ? `${[...line].slice(0, 59).join('')}…` : line)
}

function putValues(element: XMLBuilder, piece: Piece): void {
  const values = [
    ['TextValue', kindNamed(piece.kind)],
    ['TextValue', stageNamed(piece.stage).name],
    ['DateValue', piece.gatheredOn],
  ] as const
  for (const [place, [type, value]] of values.entries()) {
    const one = element.ele('VariableValue')
    one.ele('VariableRef', { targetGUID: guidOf('variable', variables[place]!.name) })
    one.ele(type).txt(value)
  }
}

/** Each school is a case, in alphabetical order, with the sources that come from it. */
function putCases(cases: XMLBuilder, { copy, sources }: Writing): void {
  const schools = new Map(copy.pieces.flatMap(piece => piece.schools).map(school => [school.id, school]))
  for (const school of [...schools.values()].sort(byName)) {
    const element = cases.ele('Case', { guid: guidOf('school', school.id), name: plainXml(copy.called.school(school)) })
    for (const piece of copy.pieces.filter(one => one.schools.some(({ id }) => id === school.id)))
      for (const guid of sources.get(piece.id) ?? []) element.ele('SourceRef', { targetGUID: guid })
  }
  if (schools.size === 0) cases.remove()
}

function noteClaims(writing: Writing, claims: ClaimInView[]): void {
  const { notes, links, sources, selections, copy } = writing
  const included = new Set(copy.pieces.map(piece => piece.id))
  for (const claim of claims) {
    const guid = guidOf('claim', claim.id)
    const words = [copy.called.read(claim.claim), `How sure: ${claim.strength}`]
    if (claim.sureBecause) words.push(`Why: ${copy.called.read(claim.sureBecause)}`)
    if (claim.whatWouldChange) words.push(`What would change our mind: ${copy.called.read(claim.whatWouldChange)}`)
    notes.push({
      ...{ guid, name: `Claim ${claim.label}`, words: words.join('\n') },
      ...{ by: userOf(writing, claim.madeBy, claim.madeByName), at: claim.madeAt },
    })
    for (const [bearing, linked] of [
      ['speaks for', claim.for],
      ['speaks against', claim.against],
    ] as const)
      for (const { piece, whole, quotations } of linked) {
        if (!included.has(piece.id)) continue
        if (whole) for (const from of sources.get(piece.id) ?? []) links.push({ from, to: guid, name: bearing })
        for (const { passageId } of quotations) {
          const from = selections.get(passageId)
          if (from) links.push({ from, to: guid, name: bearing })
        }
      }
  }
}
