import type { Db } from '../../database.js'
import { kindNamed } from '../../evidence/kinds.js'
import { byName, listed } from '../../words/words.js'
import type { CodeInBook } from '../codebook/book.js'
import type { CodedPassage } from './codings.js'

/** A coded passage in its place: the words, and a few before and after. */
export interface PassageLine {
  id: string
  href: string
  number: string
  title: string
  kind: string
  schools: string
  gatheredOn: string
  before: string
  words: string
  after: string
  code: { name: string; mark: string; colour: string; href: string }
  by: string
  codedAt: string
}

const around = 90

/** Coded passages as pages and files show them. Whoever holds the passages may read them, and so the words beside them. */
export async function passageLines(db: Db, passages: CodedPassage[], book: CodeInBook[]): Promise<PassageLine[]> {
  const texts = await wordsOfTexts(db, [...new Set(passages.map(one => one.textId))])
  const schools = await schoolsOfPieces(db, [...new Set(passages.map(one => one.evidenceId))])
  const codes = new Map(book.map(code => [code.id, code]))
  return passages.flatMap(passage => {
    const code = codes.get(passage.codeId)
    const text = texts.get(passage.textId)
    if (!code || text === undefined) return []
    return {
      id: passage.id,
      href: `/evidence/${passage.evidenceId}/coding#coding-${passage.id}`,
      number: `E${passage.number}`,
      title: passage.title,
      kind: kindNamed(passage.kind),
      schools: listed((schools.get(passage.evidenceId) ?? []).map(school => school.name)),
      gatheredOn: passage.gatheredOn,
      ...inPlace(text, passage),
      code: { name: code.name, mark: code.mark, colour: code.colour, href: code.href },
      by: passage.madeByName,
      codedAt: passage.madeAt,
    }
  })
}

/** The words with what stands around them, cut between words. */
export function inPlace(text: string, { startsAt, endsAt }: { startsAt: number; endsAt: number }) {
  const from = Math.max(0, startsAt - around)
  const to = Math.min(text.length, endsAt + around)
  const before = text.slice(from, startsAt)
  const after = text.slice(endsAt, to)
  return {
    before: from > 0 ? `… ${before.replace(/^\S*\s?/, '')}` : before,
    words: text.slice(startsAt, endsAt),
    after: to < text.length ? `${after.replace(/\s?\S*$/, '')} …` : after,
  }
}

async function wordsOfTexts(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('readableTexts').select(['id', 'words']).where('id', 'in', ids).execute()
  return new Map(rows.map(row => [row.id, row.words]))
}

/** The schools of each piece, by name. */
export async function schoolsOfPieces(
  db: Db,
  evidenceIds: string[],
): Promise<Map<string, { id: string; name: string }[]>> {
  const of = new Map<string, { id: string; name: string }[]>()
  if (evidenceIds.length === 0) return of
  const rows = await db
    .selectFrom('evidenceSchools')
    .innerJoin('schools', 'schools.id', 'evidenceSchools.schoolId')
    .select(['evidenceSchools.evidenceId', 'schools.id', 'schools.name'])
    .where('evidenceSchools.evidenceId', 'in', evidenceIds)
    .execute()
  for (const { evidenceId, id, name } of rows) of.set(evidenceId, [...(of.get(evidenceId) ?? []), { id, name }])
  for (const list of of.values()) list.sort(byName)
  return of
}
