import { addMistake, formOf, type FormState } from '../web/read.js'
import type { InstrumentWords } from './instruments.js'
import { newQuestion, type Question, questionsSent, rearranged, missingIn } from './questions.js'

/** The editor of an instrument as it was sent. */
export interface EditorSent {
  words: Omit<InstrumentWords, 'kind'>
  /** The version that was open. */
  version: number
  /** What a button does with the questions (see `rearranged`); empty when all is to be saved. */
  doing: string
  form: FormState
}

/**
 * Reads the editor: its questions in the order of its own ids, rearranged as its button says. Half-done questions are
 * let through while they are being arranged.
 */
export function editorSent(known: Question[], body: unknown): EditorSent {
  const sent = (body ?? {}) as Record<string, unknown>
  const said = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '')
  const doing = said('do')
  const ids = said('order').split(' ').filter(Boolean)
  const before = ids.map(id => known.find(one => one.id === id) ?? { ...newQuestion(), id: id.slice(0, 12) })
  const words = {
    name: said('name').replace(/\s+/g, ' ').trim().slice(0, 120),
    purpose: said('purpose').replace(/\r\n?/g, '\n').trim().slice(0, 2000),
    questions: rearranged(questionsSent(before, sent), doing),
  }
  const form = formOf({ name: said('name'), purpose: said('purpose') })
  if (!words.name) addMistake(form, 'name', 'Give it a name')
  if (!doing) for (const { field, text } of missingIn(words.questions)) addMistake(form, field, text)
  return { words, version: Number(said('version')), doing, form }
}

/** After a question was moved or added, the page opens where it now is. */
export function anchorOfQuestion(doing: string, questions: Question[]): string {
  const at =
    doing === 'add'
      ? questions.length - 1
      : Number(doing.split('-')[1]) + (doing.startsWith('up') ? -1 : doing.startsWith('down') ? 1 : 0)
  return `#question-${Math.max(0, Math.min(at, questions.length - 1))}`
}
