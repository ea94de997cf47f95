import type { Db } from '../../database.js'
import { evidenceVisibleTo, type Piece } from '../../evidence/evidence.js'
import { filled, ofWhom } from '../../evidence/loading-pieces.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { Reader } from '../../names/reader.js'
import type { FoundInstrument } from '../instruments.js'
import { type Question, questionsIn } from '../questions.js'

/** A sheet that has become evidence, as its reader may read it now. */
export interface Sheet {
  piece: Piece
  version: number
  /** What was answered, by the id of the question. */
  answers: Map<string, string>
}

/** The same question on every sheet, with what was answered to it. */
export interface AcrossSheets {
  id: string
  words: string
  /** It stands on no sheet that is begun from now on. */
  dropped: boolean
  /** For choices: how many sheets say each. */
  counts: { text: string; count: number }[]
  answers: { number: string; href: string; school: string; on: string; text: string }[]
}

/**
 * The finished sheets of an instrument that the person may read. Their answers are read from the words of the pieces, so
 * that what was changed there, taken back or kept for its author alone is so here too.
 */
export async function sheetsOf(db: Db, person: Reader, found: FoundInstrument): Promise<Sheet[]> {
  const rows = await db
    .selectFrom('fillings')
    .innerJoin('instrumentVersions', join =>
      join
        .onRef('instrumentVersions.instrumentId', '=', 'fillings.instrumentId')
        .onRef('instrumentVersions.version', '=', 'fillings.version'),
    )
    .select(['fillings.evidenceId', 'fillings.version', 'instrumentVersions.questions'])
    .where('fillings.instrumentId', '=', found.id)
    .where('evidenceId', 'is not', null)
    .execute()
  const ids = rows.flatMap(row => row.evidenceId ?? [])
  if (ids.length === 0) return []
  const readable = await evidenceVisibleTo(db, person)
    .selectAll('evidence')
    .select(ofWhom)
    .where('evidence.id', 'in', ids)
    .orderBy('gatheredOn')
    .orderBy('number')
    .execute()
  const pieces = await filled(db, person, readable)
  return pieces.map(piece => {
    const { version, questions } = rows.find(row => row.evidenceId === piece.id)!
    return { piece, version, answers: answersInWords(questionsIn(questions), piece.whatWeSaw) }
  })
}

/** Each question is a line of its own in the words of a sheet; its answer goes on until the next one's. */
export function answersInWords(questions: Question[], words: string): Map<string, string> {
  const lines = words.split('\n')
  const places: { id: string; at: number }[] = []
  for (const { id, words: asked } of questions) {
    const from = (places.at(-1)?.at ?? -1) + 1
    const at = lines.findIndex((line, place) => place >= from && line.trim() === asked)
    if (at >= 0) places.push({ id, at })
  }
  const answers = places.map(({ id, at }, place) => {
    const end = places[place + 1]?.at ?? lines.length
    return [
      id,
      lines
        .slice(at + 1, end)
        .join('\n')
        .trim(),
    ] as const
  })
  return new Map(answers.filter(([, answer]) => answer !== ''))
}

/** Question by question, those that are asked now first, in their order. */
export function acrossSheets(questions: Question[], sheets: Sheet[], earlier: Question[]): AcrossSheets[] {
  const dropped = earlier.filter(one => questions.every(question => question.id !== one.id))
  return [...questions, ...dropped].flatMap(question => {
    const answers = sheets.flatMap(({ piece, answers: said }) => {
      const text = said.get(question.id)
      if (!text) return []
      const school = piece.schools.map(one => one.name).join(', ')
      return [{ number: numberOf(piece), href: `/evidence/${piece.id}`, school, on: piece.gatheredOn, text }]
    })
    const isDropped = dropped.includes(question)
    if (answers.length === 0 && isDropped) return []
    return [
      { id: question.id, words: question.words, dropped: isDropped, counts: countsOf(question, answers), answers },
    ]
  })
}

function countsOf({ kind, options }: Question, answers: { text: string }[]): AcrossSheets['counts'] {
  if (kind !== 'one' && kind !== 'several') return []
  const said = answers.map(({ text }) => text.split('; '))
  return options.map(text => ({ text, count: said.filter(one => one.includes(text)).length }))
}

/** Every question that the instrument has ever asked, the newest wording of each. */
export async function everyQuestion(db: Db, found: FoundInstrument): Promise<Question[]> {
  const rows = await db
    .selectFrom('instrumentVersions')
    .select('questions')
    .where('instrumentId', '=', found.id)
    .orderBy('version', 'desc')
    .execute()
  const known = new Map<string, Question>()
  for (const question of rows.flatMap(row => questionsIn(row.questions)))
    if (!known.has(question.id)) known.set(question.id, question)
  return [...known.values()]
}
