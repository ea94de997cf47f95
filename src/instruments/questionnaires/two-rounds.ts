import type { Db } from '../../database.js'
import type { FoundInstrument } from '../instruments.js'
import { spreadOf } from './closing.js'
import type { FoundQuestionnaire } from './questionnaires.js'
import { questionsReadBy } from '../questions.js'
import { fewestAnswers, type Results, type Spread } from './spread.js'

/** One question in two rounds of one questionnaire. */
export interface ItemInTwo {
  words: string
  before: Spread | null
  after: Spread | null
  /** Each choice with how often it was chosen in either round; for choices and scales. */
  rows: { text: string; before: number; after: number }[]
  /** Why it is not set side by side; empty where it is. */
  notShown: string
}

/** The rounds of an instrument that were closed and tell something, the oldest first. */
export async function closedRounds(
  db: Db,
  found: FoundInstrument,
): Promise<{ round: FoundQuestionnaire; results: Results }[]> {
  const rows = await db
    .selectFrom('questionnaires')
    .selectAll()
    .where('instrumentId', '=', found.id)
    .where('closedAt', 'is not', null)
    .orderBy('closedAt')
    .execute()
  const { enquiry } = found
  const rounds = await Promise.all(
    rows.map(async row => {
      const round = { ...enquiry.names.read(row), questions: questionsReadBy(enquiry.names, row.questions), enquiry }
      return { round, results: await spreadOf(db, round) }
    }),
  )
  return rounds.flatMap(({ round, results }) => (results ? [{ round, results }] : []))
}

/**
 * Two rounds side by side, question by question as they are worded. Where the rounds differ by one to four answers, the
 * few who came or went could be read from the difference: those questions are left to each round’s own page.
 */
export function sideBySide(before: Results, after: Results): ItemInTwo[] {
  const words = [...new Set([...before.spread, ...after.spread].map(one => one.words))]
  return words.map(asked => {
    const [then, now] = [before, after].map(round => round.spread.find(one => one.words === asked) ?? null)
    return itemInTwo(asked, then!, now!)
  })
}

function itemInTwo(words: string, before: Spread | null, after: Spread | null): ItemInTwo {
  const item = { words, before, after, rows: [], notShown: whyNot(before, after) }
  if (item.notShown || !before || !after) return { ...item, before: null, after: null }
  const texts = [...new Set([...before.counts, ...after.counts].map(one => one.text))]
  const countIn = (spread: Spread, text: string) => spread.counts.find(one => one.text === text)?.count ?? 0
  const rows = texts.map(text => ({ text, before: countIn(before, text), after: countIn(after, text) }))
  return { ...item, rows }
}

function whyNot(before: Spread | null, after: Spread | null): string {
  if (!before || !after) return 'Only one of the two rounds asked this.'
  if (before.kind !== after.kind) return 'It was answered in another way each time.'
  if (before.answered === 0 || after.answered === 0) return 'Fewer than five answered this in one of the rounds.'
  const differ = Math.abs(before.answered - after.answered)
  if (differ > 0 && differ < fewestAnswers)
    return 'The numbers of answers differ by fewer than five, so the difference could tell what a few said.'
  return ''
}
