import type { Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { logEvidence, type WithAlt } from '../../evidence/logging/logging.js'
import { makePassage } from '../../evidence/readable-texts/passages.js'
import { keepText } from '../../evidence/readable-texts/readable-texts.js'
import type { Evidence } from '../../evidence/tables.js'
import type { FoundText } from '../../files/reading/project/found-project.js'
import type { Prepared } from '../../files/keeping.js'
import { record } from '../../facts/facts.js'
import { Conflict } from '../../errors.js'
import type { Person } from '../../people/person.js'
import { now, today } from '../../web/now.js'
import { listed, plural } from '../../words/words.js'
import { bookOf } from '../codebook/book.js'
import { aboutCodebook, putCode } from '../codebook/keeping-codes.js'
import { putMemo } from '../memos/memos.js'
import { giveCodes } from '../passages/coding-passages.js'
import { act, type Change } from '../undoing/acts.js'
import { codesToBring } from './codes-to-bring.js'
import type { KeptProject } from './keeping-project.js'

export interface TakenIn {
  codes: number
  pieces: number
  passages: number
  memos: number
}

const longestMemo = 10_000

/**
 * Takes a codebook, or a project with its texts, PDFs, codes and notes, into a group. The codes and codings are one step of the log, so
 * that they can be taken back together; each text becomes a piece of evidence.
 * @param texts for each text, in order: the file that it is kept in
 * @throws Conflict when there is nothing to take in
 */
export async function takeProject(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  project: KeptProject,
  texts: Prepared[],
  audience: 'author' | 'group',
): Promise<TakenIn> {
  const changes: Change[] = []
  const taken: TakenIn = { codes: 0, pieces: 0, passages: 0, memos: 0 }
  const codes = await putCodes(trx, enquiry, person, project, changes, taken)
  for (const [at, text] of project.texts.entries())
    await takeText(trx, { enquiry, person, project, codes, audience, changes, taken }, text, texts[at]!)
  for (const { name, words } of project.notes) {
    await logEvidence(trx, enquiry, person, { ...said(name, audience), whatWeSaw: words, kind: 'field-note' })
    taken.pieces += 1
  }
  if (changes.length === 0 && taken.pieces === 0)
    throw new Conflict('There is nothing in this file that the group does not have already.')
  if (changes.length > 0) {
    const did = `brought in ${plural(taken.codes, 'code', 'codes')} and ${plural(taken.passages, 'coded passage', 'coded passages')} from another program`
    await act(trx, { groupId: enquiry.groupId, person, did }, changes)
  }
  if (taken.codes > 0) await record(trx, { kind: 'code made', by: person, ...aboutCodebook(enquiry, enquiry.groupId) })
  return taken
}

/** Codes of the group are used where it has one of that name; nothing about them is changed. @returns their ids, by their identities there */
async function putCodes(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  project: KeptProject,
  changes: Change[],
  taken: TakenIn,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const code of codesToBring(project.codes, await bookOf(trx, enquiry))) {
    if (code.known) ids.set(code.guid, code.known.id)
    else {
      const { name, description, colour } = code
      const parentId = ids.get(code.parent) ?? null
      const put = await putCode(trx, enquiry, person, { name, description, colour, parentId })
      ids.set(code.guid, put.code.id)
      changes.push(put.change)
      taken.codes += 1
    }
    for (const words of memosIn(code.notes, project)) {
      changes.push(await putMemo(trx, person, enquiry.groupId, words, { codeId: ids.get(code.guid)! }))
      taken.memos += 1
    }
  }
  return ids
}

interface Taking {
  enquiry: Enquiry
  person: Person
  project: KeptProject
  codes: Map<string, string>
  audience: 'author' | 'group'
  changes: Change[]
  taken: TakenIn
}

async function takeText(trx: Trx, taking: Taking, found: FoundText, file: Prepared): Promise<void> {
  const { enquiry, person, taken } = taking
  const files: WithAlt[] = [file]
  const { piece } = await logEvidence(
    trx,
    enquiry,
    person,
    { ...said(found.name, taking.audience), whatWeSaw: '', kind: '' },
    files,
  )
  taken.pieces += 1
  if (found.words.trim() === '') return
  await codeText(trx, taking, found, piece)
}

/** The text stands as the project has it: it is not read from the file again, since the places of the codes are counted in it. */
async function codeText(trx: Trx, taking: Taking, found: FoundText, piece: Evidence): Promise<void> {
  const { enquiry, person, project, codes, changes, taken } = taking
  const { fileId } = await trx
    .selectFrom('evidenceFiles')
    .select('fileId')
    .where('evidenceId', '=', piece.id)
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('fileReadings')
    .set({ readAt: now(), outcome: 'text' })
    .where('fileId', '=', fileId)
    .where('evidenceId', '=', piece.id)
    .execute()
  const text = await keepText(trx, { evidenceId: piece.id, source: 'document', fileId }, found.words, person)
  if (!text) return
  for (const { startsAt, endsAt, codes: guids, notes } of found.selections) {
    if (found.words.slice(startsAt, endsAt).trim() === '') continue
    const given = [...new Set(guids)].flatMap(guid => codes.get(guid) ?? []).map(id => ({ id }))
    const memos = memosIn(notes, project)
    if (given.length + memos.length === 0) continue
    const passage = await makePassage(trx, text, { startsAt, endsAt }, person)
    const put = await giveCodes(trx, passage, given, person, enquiry.groupId, null)
    changes.push(...put.changes)
    for (const words of memos)
      changes.push(await putMemo(trx, person, enquiry.groupId, words, { passageId: passage.id, evidenceId: piece.id }))
    taken.passages += put.ids.length > 0 ? 1 : 0
    taken.memos += memos.length
  }
}

/** Notes that are pointed at, and words that were written beside a passage itself (these begin with `=`). */
function memosIn(notes: string[], { pointedAt }: KeptProject): string[] {
  return notes
    .map(note => (note.startsWith('=') ? note.slice(1) : (pointedAt[note] ?? '')))
    .map(words => words.trim().slice(0, longestMemo))
    .filter(Boolean)
}

function said(name: string, audience: 'author' | 'group') {
  return {
    title: name.replace(/\s+/g, ' ').trim().slice(0, 120),
    stage: 'evidence' as const,
    gatheredOn: today(),
    schools: [],
    audience,
    capture: null,
  }
}

export function takenInWords({ codes, pieces, passages, memos }: TakenIn): string {
  const all = [
    codes > 0 && plural(codes, 'new code', 'new codes'),
    pieces > 0 && plural(pieces, 'piece of evidence', 'pieces of evidence'),
    passages > 0 && plural(passages, 'coded passage', 'coded passages'),
    memos > 0 && plural(memos, 'memo', 'memos'),
  ].filter(one => typeof one === 'string')
  return `Taken in: ${listed(all)}. The codes can be taken back as one step.`
}
