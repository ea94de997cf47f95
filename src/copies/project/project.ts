import { create } from 'xmlbuilder2'
import { type ClaimInView, claimsOf } from '../../claims/claims.js'
import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Store } from '../../files/store.js'
import type { Reader } from '../../names/reader.js'
import { type CopiedText, copiedTexts, type Gathered } from '../gathering.js'
import { manifest } from '../manifest.js'
import { type Entry, textEntry } from '../zipping.js'
import { putCases } from './cases.js'
import { noteClaims } from './claims.js'
import { putCodes } from './codebook.js'
import type { Codes } from './codes.js'
import { guidOf } from './guid.js'
import { putLinks } from './links.js'
import { putMemos, putNotes } from './notes.js'
import { putSets } from './sets.js'
import { putSources } from './sources.js'
import { putUsers } from './users.js'
import { putVariables } from './variables.js'
import { beginWriting, userOf, type Writing } from './writing.js'
import { origin, plainXml } from './xml.js'

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
  const claims = (await claimsOf(db, person, enquiry)).filter(claim => claim.retiredAt === null)
  const quotations = claims.flatMap(claim => [...claim.for, ...claim.against]).flatMap(one => one.quotations)
  const writing = beginWriting(copy, codes, store, quotations)
  const texts = new Map<string, CopiedText[]>()
  for (const piece of copy.pieces) texts.set(piece.id, await copiedTexts(db, piece, copy))
  const groupName = copy.called.read(enquiry.groupName)
  const facts = { groupName, question: enquiry.question, takenAt, by: userOf(writing, person.id, person.name) }
  yield textEntry('project.qde', project(writing, claims, texts, facts))
  yield* writing.files
}

/** What the copy holds and what it could not carry, as a note: a file that no source declares is one that programs stumble over. */
function noteOnTheCopy(
  writing: Writing,
  { groupName, takenAt, by }: { groupName: string; takenAt: string; by: string },
) {
  const words = manifest(writing.copy, { groupName, takenAt, notCarried: writing.notCarried }).replace(/^#+ /gm, '')
  writing.notes.unshift({ guid: guidOf('about the copy', takenAt), name: 'About this copy', words, by, at: takenAt })
}

/** project.qde. Its parts stand in the order of the schema. */
function project(
  writing: Writing,
  claims: ClaimInView[],
  texts: Map<string, CopiedText[]>,
  { groupName, question, takenAt, by }: { groupName: string; question: string; takenAt: string; by: string },
): string {
  const { copy, codes } = writing
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('urn:QDA-XML:project:1.0', 'Project', {
    name: plainXml(groupName),
    origin,
    creatingUserGUID: by,
    creationDateTime: takenAt,
  })
  // Users and cases come first, and are known last: so their places are kept, and filled when all is known.
  const users = root.ele('Users')
  if (codes.codes.length > 0)
    putCodes(root.ele('CodeBook').ele('Codes'), codes.codes, null, (element, { id }) =>
      putMemos(element, writing, memo => memo.codeId === id && memo.passageId === null),
    )
  putVariables(root)
  const cases = root.ele('Cases')
  putSources(root, writing, texts)
  putCases(cases, writing)
  noteClaims(writing, claims)
  noteOnTheCopy(writing, { groupName, takenAt, by })
  putNotes(root, writing)
  putLinks(root, writing)
  putSets(root, writing)
  root.ele('Description').txt(plainXml(copy.called.read(question)))
  putUsers(users, writing)
  return root.end({ prettyPrint: false })
}
