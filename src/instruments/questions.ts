import type { Names } from '../names/names.js'
import { newId } from '../web/new-id.js'
import { day } from '../words/words.js'

export const questionKinds = ['words', 'one', 'several', 'scale', 'number', 'tally', 'date'] as const
export type QuestionKind = (typeof questionKinds)[number]

export const questionKindInWords: Record<QuestionKind, string> = {
  words: 'answered in words',
  one: 'one of several choices',
  several: 'any of several choices',
  scale: 'from 1 to 5, with the ends named',
  number: 'a number',
  tally: 'a tally: counted while you watch',
  date: 'a day',
}

export interface Question {
  id: string
  words: string
  kind: QuestionKind
  /** The choices, for `one` and `several`. */
  options: string[]
  /** What 1 and 5 stand for, for `scale`. */
  low: string
  high: string
}

export type Answers = Record<string, string | string[]>

export const mostQuestions = 40
const mostOptions = 12
const longestAnswer = 10_000

/** A question with an id of its own, as yet unanswered by anybody. */
export function newQuestion(words = '', kind: QuestionKind = 'words', more: Partial<Question> = {}): Question {
  return { id: newId(6), words, kind, options: [], low: '', high: '', ...more }
}

export function questionsIn(json: string): Question[] {
  return JSON.parse(json) as Question[]
}

export function answersIn(json: string): Answers {
  return JSON.parse(json) as Answers
}

/** The choices of a question as they are offered; a scale offers its five steps. */
export function choicesOf(question: Question): { value: string; text: string }[] {
  if (question.kind === 'scale')
    return ['1', '2', '3', '4', '5'].map(step => ({ value: step, text: stepInWords(question, step) }))
  return question.options.map(option => ({ value: option, text: option }))
}

function stepInWords({ low, high }: Question, step: string): string {
  if (step === '1' && low) return `1: ${low}`
  return step === '5' && high ? `5: ${high}` : step
}

/** What was sent for these questions, and nothing else; an answer that its question does not offer is left out. */
export function answersSent(questions: Question[], body: unknown): Answers {
  const sent = (body ?? {}) as Record<string, unknown>
  const found: Answers = {}
  for (const question of questions) {
    const value = [sent[`q-${question.id}`] ?? []].flat().filter((one): one is string => typeof one === 'string')
    const kept = value.map(one => cleaned(question, one)).filter(one => one !== '')
    if (kept.length > 0) found[question.id] = question.kind === 'several' ? kept : kept[0]!
  }
  return found
}

function cleaned(question: Question, sent: string): string {
  const value = sent.replace(/\r\n?/g, '\n').trim()
  if (question.kind === 'one' || question.kind === 'several' || question.kind === 'scale')
    return choicesOf(question).some(choice => choice.value === value) ? value : ''
  if (question.kind === 'number') return /^-?\d{1,9}([.,]\d{1,4})?$/.test(value) ? value.replace(',', '.') : ''
  if (question.kind === 'tally') return /^\d{1,5}$/.test(value) ? String(Number(value)) : ''
  if (question.kind === 'date') return /^\d{4}-\d\d-\d\d$/.test(value) ? value : ''
  return value
}

/** Why what was sent cannot be kept, in a sentence; null where it can. Nothing is cut off in silence. */
export function tooLongIn(questions: Question[], answers: Answers): string | null {
  const long = questions.find(({ id }) => [answers[id] ?? ''].flat().some(one => one.length > longestAnswer))
  if (!long) return null
  return `Keep each answer under 10,000 characters: “${long.words.slice(0, 60)}” has more. Everything that you wrote stands below.`
}

/** An answer as it stands in a text. */
export function answerInWords(question: Question, answer: string | string[] | undefined): string {
  if (answer === undefined) return ''
  if (Array.isArray(answer)) return answer.join('; ')
  if (question.kind === 'date') return day(answer)
  if (question.kind === 'scale') return `${stepInWords(question, answer)} (of 5)`
  return answer
}

/** The questions of an editor's form, in its order. Fields are `words-0`, `kind-0`, `options-0` and so on. */
export function questionsSent(before: Question[], body: unknown): Question[] {
  const sent = (body ?? {}) as Record<string, unknown>
  const said = (name: string) => (typeof sent[name] === 'string' ? sent[name].replace(/\r\n?/g, '\n').trim() : '')
  return before.map((question, at) => {
    const kind = said(`kind-${at}`) as QuestionKind
    const options = [
      ...new Set(
        said(`options-${at}`)
          .split('\n')
          .map(line => line.trim().slice(0, 200)),
      ),
    ]
    return {
      id: question.id,
      words: said(`words-${at}`).replace(/\s+/g, ' ').slice(0, 500),
      kind: questionKinds.includes(kind) ? kind : question.kind,
      options: options.filter(Boolean).slice(0, mostOptions),
      low: said(`low-${at}`).slice(0, 80),
      high: said(`high-${at}`).slice(0, 80),
    }
  })
}

/** What a button of the editor does: `up-2`, `down-2`, `remove-2`, `add`. */
export function rearranged(questions: Question[], doing: string): Question[] {
  const [, what, place] = /^(up|down|remove)-(\d{1,2})$/.exec(doing) ?? []
  const at = Number(place)
  if (doing === 'add') return questions.length < mostQuestions ? [...questions, newQuestion()] : questions
  if (!what || !questions[at]) return questions
  if (what === 'remove') return questions.filter((_, other) => other !== at)
  const to = what === 'up' ? at - 1 : at + 1
  if (!questions[to]) return questions
  const moved = [...questions]
  moved[at] = questions[to]
  moved[to] = questions[at]
  return moved
}

/** What keeps an instrument from being used, in sentences. */
export function whatIsMissing(questions: Question[]): string[] {
  return missingIn(questions).map(one => one.text)
}

/** The same, each with the field of the form in which it is mended. */
export function missingIn(questions: Question[]): { field: string; text: string }[] {
  if (questions.length === 0) return [{ field: 'questions', text: 'It has no question yet.' }]
  return questions.flatMap((question, at) => {
    if (!question.words) return [{ field: `words-${at}`, text: `Question ${at + 1} has no words yet.` }]
    const chosen = question.kind === 'one' || question.kind === 'several'
    return chosen && question.options.length < 2
      ? [{ field: `options-${at}`, text: `Question ${at + 1} needs two choices at least.` }]
      : []
  })
}

/** The questions as they are read under these names. What can be chosen stays as it is, because answers are known by it. */
export function questionsReadBy({ read }: Pick<Names, 'read'>, json: string): Question[] {
  return questionsIn(json).map(question => ({ ...question, words: read(question.words) }))
}
