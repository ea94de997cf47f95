import { plural } from '../../words/words.js'
import { type Answers, choicesOf, type Question } from '../questions.js'
import { medianOf } from '../measures/run-rules.js'

/** Below this many answers nothing at all is shown, of a questionnaire or of one question. */
export const fewestAnswers = 5

export interface Spread {
  words: string
  kind: Question['kind']
  /** How many answered this question; 0 stands for fewer than five. */
  answered: number
  /** For choices and scales: how often each was chosen. */
  counts: { text: string; count: number }[]
  /** For numbers: lowest, middle, highest. */
  numbers: { low: number; middle: number; high: number } | null
  /** For answers in words, in the order of the alphabet, so that no order tells who wrote them. */
  said: string[]
}

export interface Results {
  answers: number
  spread: Spread[]
}

/** The spread of answers to each question; undefined below five answers. */
export function resultsOf(questions: Question[], answers: Answers[]): Results | undefined {
  if (answers.length < fewestAnswers) return undefined
  return { answers: answers.length, spread: questions.map(question => spreadOfQuestion(question, answers)) }
}

function spreadOfQuestion(question: Question, answers: Answers[]): Spread {
  const given = answers.flatMap(one => (one[question.id] === undefined ? [] : [one[question.id]!]))
  const spread: Spread = {
    words: question.words,
    kind: question.kind,
    answered: 0,
    counts: [],
    numbers: null,
    said: [],
  }
  if (given.length < fewestAnswers) return spread
  spread.answered = given.length
  if (question.kind === 'one' || question.kind === 'several' || question.kind === 'scale')
    spread.counts = choicesOf(question).map(({ value, text }) => ({
      text,
      count: given.filter(one => [one].flat().includes(value)).length,
    }))
  else if (question.kind === 'number' || question.kind === 'tally') {
    const numbers = given.map(Number)
    spread.numbers = { low: Math.min(...numbers), middle: medianOf(numbers)!, high: Math.max(...numbers) }
  } else spread.said = given.flat().sort((one, other) => one.localeCompare(other))
  return spread
}

/** The spread as the words of a piece of evidence. */
export function resultsInWords({ answers, spread }: Results): string {
  const parts = spread.map(one => `${one.words}\n${spreadInWords(one)}`)
  return [`${plural(answers, 'colleague', 'colleagues')} answered. Nobody was asked who they are.`, ...parts]
    .join('\n\n')
    .slice(0, 49_000)
}

function spreadInWords({ answered, counts, numbers, said }: Spread): string {
  if (answered === 0) return 'Fewer than five answered this, so nothing is shown.'
  if (numbers) return `From ${numbers.low} to ${numbers.high}; half said ${numbers.middle} or less.`
  if (counts.length > 0) return counts.map(({ text, count }) => `${text}: ${count}`).join('\n')
  return said.map(words => `“${words}”`).join('\n')
}
